import type { HomeFlow } from "@/components/query/home-answers";
import { recordsHref } from "@/components/runs/record-search";
import { cn } from "@/components/ui/cn";
import { NumberLink } from "@/components/ui/number-link";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";

/** When everything was last asked for, and what that found. */
export function LastCheck({ flow: { flow, found, known, censusAt, lastRun } }: { flow: HomeFlow }) {
  if (found && lastRun) {
    const open = found.differ - found.fixed;
    return (
      <span className="whitespace-nowrap">
        <NumberLink
          count={found.differ}
          href={recordsHref({ run: lastRun.id, outcome: "accepted-different" })}
          label="found by the last full check"
          className="underline"
        >
          {sayCount(found.differ)} found
        </NumberLink>
        , <span className={cn(open > 0 && "text-warn")}>{sayCount(found.fixed)} closed</span>
        <span className="block text-faint text-xs">of {sayCount(found.compared)} compared</span>
      </span>
    );
  }
  if (known !== null) return <span className="whitespace-nowrap text-muted-foreground">{sayCount(known, "product")}</span>;
  if (flow === "carry-orders" || flow === "drain-stock")
    return censusAt ? <RelativeTime at={censusAt} isPast /> : <span className="text-faint">never</span>;
  return (
    <span className="text-faint">{flow === "pull-orders" ? "every minute" : flow === "pull-movements" ? "every minute" : "never"}</span>
  );
}
