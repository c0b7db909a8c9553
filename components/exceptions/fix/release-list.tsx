"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";

import type { PlanOfCause } from "@/components/query/cause-answers";
import { usePlan } from "@/components/query/use-plan";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { SkeletonRows } from "@/components/ui/skeleton";
import { StatusPill } from "@/components/ui/status-pill";

import { ReleaseSummary } from "./release-summary";

/** Earlier releases of a cause, each opening what became of its orders. */
export function ReleaseList({ plans }: { plans: readonly PlanOfCause[] }) {
  const [opened, open] = useState<string | null>(null);
  const released = plans.filter(({ state }) => state !== "previewed");
  if (released.length === 0) return null;
  return (
    <section aria-label="Releases" className="mt-4">
      <h3 className="mb-2 font-semibold text-sm">Releases</h3>
      <ul className="divide-y overflow-hidden rounded-lg border">
        {released.map(({ id, state, byName, madeAt, startedAt, released: through, goes }) => (
          <li key={id}>
            <button
              type="button"
              aria-expanded={opened === id}
              onClick={() => open(opened === id ? null : id)}
              className="flex w-full items-center gap-3 px-3 py-2 text-left hover:bg-hover"
            >
              <StatusPill of="plan" value={state} as="plain" />
              <span className="min-w-0 flex-1 truncate text-muted-foreground">
                {sayCount(through)} of {sayCount(goes, "order")}, by {byName ?? "Parity"}
              </span>
              <RelativeTime at={startedAt ?? madeAt} isPast className="text-faint text-xs" />
              <ChevronRight className={cn("size-3.5 text-faint transition-transform", opened === id && "rotate-90")} aria-hidden />
            </button>
            {opened === id && <Opened id={id} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Opened({ id }: { id: string }) {
  const plan = usePlan(id);
  if (plan.isError) return <ErrorState message={plan.error.message} onRetry={() => void plan.refetch()} className="min-h-32" />;
  return plan.data ? (
    <div className="p-2">
      <ReleaseSummary plan={plan.data} onDismiss={null} />
    </div>
  ) : (
    <SkeletonRows count={2} />
  );
}
