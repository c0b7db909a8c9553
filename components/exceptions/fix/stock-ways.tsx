"use client";

import { CheckCheck, EyeOff, Power } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { z } from "zod";

import type { Cause } from "@/components/query/cause-answers";
import { useStockCommands } from "@/components/query/use-stock";
import { useHold } from "@/components/stock/use-hold";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { sayCount } from "@/components/ui/say-count";

import { Way } from "./way";

const PairEvidence = z.object({ sku: z.string(), locationId: z.string(), store: z.string() });
type Props = { cause: Cause; isDisabled: boolean };
// What is said outlives the way: a cause that closes takes it off the page.
const sayError = (error: Error) => toast.error(error.message);

/** Nothing of it is offered online until somebody releases it. */
export function HoldFromWeb({ cause, isDisabled }: Props) {
  const { hold, isHolding } = useHold();
  const pair = PairEvidence.safeParse(cause.evidence);
  if (!pair.success) return null;
  const { sku, locationId, store } = pair.data;
  return (
    <Way text={`Offer none of ${sku} at ${store} online until you release it on its page. The till goes on selling.`}>
      <Button
        size="sm"
        disabled={isDisabled}
        isLoading={isHolding}
        onClick={() => void hold([{ shopId: cause.connectionId, sku, locationId, locationName: store }])}
      >
        <EyeOff /> Hold from the web
      </Button>
    </Way>
  );
}

/** The shop is told to stock it there; the figure follows and is read back. */
export function ActivatePair({ cause, isDisabled }: Props) {
  const { activate } = useStockCommands();
  const pair = PairEvidence.safeParse(cause.evidence);
  if (!pair.success) return null;
  const { sku, locationId, store } = pair.data;
  const run = () =>
    activate
      .mutateAsync({ shopId: cause.connectionId, pairs: [{ locationId, sku }] })
      .then(
        () => toast.success(`${cause.shopName} is asked to stock ${sku} at ${store}. This closes when its figure is read back.`),
        sayError,
      );
  return (
    <Way text={`Have ${cause.shopName} stock ${sku} at ${store}; its figure is sent and read back.`}>
      <Button size="sm" data-first-choice disabled={isDisabled} isLoading={activate.isPending} onClick={() => void run()}>
        <Power /> Activate
      </Button>
    </Way>
  );
}

/** Whoever edited it was right: so many more or fewer than the till's count, until then. */
export function AcceptEdit({ cause, isDisabled }: Props) {
  const { acceptEdit } = useStockCommands();
  const [days, setDays] = useState("7");
  const edit = PairEvidence.extend({ from: z.number(), to: z.number() }).safeParse(cause.evidence);
  if (!edit.success) return null;
  const { sku, store, from, to } = edit.data;
  const change = Math.abs(to - from);
  const count = /^\d{1,2}$/.test(days) && Number(days) >= 1 && Number(days) <= 30 ? Number(days) : null;
  const accept = (forDays: number) =>
    acceptEdit
      .mutateAsync({ causeId: cause.id, days: forDays })
      .then(
        () =>
          toast.success(
            `${sku} at ${store} counts ${change} ${to > from ? "more" : "fewer"} than the till for ${sayCount(forDays, "day")}.`,
          ),
        sayError,
      );
  return (
    <Way
      text={`Was ${to} right? Count ${change} ${to > from ? "more" : "fewer"} than the till, until the store has counted or the days are over. What sells still lowers it.`}
    >
      <span className="flex items-center gap-2">
        <Input
          inputMode="numeric"
          aria-label="For how many days, 1 to 30"
          aria-invalid={count === null || undefined}
          value={days}
          onChange={({ target }) => setDays(target.value)}
          className="h-7 w-12 text-right tabular-nums"
        />
        <span className="text-muted-foreground text-sm">days</span>
        <Button
          size="sm"
          data-first-choice
          disabled={isDisabled || count === null}
          isLoading={acceptEdit.isPending}
          onClick={() => count !== null && void accept(count)}
        >
          <CheckCheck /> Accept it
        </Button>
      </span>
    </Way>
  );
}

export function OpenStock({ cause }: { cause: Cause }) {
  return (
    <Way text={cause.nextStep}>
      <Button asChild size="sm">
        <Link href={`/stock?shop=${cause.connectionId}`}>Open the stock board</Link>
      </Button>
    </Way>
  );
}
