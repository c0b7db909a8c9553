"use client";

import { CheckCheck, Keyboard, RefreshCw } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import type { Cause, CauseDetail, HeldRecord } from "@/components/query/cause-answers";
import { findRoom } from "@/components/shell/rooms";
import { CorrectForm } from "@/components/trace/correct-form";
import { LinkDialog } from "@/components/trace/link-dialog";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { sayCount } from "@/components/ui/say-count";
import type { Remedy } from "@/lib/domain/exceptions/kind";

import type { Asked } from "../use-cause-actions";
import type { Worker } from "../worker";
import { ChooseProduct } from "./choose-product";
import { ChooseWarehouse } from "./choose-warehouse";
import { DeclarePromotion } from "./declare-promotion";
import { AcceptEdit, ActivatePair, HoldFromWeb, OpenStock } from "./stock-ways";
import type { Fix } from "./use-fix";
import { Way } from "./way";

type Props = { detail: CauseDetail; worker: Worker; fix: Fix; onAsk: (what: Asked) => void };

/** Every way this cause can be put right, each as far as it can be done from here. */
export function ChooseFix(props: Props) {
  return (
    <>
      {props.detail.cause.remedies.map((remedy) => (
        <Remedied key={remedy} remedy={remedy} {...props} />
      ))}
    </>
  );
}

function Remedied({ remedy, detail, worker, fix, onAsk }: Props & { remedy: Remedy }) {
  const { cause, held, suggestions } = detail;
  const [record] = held;
  const mayTry = worker.may.work;
  switch (remedy) {
    case "map-sku":
      return <ChooseProduct cause={cause} suggestions={suggestions} fix={fix} isDisabled={!mayTry} />;
    case "map-service":
      return <ChooseProduct cause={cause} suggestions={[]} fix={fix} isDisabled={!mayTry} />;
    case "map-location":
      return <ChooseWarehouse cause={cause} fix={fix} isDisabled={!mayTry} />;
    case "declare-promotion":
      return <DeclarePromotion cause={cause} fix={fix} isDisabled={!mayTry} />;
    case "send-again":
      return cause.family === "connection" ? (
        <Waiting cause={cause} />
      ) : (
        <Way text="Put right what is wrong at the platform, then look whether it would go.">
          <Button size="sm" data-first-choice isLoading={fix.isPreviewing} disabled={!mayTry} onClick={fix.tryAgain}>
            <RefreshCw /> Preview sending again <Kbd keys="p" />
          </Button>
        </Way>
      );
    case "hold-from-web":
      return <HoldFromWeb cause={cause} isDisabled={!worker.may.stock} />;
    case "activate-pair":
      return <ActivatePair cause={cause} isDisabled={!worker.may.stock} />;
    case "accept-edit":
      return <AcceptEdit cause={cause} isDisabled={!worker.may.stock} />;
    case "open-stock":
      return <OpenStock cause={cause} />;
    case "renew-key":
    case "subscribe-again":
    case "open-connection":
      return <Waiting cause={cause} />;
    case "push-pairs":
      return (
        <Way text="Read both sides again and send what may be sold; it closes when the web shows the right figure.">
          <Button size="sm" data-first-choice disabled={!mayTry} isLoading={fix.isProbing} onClick={fix.probeNow}>
            <RefreshCw /> Push again
          </Button>
        </Way>
      );
    case "call-store":
      return <Way text={`${cause.nextStep} The first sale that arrives closes this.`}>{null}</Way>;
    case "look-at-order":
      return (
        record?.entity === "order" && (
          <Way text="See both sides of the order, field by field.">
            <Button asChild size="sm">
              <Link href={`/orders/${record.shopId}/${encodeURIComponent(record.key)}`}>Open {record.label}</Link>
            </Button>
          </Way>
        )
      );
    case "edit-order":
    case "choose-location":
      return (
        record?.entity === "order" && (
          <div className="@container/correct rounded-lg border px-3 py-3">
            <CorrectForm
              order={{ shopId: record.shopId, orderId: record.key }}
              isLocationOnly={remedy === "choose-location"}
              isDisabled={!worker.may.release}
              save="Save and preview"
              onSaved={fix.tryAgain}
            />
          </div>
        )
      );
    case "link-order":
      return record?.entity === "order" && <LinkOrder cause={cause} record={record} isDisabled={!worker.may.release} />;
    case "close-by-hand":
      return (
        <Way
          text={`Settled at both platforms already? Close it on trust: its ${sayCount(cause.records, "record")} will not be sent by it.`}
        >
          <Button size="sm" disabled={!mayTry} onClick={() => onAsk("resolve")}>
            <CheckCheck /> Close on trust… <Kbd keys="e" />
          </Button>
        </Way>
      );
  }
}

/** Staff did not wait for us: the order is at the till under a number of its own. */
function LinkOrder({ cause, record, isDisabled }: { cause: Cause; record: HeldRecord; isDisabled: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const { shopId, key, label } = record;
  return (
    <Way text={`Entered in ${cause.posName} by hand already? Link the two, so that it is never sent a second time.`}>
      <Button size="sm" disabled={isDisabled} onClick={() => setOpen(true)}>
        <Keyboard /> Entered by hand…
      </Button>
      <LinkDialog
        order={{ shopId, orderId: key, name: label, shopName: cause.shopName, posName: cause.posName }}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </Way>
  );
}

/** The fix is made elsewhere; when it has been, what waits goes by itself. */
function Waiting({ cause }: { cause: Cause }) {
  const room = findRoom("/connections");
  return (
    <Way text={`${cause.nextStep}${cause.probe ? " What waits goes by itself once it answers; “Check now” asks at once." : ""}`}>
      {room && (
        <Button asChild size="sm">
          <Link href={room.href}>Open connections</Link>
        </Button>
      )}
    </Way>
  );
}
