import type { Foreseen } from "@/components/query/mapping-answers";
import { sayCount } from "@/components/ui/say-count";

type Edit = Pick<Foreseen, "kind" | "theirs" | "ours" | "oursTitle" | "sharing" | "units" | "unitsNext">;

/** What one change does beyond its own row, in words. Null when nothing. */
export function sayEffect({ kind, ours, oursTitle, sharing, units, unitsNext }: Edit, name: string): string | null {
  if (kind === "location") return sayMove(name, oursTitle ?? ours, units, unitsNext);
  if (sharing.length === 0) return null;
  const stock = units === null ? "one stock" : `one stock of ${sayCount(units, "unit")}`;
  return `${sayCount(sharing.length + 1)} web products will share ${stock}: ${sayList(sharing)} ${sharing.length === 1 ? "sells" : "sell"} ${ours} too. Selling one takes it from ${sharing.length === 1 ? "the other" : "the others"}.`;
}

function sayMove(name: string, warehouse: string | null, units: number | null, unitsNext: number | null): string | null {
  if (warehouse === null)
    return units === null || units === 0
      ? null
      : `${sayCount(units, "unit")} shown at ${name} will no longer follow the till, and its new orders are held.`;
  const next = unitsNext === null ? "" : ` (${sayCount(unitsNext, "unit")} as last read)`;
  if (units === null || units === 0) return `${name} will sell what ${warehouse} has${next}.`;
  return `${name} shows ${sayCount(units, "unit")} now; it will sell what ${warehouse} has${next} instead.`;
}

const sayList = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${sayCount(names.length - 3)} more`;
