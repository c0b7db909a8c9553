"use client";

import { useMemo, useState } from "react";
import { ReleaseProgress } from "@/components/exceptions/fix/release-progress";
import { ReleaseSummary } from "@/components/exceptions/fix/release-summary";
import { useMappingCommands } from "@/components/query/use-mapping-commands";
import { useForesight, usePlanOf } from "@/components/query/use-mappings";
import { usePlan } from "@/components/query/use-plan";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { sayCount } from "@/components/ui/say-count";
import { SkeletonRows } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toaster";

import { editsOf, keyOf } from "../drafts";
import { ChangeList } from "./change-list";
import { FreedOrders } from "./freed-orders";
import { SaveButtons } from "./save-buttons";
import { type SaveRequest, useSaving } from "./saving-context";

type Props = { request: SaveRequest; onSaved: (batchId: string | null) => void; onClose: () => void };

/** Every save passes here: what changes, what it does to stock, what it frees; then saved, with or without a release. */
export function SaveDialog({ request, onSaved, onClose }: Props) {
  const { shopId, worker } = useSaving();
  const { source = "person" } = request;
  const [left, leaveOut] = useState<ReadonlySet<string>>(new Set());
  const drafts = useMemo(() => request.drafts.filter((draft) => !left.has(keyOf(draft))), [request, left]);
  const edits = useMemo(() => editsOf(drafts), [drafts]);
  const foresight = useForesight(shopId, edits);
  const wrong = foresight.data?.edits.filter(({ problem }) => problem !== null) ?? [];
  const isSound = foresight.data !== undefined && wrong.length === 0;
  const preview = usePlanOf(foresight.data?.causeIds ?? [], edits, isSound, source);
  const plan = usePlan(preview.data?.planId ?? null);
  const { save, release } = useMappingCommands(shopId);
  const isUnderWay = plan.data !== undefined && plan.data.state !== "previewed";

  const done = (batchId: string | null) => {
    request.onSaved(drafts);
    onSaved(batchId);
  };
  const saveOnly = () =>
    save.mutate(
      { edits, source },
      {
        onSuccess: ({ batchId }) => {
          done(batchId);
          const isHolding = (foresight.data?.causeIds.length ?? 0) > 0;
          toast.success(`${sayCount(drafts.length, "mapping")} saved`, {
            ...(isHolding && { description: "What was held by it is checked now and goes by itself." }),
          });
          onClose();
        },
      },
    );
  const saveAndRelease = () => preview.data && release.mutate(preview.data.planId, { onSuccess: () => done(null) });

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={request.title}
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
              edits={edits.length}
              goes={plan.data?.progress.goes ?? 0}
              isReady={isSound && edits.length > 0}
              isWorking={preview.isFetching || (preview.isSuccess && plan.isPending)}
              saving={save.isPending ? "save" : release.isPending ? "release" : null}
              onSave={saveOnly}
              onRelease={saveAndRelease}
              onCancel={onClose}
            />
          )
        }
      >
        <div className="grid gap-4">
          {isUnderWay && plan.data ? (
            plan.data.state === "running" || plan.data.state === "paused" ? (
              <ReleaseProgress plan={plan.data} worker={worker} refreshFailed={plan.isError} />
            ) : (
              <ReleaseSummary plan={plan.data} onDismiss={null} />
            )
          ) : foresight.isError ? (
            <ErrorState message={foresight.error.message} onRetry={() => void foresight.refetch()} className="min-h-32" />
          ) : foresight.isPending && edits.length > 0 ? (
            <SkeletonRows count={3} label="Working out what would happen" />
          ) : (
            <>
              <ChangeList
                drafts={drafts}
                foreseen={foresight.data?.edits ?? []}
                onLeaveOut={(keys) => leaveOut(new Set([...left, ...keys]))}
                leftOut={left.size}
              />
              {isSound && <FreedOrders isHolding={(foresight.data?.causeIds.length ?? 0) > 0} preview={preview} plan={plan} />}
            </>
          )}
          {(save.error ?? release.error) && <Alert>{(save.error ?? release.error)?.message}</Alert>}
        </div>
      </DialogContent>
    </Dialog>
  );
}
