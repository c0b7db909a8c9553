import { partsIn } from "./zone-clock";

const day = 24 * 60;

/** "HH:MM" as minutes since midnight. */
export const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
};

/** What a clock in the zone shows. */
export function clockIn(zone: string, at: Date): { weekday: string; minutes: number } {
  const { weekday, hour, minute } = partsIn(zone, at);
  return { weekday, minutes: Number(hour) * 60 + Number(minute) };
}

/** The moment so many minutes after `now` by the zone's clock; where it was changed in between, what it then shows decides. */
export function afterMinutes(ahead: number, zone: string, now: Date): Date {
  const wanted = clockIn(zone, now).minutes + ahead;
  const guess = new Date(Math.floor(now.getTime() / 60_000) * 60_000 + ahead * 60_000);
  const off = ((((wanted - clockIn(zone, guess).minutes + day / 2) % day) + day) % day) - day / 2;
  return new Date(guess.getTime() + off * 60_000);
}

/** The next moment after `now` at which a clock in the zone shows this time. */
export const nextAt = (clock: string, zone: string, now: Date): Date =>
  afterMinutes((minutesOf(clock) - clockIn(zone, now).minutes + day) % day || day, zone, now);
