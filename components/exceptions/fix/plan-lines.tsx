"use client";

import Link from "next/link";

import { type LineChoice, type PlanLine, usePlanLines } from "@/components/query/use-plan";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Money } from "@/components/ui/money";
import { SkeletonRows } from "@/components/ui/skeleton";

import { sayOutcome } from "./say-summary";

type Props = { planId: string; choice: LineChoice; isLive?: boolean; withOutcome?: boolean };

/** The orders of a plan that a verdict or an outcome covers, in the order in which they go. */
export function PlanLines({ planId, choice, isLive = false, withOutcome = false }: Props) {
  const lines = usePlanLines(planId, choice, isLive);
  if (lines.isPending) return <SkeletonRows count={3} label="Loading orders" />;
  if (lines.isError) return <ErrorState message={lines.error.message} onRetry={() => void lines.refetch()} className="min-h-32 border-t" />;
  const all = lines.data.pages.flatMap((page) => page.lines);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section tabIndex={0} aria-label="Orders" className="max-h-72 overflow-y-auto border-t">
      {all.length === 0 && <p className="px-3 py-3 text-faint text-xs">None.</p>}
      <ul className="divide-y">
        {all.map((line) => (
          <Line key={`${line.shopId}${line.orderId}`} line={line} withOutcome={withOutcome} />
        ))}
      </ul>
      {lines.hasNextPage && (
        <Button size="sm" variant="ghost" className="m-1" isLoading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          Show more
        </Button>
      )}
    </section>
  );
}

function Line({ line, withOutcome }: { line: PlanLine; withOutcome: boolean }) {
  return (
    <li className="flex items-baseline gap-3 px-3 py-1.5">
      <Link
        href={`/orders/${line.shopId}/${encodeURIComponent(line.orderId)}`}
        className="shrink-0 font-medium underline-offset-2 hover:text-link hover:underline"
      >
        {line.name || line.orderId}
      </Link>
      <span className="min-w-0 flex-1 text-muted-foreground text-xs">{withOutcome ? sayOutcome(line) : line.why}</span>
      {line.currency && <Money amount={line.amount} currency={line.currency} className="shrink-0" />}
    </li>
  );
}
