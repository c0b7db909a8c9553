"use client";

import { cn } from "./cn";
import { sayCount } from "./say-count";

type Chip<Value> = { value: Value; label: string; hint: string; count: number | null; isBad?: boolean };
type Props<Value> = { chosen: Value; chips: readonly Chip<Value>[]; onChoose: (value: Value) => void; className?: string };

/** What a list is narrowed to; each number is exactly the list it opens. */
export function ChoiceChips<Value extends string>({ chosen, chips, onChoose, className }: Props<Value>) {
  return (
    <fieldset aria-label="Show" className={cn("flex flex-wrap gap-1", className)}>
      {chips.map(({ value, label, hint, count, isBad = false }) => (
        <button
          key={value}
          type="button"
          aria-pressed={value === chosen}
          title={hint}
          onClick={() => onChoose(value)}
          className={cn(
            "inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs touch:h-11",
            value === chosen ? "border-primary bg-selected font-medium" : "text-muted-foreground hover:bg-hover hover:text-foreground",
          )}
        >
          {label}
          {count !== null && (
            <span className={cn("tabular-nums", isBad && count > 0 ? "text-bad" : value === chosen ? "text-foreground" : "text-faint")}>
              {sayCount(count)}
            </span>
          )}
        </button>
      ))}
    </fieldset>
  );
}
