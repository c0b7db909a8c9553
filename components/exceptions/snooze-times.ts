import { offsetIn, partsIn } from "@/lib/domain/zone-clock";

export type Moment = { label: string; until: Date };

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** What people snooze until, in the store's zone; only what still lies ahead. */
export function listSnoozeTimes(now: Date, zone: string): Moment[] {
  const toMonday = 7 - weekdays.indexOf(partsIn(zone, now).weekday);
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
  const { year, month, day } = partsIn(zone, now);
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day) + days, hour);
  // Twice: the first guess may lie on the other side of a clock change.
  const guess = wall - offsetIn(zone, wall);
  return new Date(wall - offsetIn(zone, guess));
}
