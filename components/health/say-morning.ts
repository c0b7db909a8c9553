import type { Home } from "@/components/query/home-answers";
import { sayCount } from "@/components/ui/say-count";
import { sayClock } from "@/components/ui/say-time";
import { countAll } from "@/lib/domain/records/flow-health";

export type DaySentence = { isQuiet: boolean; text: string };

const minuteOf = (at: Date, zone: string) => sayClock(at, zone).slice(0, 5);

/** What a person reads first in the morning. Quiet only when nothing is held, promised too late, paused or open. */
export function sayMorning(home: Home, zone: string): DaySentence {
  const moving = home.flows.filter(({ flow }) => flow === "carry-orders" || flow === "drain-stock");
  const confirmed = moving.reduce((sum, { today }) => sum + (today.confirmed ?? 0), 0);
  const wrong = moving.reduce((sum, { today }) => sum + countAll(today) - (today.confirmed ?? 0) - (today.skipped ?? 0), 0);
  const paused = moving.filter(({ isPaused }) => isPaused).length;
  const late = home.flows.filter(({ isLate, flow }) => isLate && flow !== "compare-stock").length;
  const looked = sayLooked(home, zone);
  if (home.held.orders === 0 && home.causes.open === 0 && home.broken === 0 && paused === 0 && late === 0) {
    if (confirmed === 0) return { isQuiet: true, text: `All quiet: nothing had to be moved since 00:00${looked}.` };
    const fixed = wrong > 0 ? `, ${sayCount(wrong, "trouble")} came up and passed` : "";
    return { isQuiet: true, text: `All quiet: ${sayCount(confirmed, "record")} confirmed since 00:00${fixed}${looked}.` };
  }
  const parts = [
    home.broken > 0 && `${sayCount(home.broken, "promise")} broken`,
    home.held.orders > 0 && `${sayCount(home.held.orders, "order")} held`,
    home.causes.open > 0 && `${sayCount(home.causes.open, "cause")} open`,
    paused > 0 && `${sayCount(paused, "flow")} paused`,
    late > 0 && `${sayCount(late, "flow")} not heard of for too long`,
  ].filter((part) => part !== false);
  return { isQuiet: false, text: `${listed(parts)}. ${sayCount(confirmed, "record")} confirmed since 00:00.` };
}

/** The last full compare and what it found. */
function sayLooked({ flows }: Home, zone: string): string {
  const [last] = flows
    .filter(({ flow, found, freshAt }) => flow === "compare-stock" && found && freshAt)
    .toSorted((a, b) => Number(b.freshAt) - Number(a.freshAt));
  if (!last?.found || !last.freshAt) return "";
  const { differ, fixed } = last.found;
  return `, last full check ${minuteOf(last.freshAt, zone)} found ${differ === 0 ? "nothing" : `${sayCount(differ)}, fixed ${sayCount(fixed)}`}`;
}

const listed = (parts: readonly string[]) => (parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`);
