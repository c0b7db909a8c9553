import { partsIn } from "@/lib/domain/zone-clock";

const steps = [
  { unit: "min", seconds: 60, until: 3600 },
  { unit: "h", seconds: 3600, until: 86_400 },
  { unit: "d", seconds: 86_400, until: 7 * 86_400 },
] as const;

/** "just now", "4 min ago", "in 2 h", and from a week on the day: "3 Oct", "3 Oct 2025". */
export function sayDistance(at: Date, now: Date, zone: string): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const size = Math.abs(seconds);
  // What has just happened may be a little ahead of a clock that ticks every five seconds.
  if (size < 45) return seconds > 5 ? "in a moment" : "just now";
  const step = steps.find(({ until }) => size < until - 30);
  if (!step) return sayDay(at, now, zone);
  const count = Math.max(1, Math.round(size / step.seconds));
  return seconds > 0 ? `in ${count} ${step.unit}` : `${count} ${step.unit} ago`;
}

function sayDay(at: Date, now: Date, zone: string): string {
  const { day, monthName, year } = partsIn(zone, at);
  return `${Number(day)} ${monthName}${year === partsIn(zone, now).year ? "" : ` ${year}`}`;
}

/** "Sat 21 Nov 2026, 09:23:05, Europe/London". */
export function sayExact(at: Date, zone: string): string {
  const { weekday, day, monthName, year } = partsIn(zone, at);
  return `${weekday} ${Number(day)} ${monthName} ${year}, ${sayClock(at, zone)}, ${zone}`;
}

/** "09:23:05" where the store is. */
export function sayClock(at: Date, zone: string): string {
  const { hour, minute, second } = partsIn(zone, at);
  return `${hour}:${minute}:${second}`;
}
