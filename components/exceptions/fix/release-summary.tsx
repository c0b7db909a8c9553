"use client";

import { Ban, CheckCheck, EqualNot, X } from "lucide-react";

import type { Plan } from "@/components/query/use-plan";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";

import { OutcomeTabs } from "./outcome-tabs";
import { nounOf } from "./say-release";
import { saySummary } from "./say-summary";

/** What a release did, held against what was foreseen. */
export function ReleaseSummary({ plan, onDismiss }: { plan: Plan; onDismiss: (() => void) | null }) {
  const isAborted = plan.state === "aborted";
  const isClean = !isAborted && plan.progress.differs === 0;
  const Icon = isAborted ? Ban : isClean ? CheckCheck : EqualNot;
  return (
    <div className="overflow-hidden rounded-lg border">
      <div
        role="status"
        className={cn("flex items-start gap-2.5 px-3 py-2.5", isClean ? "bg-good-soft text-good" : "bg-warn-soft text-warn")}
      >
        <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{saySummary(plan)}</p>
          <p className="text-xs">
            By {plan.byName}
            {plan.endedAt && (
              <>
                , <RelativeTime at={plan.endedAt} isPast />
              </>
            )}
            {plan.editCount > 0 && ` · ${sayCount(plan.editCount, nounOf(plan.edits))} saved`}
          </p>
        </div>
        {onDismiss && (
          <Button size="icon-sm" variant="ghost" aria-label="Dismiss" onClick={onDismiss}>
            <X />
          </Button>
        )}
      </div>
      <OutcomeTabs plan={plan} isLive={false} />
    </div>
  );
}
