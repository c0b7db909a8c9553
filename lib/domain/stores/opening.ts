import { afterMinutes, clockIn, minutesOf } from "../clock-in";

/** "HH:MM" on the clock of the store; "24:00" ends the day. Open from `opensAt` up to `closesAt`. */
export type OpeningHours = { opensAt: string; closesAt: string; closedOnSundays: boolean };

/** The instant at which today's opening began, where the store is; null while it is closed. */
export function openedAt({ opensAt, closesAt, closedOnSundays }: OpeningHours, zone: string, now: Date): Date | null {
  const { weekday, minutes } = clockIn(zone, now);
  if (closedOnSundays && weekday === "Sun") return null;
  const [opens, closes] = [minutesOf(opensAt), minutesOf(closesAt)];
  if (minutes < opens || minutes >= closes) return null;
  return afterMinutes(opens - minutes, zone, now);
}
