export type Moment = { label: string; until: Date };

/** What people snooze until, in the store's zone; only what still lies ahead. */
export function listSnoozeTimes(now: Date, zone: string): Moment[] {
  const { weekday } = partsIn(now, zone);
  const toMonday = (8 - weekday) % 7 || 7;
  return [
    { label: "In 1 hour", until: new Date(now.getTime() + 3_600_000) },
    { label: "In 4 hours", until: new Date(now.getTime() + 4 * 3_600_000) },
    { label: "Today 17:00", until: atHour(now, 0, 17, zone) },
    { label: "Tomorrow 08:00", until: atHour(now, 1, 8, zone) },
    { label: "Monday 08:00", until: atHour(now, toMonday, 8, zone) },
  ].filter(({ until }) => until.getTime() - now.getTime() > 15 * 60_000);
}

export const listExpiries = (now: Date): Moment[] =>
  [
    { label: "For a day", days: 1 },
    { label: "For a week", days: 7 },
    { label: "For a month", days: 30 },
    { label: "For three months", days: 91 },
  ].map(({ label, days }) => ({ label, until: new Date(now.getTime() + days * 86_400_000) }));

/** A full hour so many days from now, as the clock on the store's wall shows it. */
function atHour(now: Date, days: number, hour: number, zone: string): Date {
  const { year, month, day } = partsIn(now, zone);
  const wall = Date.UTC(year, month - 1, day + days, hour);
  // Twice: the first guess may lie on the other side of a clock change.
  const guess = wall - offsetAt(new Date(wall), zone);
  return new Date(wall - offsetAt(new Date(guess), zone));
}

function offsetAt(at: Date, zone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(at, zone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

function partsIn(at: Date, zone: string) {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
    weekday: "short",
    hourCycle: "h23",
  });
  const found = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const number = (name: string) => Number(found[name]);
  return {
    year: number("year"),
    month: number("month"),
    day: number("day"),
    hour: number("hour"),
    minute: number("minute"),
    second: number("second"),
    weekday: weekdays.indexOf(found.weekday ?? ""),
  };
}
