"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";

import type { Plan } from "@/components/query/use-plan";
import { cn } from "@/components/ui/cn";
import { Money } from "@/components/ui/money";
import { sayCount } from "@/components/ui/say-count";
import { StatusPill } from "@/components/ui/status-pill";

import { PlanLines } from "./plan-lines";

const order = ["goes", "still-held", "already-there", "pointless"] as const;
const explained: Record<(typeof order)[number], string> = {
  goes: "sent and read back",
  "still-held": "something holds them still",
  "already-there": "not sent again",
  pointless: "no longer wanted",
};

/** The four verdicts with counts and money; a verdict with orders opens them. */
export function VerdictRows({ plan }: { plan: Plan }) {
  const [opened, open] = useState<string | null>(null);
  return (
    <ul className="divide-y">
      {order.map((verdict) => {
        const count = plan.verdicts.find((each) => each.verdict === verdict);
        const isOpen = opened === verdict;
        return (
          <li key={verdict}>
            <button
              type="button"
              disabled={!count}
              aria-expanded={count ? isOpen : undefined}
              onClick={() => open(isOpen ? null : verdict)}
              className={cn(
                "grid w-full grid-cols-[7.5rem_2.5rem_5.5rem_minmax(0,1fr)_1rem] items-center gap-2 px-3 py-1.5 text-left",
                count ? "hover:bg-hover" : "text-faint",
                isOpen && "bg-selected",
              )}
            >
              <StatusPill of="verdict" value={verdict} as="plain" className={cn(!count && "[&_svg]:text-faint")} />
              <span className="text-right font-semibold tabular-nums">{sayCount(count?.orders ?? 0)}</span>
              <span className="text-right text-muted-foreground tabular-nums">
                {count?.currency ? <Money amount={count.amount} currency={count.currency} /> : ""}
              </span>
              <span className="truncate text-faint text-xs">{explained[verdict]}</span>
              {count && <ChevronRight className={cn("size-3.5 text-faint transition-transform", isOpen && "rotate-90")} aria-hidden />}
            </button>
            {verdict === "still-held" && plan.stillHeld.length > 0 && (
              <ul className="grid gap-0.5 px-3 pb-2 pl-9 text-muted-foreground text-xs">
                {plan.stillHeld.slice(0, 5).map(({ why, orders }) => (
                  <li key={why} className="flex gap-2">
                    <span className="shrink-0 tabular-nums">{sayCount(orders)}×</span>
                    <span>{why}</span>
                  </li>
                ))}
                {plan.stillHeld.length > 5 && <li>and other reasons: open the list</li>}
              </ul>
            )}
            {isOpen && <PlanLines planId={plan.id} choice={{ verdict }} />}
          </li>
        );
      })}
    </ul>
  );
}
