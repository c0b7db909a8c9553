/** "HH:MM" on the clock of the store; "24:00" ends the day. Open from `opensAt` up to `closesAt`. */
export type OpeningHours = { opensAt: string; closesAt: string; closedOnSundays: boolean };

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return hours * 60 + minutes;
};

/** The instant at which today's opening began, where the store is; null while it is closed. */
export function openedAt({ opensAt, closesAt, closedOnSundays }: OpeningHours, zone: string, now: Date): Date | null {
  const { weekday, minutes } = clockIn(zone, now);
  if (closedOnSundays && weekday === "Sun") return null;
  const [opens, closes] = [minutesOf(opensAt), minutesOf(closesAt)];
  if (minutes < opens || minutes >= closes) return null;
  // Clocks may have been changed since it opened: what the clock said then decides, and it may have been the day before.
  const guess = new Date(Math.floor(now.getTime() / 60_000) * 60_000 - (minutes - opens) * 60_000);
  const off = ((opens - clockIn(zone, guess).minutes + 1.5 * day) % day) - day / 2;
  return new Date(guess.getTime() + off * 60_000);
}

const day = 24 * 60;

function clockIn(zone: string, at: Date): { weekday: string; minutes: number } {
  const options = { timeZone: zone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const parts = new Intl.DateTimeFormat("en-GB", options).formatToParts(at);
  const { weekday = "", hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return { weekday, minutes: Number(hour) * 60 + Number(minute) };
}
