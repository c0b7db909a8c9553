/** "14:02" on the clock of a zone. */
export const clockIn = (zone: string, at: Date): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);

/** "26 Nov" on the calendar of a zone. */
export const dayIn = (zone: string, at: Date): string =>
  new Intl.DateTimeFormat("en-GB", { timeZone: zone, day: "numeric", month: "short" }).format(at);

/** "14:02" today, "26 Nov, 14:02" on another day. */
export const sinceIn = (zone: string, at: Date, now: Date): string =>
  dayIn(zone, at) === dayIn(zone, now) ? clockIn(zone, at) : `${dayIn(zone, at)}, ${clockIn(zone, at)}`;
