"use client";

import { type MappingCounts, type MappingShow, mappingShows } from "@/components/query/mapping-answers";
import { cn } from "@/components/ui/cn";
import { sayCount } from "@/components/ui/say-count";

export const showWords: Record<MappingShow, string> = {
  all: "All",
  blocked: "Holding orders",
  gaps: "Gaps",
  near: "Nearly the same code",
  "one-sided": "Not sold yet",
  duplicates: "Shared",
  mapped: "Mapped",
};

const hints: Record<MappingShow, string> = {
  all: "Every web product",
  blocked: "Orders wait for these",
  gaps: "No product of the till belongs to them",
  near: "The till has the code but for case, spaces, dashes or leading zeros",
  "one-sided": "Online without a product of the till; no order has asked for them yet",
  duplicates: "Several web products sell one product of the till",
  mapped: "By a saved mapping, not by the same code",
};

type Props = { chosen: MappingShow; counts: MappingCounts | null; onChoose: (show: MappingShow) => void };

/** What the list is narrowed to; each number is exactly the list it opens. */
export function FilterChips({ chosen, counts, onChoose }: Props) {
  return (
    <fieldset aria-label="Show" className="flex flex-wrap gap-1">
      {mappingShows.map((show) => (
        <button
          key={show}
          type="button"
          aria-pressed={show === chosen}
          title={hints[show]}
          onClick={() => onChoose(show)}
          className={cn(
            "inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs touch:h-11",
            show === chosen ? "border-primary bg-selected font-medium" : "text-muted-foreground hover:bg-hover hover:text-foreground",
          )}
        >
          {showWords[show]}
          {counts && (
            <span className={cn("tabular-nums", show === chosen ? "text-foreground" : "text-faint")}>{sayCount(counts[show])}</span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
