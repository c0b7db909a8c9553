"use client";

import type { DriftCounts } from "@/components/query/stock-answers";
import { cn } from "@/components/ui/cn";
import { sayCount } from "@/components/ui/say-count";

import { showHints, showWords } from "./say-stock";
import { type DriftShow, driftShows } from "./stock-search";

type Props = { chosen: DriftShow; counts: DriftCounts | null; onChoose: (show: DriftShow) => void };

/** What the board is narrowed to; each number is exactly the list it opens. */
export function ShowChips({ chosen, counts, onChoose }: Props) {
  return (
    <fieldset aria-label="Show" className="order-last flex w-full flex-wrap gap-1">
      {driftShows.map((show) => (
        <button
          key={show}
          type="button"
          aria-pressed={show === chosen}
          title={showHints[show]}
          onClick={() => onChoose(show)}
          className={cn(
            "inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs touch:h-11",
            show === chosen ? "border-primary bg-selected font-medium" : "text-muted-foreground hover:bg-hover hover:text-foreground",
          )}
        >
          {showWords[show]}
          {counts && (
            <span
              className={cn(
                "tabular-nums",
                show === "danger" && counts.danger > 0 ? "text-bad" : show === chosen ? "text-foreground" : "text-faint",
              )}
            >
              {sayCount(counts[show])}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
