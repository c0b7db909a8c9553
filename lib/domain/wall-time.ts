import { offsetIn, partsIn } from "./zone-clock";

const dayMs = 86_400_000;

/** "2026-11-27T08:00" on the wall of a zone. */
export const toWallTime = (at: string, zone: string): string => {
  const { year, month, day, hour, minute } = partsIn(zone, Date.parse(at));
  return `${year}-${month}-${day}T${hour}:${minute}`;
};

/**
 * The moment at which the clock of a zone shows this. What it shows twice is the first time for a start and the second for an end, so that a
 * promotion loses no hour; what it skips is the moment of the jump. Null: no such date.
 */
export function fromWallTime(wall: string, zone: string, edge: "start" | "end"): string | null {
  const naive = Date.parse(`${wall}:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(wall) || Number.isNaN(naive) || new Date(naive).toISOString().slice(0, 16) !== wall)
    return null;
  const [before, after] = [naive - offsetIn(zone, naive - dayMs), naive - offsetIn(zone, naive + dayMs)];
  const fits = [before, after].filter((at) => toWallTime(new Date(at).toISOString(), zone) === wall);
  if (fits.length > 0) return new Date(edge === "start" ? Math.min(...fits) : Math.max(...fits)).toISOString();
  return new Date(jumpBetween(Math.min(before, after) - 1, Math.max(before, after) + 1, zone)).toISOString();
}

/** "Fri 27 Nov 08:00". */
export function sayWallTime(at: string, zone: string): string {
  const { weekday, day, monthName, hour, minute } = partsIn(zone, Date.parse(at));
  return `${weekday} ${Number(day)} ${monthName} ${hour}:${minute}`;
}

/** "14:02". */
export function sayWallClock(at: string, zone: string): string {
  const { hour, minute } = partsIn(zone, Date.parse(at));
  return `${hour}:${minute}`;
}

/** The first moment with the later offset. */
function jumpBetween(from: number, to: number, zone: string): number {
  let [low, high] = [from, to];
  const earlier = offsetIn(zone, low);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetIn(zone, middle) === earlier) low = middle;
    else high = middle;
  }
  return high;
}
