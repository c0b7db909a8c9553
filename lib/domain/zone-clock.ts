/** What the clock and the calendar on the wall of a zone show. Texts have two digits, as ISO has them. */
export type WallParts = {
  year: string;
  month: string;
  day: string;
  /** "Mon" */
  weekday: string;
  /** "Sep" */
  monthName: string;
  hour: string;
  minute: string;
  second: string;
};

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = "2-digit" as const;
const options = { year: "numeric", month: two, day: two, weekday: "short", hour: two, minute: two, second: two, hourCycle: "h23" } as const;
const formats = new Map<string, Intl.DateTimeFormat>();

/** One per zone: making it takes a hundred times as long as using it. */
function formatOf(zone: string): Intl.DateTimeFormat {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone });
  formats.set(zone, format);
  return format;
}

/** Numbers from Intl, words from here: browsers and Node disagree about "Sept". Throws RangeError for a zone that is none. */
export function partsIn(zone: string, at: Date | number): WallParts {
  const found = Object.fromEntries(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const { year = "", month = "", day = "", weekday = "", hour = "", minute = "", second = "" } = found;
  return { year, month, day, weekday: weekday.slice(0, 3), monthName: months[Number(month) - 1] ?? "", hour, minute, second };
}

/** "2026-11-21". */
export function isoDayIn(zone: string, at: Date | number): string {
  const { year, month, day } = partsIn(zone, at);
  return `${year}-${month}-${day}`;
}

/** How far the zone's clock is ahead of UTC, in milliseconds. */
export function offsetIn(zone: string, at: number): number {
  const { year, month, day, hour, minute, second } = partsIn(zone, at);
  const shown = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return shown - Math.floor(at / 1000) * 1000;
}
