import { sayClock, sayDistance } from "@/components/ui/say-time";
import { isoDayIn, partsIn } from "@/lib/domain/zone-clock";

const nearMs = 4 * 3_600_000;
export type Urgency = "broken" | "near" | "far";

export const urgencyOf = (at: Date, now: Date): Urgency =>
  at.getTime() < now.getTime() ? "broken" : at.getTime() - now.getTime() < nearMs ? "near" : "far";

export const sayMinute = (at: Date, zone: string): string => sayClock(at, zone).slice(0, 5);

/** "17:00", "tomorrow 17:00", "Tue 17:00", and from a week on "3 Oct". */
export function sayWhen(at: Date, now: Date, zone: string): string {
  const days = dayNumber(at, zone) - dayNumber(now, zone);
  const clock = sayMinute(at, zone);
  if (days === 0) return clock;
  if (days === 1) return `tomorrow ${clock}`;
  if (days === -1) return `yesterday ${clock}`;
  if (days > 1 && days < 7) return `${partsIn(zone, at).weekday} ${clock}`;
  return sayDistance(at, now, zone);
}

/** "due 17:00"; once it is too late "40 min late". */
export const sayPromise = (at: Date, now: Date, zone: string): string =>
  urgencyOf(at, now) === "broken" ? `${sayLength(now.getTime() - at.getTime())} late` : `due ${sayWhen(at, now, zone)}`;

/** What is left to take it: "40 min", "2 h", "3 h late". */
export function sayLeft(at: Date, now: Date): string {
  const left = at.getTime() - now.getTime();
  return left < 0 ? `${sayLength(-left)} late` : sayLength(left);
}

/** "40 min", "1 h 10 min", "7 h", "3 d". */
export function sayLength(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 2) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return hours < 48 ? `${Math.round(minutes / 60)} h` : `${Math.round(hours / 24)} d`;
}

const dayNumber = (at: Date, zone: string): number => Date.parse(isoDayIn(zone, at)) / 86_400_000;
