"use client";

import { CalendarPlus } from "lucide-react";
import { useState } from "react";

import { newId } from "@/components/promotions/new-id";
import { draftFromCause, editOf, readDraft, type Wrong } from "@/components/promotions/promotion-draft";
import { PromotionForm } from "@/components/promotions/promotion-form";
import type { Cause } from "@/components/query/cause-answers";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { priceDiffers } from "@/lib/domain/exceptions/kinds/price-differs";
import type { Promotion } from "@/lib/domain/prices/promotion";

import type { Fix } from "./use-fix";

type Props = { cause: Cause; fix: Fix; isDisabled: boolean };
type Evidence = (typeof priceDiffers)["evidence"]["_output"];

/** What was seen is a promotion, or a difference that is accepted until a date; either explains it from then on. */
export function DeclarePromotion({ cause, fix, isDisabled }: Props) {
  const [source, setSource] = useState<Promotion["source"] | null>(null);
  const seen = priceDiffers.evidence.safeParse(cause.evidence).data;
  if (!seen) return null;
  return (
    <div className="grid gap-2 rounded-lg border px-3 py-2.5">
      <p className="text-muted-foreground">
        {seen.scope === "promotion"
          ? "It looks like a promotion. Declare it, and what was sold in it goes; the form is filled in with what was seen."
          : "If it is meant, declare the promotion. If it is a mistake that customers have paid already, accept it until the price is put right."}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          variant="primary"
          data-first-choice
          disabled={isDisabled}
          isLoading={fix.isPreviewing}
          onClick={() => setSource("declared")}
        >
          <CalendarPlus /> Declare the promotion…
        </Button>
        <Button size="sm" disabled={isDisabled} onClick={() => setSource("accepted")}>
          Accept this difference until…
        </Button>
      </div>
      {source && <DraftDialog seen={seen} source={source} currency={cause.currency || "GBP"} fix={fix} onClose={() => setSource(null)} />}
    </div>
  );
}

type DialogProps = { seen: Evidence; source: Promotion["source"]; currency: string; fix: Fix; onClose: () => void };

function DraftDialog({ seen, source, currency, fix, onClose }: DialogProps) {
  const now = useNow();
  const [draft, setDraft] = useState(() => draftFromCause(seen, source, seen.zone, now));
  const [wrong, setWrong] = useState<Wrong>({});
  const preview = () => {
    const read = readDraft(draft, seen.zone);
    if ("wrong" in read) {
      setWrong(read.wrong);
      return;
    }
    fix.show([editOf(newId(), read.promotion, null)]);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={source === "declared" ? "Declare the promotion" : "Accept this difference"}
        description="The preview shows which held orders it frees; nothing is saved before that."
        className="top-[7vh] max-h-[86vh] w-[min(40rem,calc(100vw-2rem))]"
        footer={
          <>
            <Button variant="ghost" className="mr-auto" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" onClick={preview}>
              Preview
            </Button>
          </>
        }
      >
        <PromotionForm draft={draft} wrong={wrong} zone={seen.zone} currency={currency} onChange={setDraft} />
      </DialogContent>
    </Dialog>
  );
}
