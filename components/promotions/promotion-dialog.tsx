"use client";

import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { ReleaseProgress } from "@/components/exceptions/fix/release-progress";
import { ReleaseSummary } from "@/components/exceptions/fix/release-summary";
import type { Worker } from "@/components/exceptions/worker";
import { FreedOrders } from "@/components/mappings/saving/freed-orders";
import { SaveButtons } from "@/components/mappings/saving/save-buttons";
import { useMappingCommands } from "@/components/query/use-mapping-commands";
import { useForesight, usePlanOf } from "@/components/query/use-mappings";
import { usePlan } from "@/components/query/use-plan";
import { usePromotionCommands } from "@/components/query/use-promotions";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toaster";
import type { Promotion } from "@/lib/domain/prices/promotion";
import { sayPromotion } from "@/lib/domain/prices/say-promotion";

import { editOf, type PromotionDraft, readDraft, type Wrong } from "./promotion-draft";
import { PromotionForm } from "./promotion-form";

type Props = {
  shopId: string;
  worker: Worker;
  zone: string;
  currency: string;
  title: string;
  id: string;
  seenAt: string | null;
  first: PromotionDraft;
  onClose: () => void;
};

/** First what it is, then what saving it would do to held orders; then saved, with or without a release. */
export function PromotionDialog({ shopId, worker, zone, currency, title, id, seenAt, first, onClose }: Props) {
  const [draft, setDraft] = useState(first);
  const [wrong, setWrong] = useState<Wrong>({});
  const [promotion, setPromotion] = useState<Promotion | null>(null);
  const review = () => {
    const read = readDraft(draft, zone);
    setWrong("wrong" in read ? read.wrong : {});
    if ("promotion" in read) setPromotion(read.promotion);
  };
  if (promotion) {
    return <Review {...{ shopId, worker, zone, currency, title, id, seenAt, promotion, onClose }} onBack={() => setPromotion(null)} />;
  }
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={title}
        description="Orders whose prices it explains go by themselves; nothing is saved yet."
        className="top-[7vh] max-h-[86vh] w-[min(40rem,calc(100vw-2rem))]"
        footer={
          <>
            <Button variant="ghost" className="mr-auto" onClick={onClose}>
              Cancel
            </Button>
            <Button variant="primary" onClick={review}>
              See what it frees
            </Button>
          </>
        }
      >
        <PromotionForm draft={draft} wrong={wrong} zone={zone} currency={currency} onChange={setDraft} />
      </DialogContent>
    </Dialog>
  );
}

type ReviewProps = Omit<Props, "first"> & { promotion: Promotion; onBack: () => void };

function Review({ shopId, worker, zone, currency, title, id, seenAt, promotion, onBack, onClose }: ReviewProps) {
  const [edits] = useState([editOf(id, promotion, seenAt)]);
  const foresight = useForesight(shopId, edits);
  const problem = foresight.data?.edits.find((each) => each.problem !== null)?.problem ?? null;
  const isSound = foresight.data !== undefined && problem === null;
  const preview = usePlanOf(foresight.data?.causeIds ?? [], edits, isSound);
  const plan = usePlan(preview.data?.planId ?? null);
  const { save } = usePromotionCommands(shopId);
  const { release } = useMappingCommands(shopId);
  const isUnderWay = plan.data !== undefined && plan.data.state !== "previewed";
  const saveOnly = () =>
    save.mutate(
      { id, promotion, seenAt },
      {
        onSuccess: () => {
          toast.success(`${promotion.name} is saved`, { description: "It can be put back under History." });
          onClose();
        },
      },
    );
  const failed = save.error ?? release.error;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={title}
        description={isUnderWay ? "Saved. You can close this; the release goes on by itself." : "Nothing is saved or sent yet."}
        className="w-[min(46rem,calc(100vw-2rem))]"
        footer={
          isUnderWay ? (
            <Button variant="primary" onClick={onClose}>
              Close
            </Button>
          ) : (
            <SaveButtons
              worker={worker}
              edits={1}
              noun="promotion"
              goes={plan.data?.progress.goes ?? 0}
              isReady={isSound}
              isWorking={preview.isFetching || (preview.isSuccess && plan.isPending)}
              saving={save.isPending ? "save" : release.isPending ? "release" : null}
              onSave={saveOnly}
              onRelease={() => preview.data && release.mutate(preview.data.planId)}
              onCancel={onClose}
            />
          )
        }
      >
        <div className="grid gap-4">
          <div className="flex items-start justify-between gap-3 rounded-lg border px-3 py-2">
            <div className="min-w-0">
              <p className="font-medium">{promotion.name}</p>
              <p className="text-muted-foreground text-xs">{sayPromotion(promotion, { zone, currency })}</p>
            </div>
            {!isUnderWay && (
              <Button size="sm" variant="ghost" onClick={onBack}>
                <ArrowLeft /> Change it
              </Button>
            )}
          </div>
          {isUnderWay && plan.data ? (
            plan.data.state === "running" || plan.data.state === "paused" ? (
              <ReleaseProgress plan={plan.data} worker={worker} refreshFailed={plan.isError} />
            ) : (
              <ReleaseSummary plan={plan.data} onDismiss={null} />
            )
          ) : foresight.isError ? (
            <ErrorState message={foresight.error.message} onRetry={() => void foresight.refetch()} className="min-h-32" />
          ) : foresight.isPending ? (
            <SkeletonRows count={3} label="Working out what would happen" />
          ) : (
            isSound && <FreedOrders isHolding={foresight.data.causeIds.length > 0} preview={preview} plan={plan} />
          )}
          {(problem ?? failed) && <Alert>{problem ?? failed?.message}</Alert>}
        </div>
      </DialogContent>
    </Dialog>
  );
}
