const london = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  hourCycle: "h23",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
const hour = 3_600_000;
const naive = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * A clock reading in London → milliseconds since the epoch. An hour that happens twice is the first of the two,
 * one that never happens is the hour after. Null: not a time.
 */
export function fromLondon(text: string): number | null {
  const parts = naive
    .exec(text)
    ?.slice(1)
    .map((part) => Number(part ?? 0));
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = parts;
  const asUtc = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  if (month < 1 || month > 12 || new Date(asUtc).getUTCDate() !== day || hours > 23 || minutes > 59 || seconds > 59) return null;
  return wallClock(asUtc - hour) === asUtc ? asUtc - hour : asUtc;
}

/** What a clock in London shows, as if it were UTC. */
function wallClock(at: number): number {
  const part = Object.fromEntries(london.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
}
