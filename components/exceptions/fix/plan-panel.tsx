"use client";

import type { CauseDetail } from "@/components/query/cause-answers";
import { usePlan } from "@/components/query/use-plan";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";

import type { Worker } from "../worker";
import { PlanPreview } from "./plan-preview";
import { ReleaseProgress } from "./release-progress";
import { ReleaseSummary } from "./release-summary";
import type { Fix } from "./use-fix";

type Props = { planId: string; detail: CauseDetail; worker: Worker; fix: Fix };

/** A plan at whatever point of its life it is: foreseen, under way, over. */
export function PlanPanel({ planId, detail, worker, fix }: Props) {
  const plan = usePlan(planId);
  if (!plan.data) {
    return plan.isError ? (
      <ErrorState message={plan.error.message} onRetry={() => void plan.refetch()} className="min-h-32" />
    ) : (
      <SkeletonRows count={4} label="Working out what would happen" />
    );
  }
  switch (plan.data.state) {
    case "previewed":
      return <PlanPreview plan={plan.data} cause={detail.cause} worker={worker} fix={fix} />;
    case "running":
    case "paused":
      return <ReleaseProgress plan={plan.data} worker={worker} refreshFailed={plan.isError} />;
    default:
      return <ReleaseSummary plan={plan.data} onDismiss={fix.planId === planId ? fix.clear : null} />;
  }
}
