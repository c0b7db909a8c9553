"use client";

import { VerdictRows } from "@/components/exceptions/fix/verdict-rows";
import type { usePlanOf } from "@/components/query/use-mappings";
import type { usePlan } from "@/components/query/use-plan";
import { ErrorState } from "@/components/ui/error-state";
import { sayCount } from "@/components/ui/say-count";
import { SkeletonRows } from "@/components/ui/skeleton";

type Props = { isHolding: boolean; preview: ReturnType<typeof usePlanOf>; plan: ReturnType<typeof usePlan> };

/** What saving frees, by the rule that sends orders, and what stays held and why. */
export function FreedOrders({ isHolding, preview, plan }: Props) {
  const failed = preview.error ?? plan.error;
  if (!isHolding) return <p className="text-muted-foreground">No order waits for any of this; it counts from the next order on.</p>;
  if (failed)
    return (
      <ErrorState
        title="What this frees could not be worked out"
        message={failed.message}
        onRetry={() => void (preview.isError ? preview : plan).refetch()}
        className="min-h-32"
      />
    );
  if (!plan.data) return <SkeletonRows count={4} label="Working out what this frees" />;
  const { goes, total } = plan.data.progress;
  return (
    <section aria-label="What this frees" className="overflow-hidden rounded-lg border">
      <div className="border-b bg-background px-3 py-2" role="status">
        <h3 className="font-medium">
          {total === 0 ? "Nothing is held by these any more" : `${sayCount(goes)} of ${sayCount(total, "order")} would go`}
        </h3>
        <p className="text-muted-foreground text-xs">Worked out from the stored orders by the same rule that sends them.</p>
      </div>
      <VerdictRows plan={plan.data} />
    </section>
  );
}
