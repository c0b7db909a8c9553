const dayMs = 86_400_000;

/** "2026-11-27T08:00" on the wall of a zone. */
export const toWallTime = (at: string, zone: string): string => {
  const { year, month, day, hour, minute } = partsIn(Date.parse(at), zone);
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
  const [before, after] = [naive - offsetAt(naive - dayMs, zone), naive - offsetAt(naive + dayMs, zone)];
  const fits = [before, after].filter((at) => toWallTime(new Date(at).toISOString(), zone) === wall);
  if (fits.length > 0) return new Date(edge === "start" ? Math.min(...fits) : Math.max(...fits)).toISOString();
  return new Date(jumpBetween(Math.min(before, after) - 1, Math.max(before, after) + 1, zone)).toISOString();
}

/** "Fri 27 Nov 08:00". */
export function sayWallTime(at: string, zone: string): string {
  const { weekday, day, monthName, hour, minute } = partsIn(Date.parse(at), zone);
  return `${weekday} ${Number(day)} ${monthName} ${hour}:${minute}`;
}

/** "14:02". */
export function sayWallClock(at: string, zone: string): string {
  const { hour, minute } = partsIn(Date.parse(at), zone);
  return `${hour}:${minute}`;
}

/** The first moment with the later offset. */
function jumpBetween(from: number, to: number, zone: string): number {
  let [low, high] = [from, to];
  const earlier = offsetAt(low, zone);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === earlier) low = middle;
    else high = middle;
  }
  return high;
}

function offsetAt(at: number, zone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(at, zone);
  return (
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) - Math.floor(at / 1000) * 1000
  );
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

// Numbers from Intl, words from here: browsers and Node disagree about "Sept".
function partsIn(at: number, zone: string) {
  const two = "2-digit" as const;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: two,
    day: two,
    weekday: "short",
    hour: two,
    minute: two,
    second: two,
    hourCycle: "h23",
  });
  const found = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const { year = "", month = "", day = "", weekday = "", hour = "", minute = "", second = "" } = found;
  return { year, month, day, weekday: weekday.slice(0, 3), monthName: months[Number(month) - 1] ?? "", hour, minute, second };
}
