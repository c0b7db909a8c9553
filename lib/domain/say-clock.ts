import { partsIn } from "./zone-clock";

/** "14:02" on the clock of a zone. */
export function clockIn(zone: string, at: Date): string {
  const { hour, minute } = partsIn(zone, at);
  return `${hour}:${minute}`;
}

/** "26 Nov" on the calendar of a zone. */
export function dayIn(zone: string, at: Date): string {
  const { day, monthName } = partsIn(zone, at);
  return `${Number(day)} ${monthName}`;
}

/** "14:02" today, "26 Nov, 14:02" on another day. */
export const sinceIn = (zone: string, at: Date, now: Date): string =>
  dayIn(zone, at) === dayIn(zone, now) ? clockIn(zone, at) : `${dayIn(zone, at)}, ${clockIn(zone, at)}`;
