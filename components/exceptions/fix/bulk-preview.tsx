"use client";

import { Send } from "lucide-react";
import { useEffect } from "react";

import { useCauseCommands } from "@/components/query/use-cause-commands";
import { type Plan, usePlan, usePreview } from "@/components/query/use-plan";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { sayCount } from "@/components/ui/say-count";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { SkeletonRows } from "@/components/ui/skeleton";

import { sayRole } from "../owner";
import type { Target } from "../target";
import type { Worker } from "../worker";
import { ReleaseProgress } from "./release-progress";
import { ReleaseSummary } from "./release-summary";
import { sayPreview, sayRelease } from "./say-release";
import { VerdictRows } from "./verdict-rows";

const most = 500;

type Props = { target: Target | null; worker: Worker; onClose: () => void };

/** Would what these causes hold go by now? One preview and one release for all of them, an order that waits for two counted once. */
export function BulkPreview({ target, worker, onClose }: Props) {
  return (
    <Sheet open={target !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent title="Preview a release" className="w-[min(36rem,94vw)]">
        {target && <Body key={target.known.map(({ id }) => id).join()} target={target} worker={worker} />}
      </SheetContent>
    </Sheet>
  );
}

function Body({ target, worker }: { target: Target; worker: Worker }) {
  const preview = usePreview();
  const { mutate } = preview;
  const plan = usePlan(preview.data?.planId ?? null);
  const refusal = refusalOf(target);
  const ids = target.known.map(({ id }) => id).join();
  useEffect(() => {
    if (refusal === null) mutate({ causeIds: ids.split(","), edits: [] });
  }, [refusal, ids, mutate]);
  const failed = refusal ?? preview.error?.message ?? plan.error?.message;
  return (
    <div className="grid gap-3 p-4">
      <p className="text-muted-foreground">{target.said}</p>
      {failed && !plan.data ? (
        <ErrorState title="There is no preview" message={failed} className="min-h-40" />
      ) : plan.data ? (
        <PlanOfMany plan={plan.data} worker={worker} isStale={plan.isError} />
      ) : (
        <SkeletonRows count={4} label="Working out what would happen" />
      )}
    </div>
  );
}

function PlanOfMany({ plan, worker, isStale }: { plan: Plan; worker: Worker; isStale: boolean }) {
  const { release } = useCauseCommands();
  if (plan.state === "running" || plan.state === "paused") return <ReleaseProgress plan={plan} worker={worker} refreshFailed={isStale} />;
  if (plan.state !== "previewed") return <ReleaseSummary plan={plan} onDismiss={null} />;
  const words = sayRelease({ goes: plan.progress.goes, edits: 0 });
  return (
    <div className="overflow-hidden rounded-lg border">
      <div role="status" className="border-b bg-background px-3 py-2">
        <p className="font-medium">{sayPreview(plan.progress)}</p>
        <p className="text-muted-foreground text-xs">
          With the mappings and products as they are now. Nothing is sent yet, and nothing is ever sent twice.
        </p>
      </div>
      <VerdictRows plan={plan} />
      <div className="grid gap-2 border-t bg-background px-3 py-3 empty:hidden">
        {release.isError && (
          <p role="alert" className="text-bad">
            {release.error.message}
          </p>
        )}
        {words && (
          <Button
            variant="primary"
            className="justify-self-start"
            disabled={!worker.may.release}
            isLoading={release.isPending}
            onClick={() => release.mutate(plan.id)}
          >
            <Send /> {words}
          </Button>
        )}
        {!worker.may.release && (
          <p className="text-muted-foreground text-xs">
            {sayRole(worker.role)} can preview; releasing is for Operations, Ecommerce and Admin.
          </p>
        )}
      </div>
    </div>
  );
}

/** Why these cannot be previewed together. */
function refusalOf({ known, expected }: Target): string | null {
  if (known.length < expected)
    return `Only what is loaded can be previewed together: ${sayCount(known.length)} of ${sayCount(expected)}. Scroll down or narrow the filter.`;
  if (known.length > most) return `At most ${most} causes can be previewed together.`;
  if (new Set(known.map(({ connectionId }) => connectionId)).size > 1)
    return "They belong to more than one shop. Choose one shop in the filter, then preview.";
  return null;
}
