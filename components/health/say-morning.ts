import type { Home } from "@/components/query/use-home";
import { sayCount } from "@/components/ui/say-count";
import { sayClock } from "@/components/ui/say-time";
import { countAll } from "@/lib/domain/records/flow-health";

export type DaySentence = { isQuiet: boolean; text: string };

const minuteOf = (at: Date, zone: string) => sayClock(at, zone).slice(0, 5);

/** What a person reads first in the morning. Quiet only when nothing is held, promised too late, paused or open. */
export function sayMorning(home: Home, zone: string): DaySentence {
  const confirmed = home.flows.reduce((sum, { today }) => sum + (today.confirmed ?? 0), 0);
  const wrong = home.flows.reduce((sum, { today }) => sum + countAll(today) - (today.confirmed ?? 0) - (today.skipped ?? 0), 0);
  const paused = home.flows.filter(({ isPaused }) => isPaused).length;
  const census = home.flows.map(({ censusAt }) => censusAt).filter((at) => at !== null);
  const last = census.sort((a, b) => b.getTime() - a.getTime())[0];
  const looked = last ? `, last full look ${minuteOf(last, zone)}` : "";
  if (home.held.orders === 0 && home.causes.open === 0 && home.broken === 0 && paused === 0) {
    if (confirmed === 0) return { isQuiet: true, text: `All quiet: nothing had to be moved since 00:00${looked}.` };
    const fixed = wrong > 0 ? `, ${sayCount(wrong, "trouble")} came up and passed` : "";
    return { isQuiet: true, text: `All quiet: ${sayCount(confirmed, "record")} confirmed since 00:00${fixed}${looked}.` };
  }
  const parts = [
    home.broken > 0 && `${sayCount(home.broken, "promise")} broken`,
    home.held.orders > 0 && `${sayCount(home.held.orders, "order")} held`,
    home.causes.open > 0 && `${sayCount(home.causes.open, "cause")} open`,
    paused > 0 && `${sayCount(paused, "flow")} paused`,
  ].filter((part) => part !== false);
  return { isQuiet: false, text: `${listed(parts)}. ${sayCount(confirmed, "record")} confirmed since 00:00.` };
}

const listed = (parts: readonly string[]) => (parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`);
