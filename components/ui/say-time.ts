const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
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
  const { day, month, year } = partsIn(at, zone);
  return `${day} ${months[month - 1]}${year === partsIn(now, zone).year ? "" : ` ${year}`}`;
}

/** "Sat 21 Nov 2026, 09:23:05, Europe/London". */
export function sayExact(at: Date, zone: string): string {
  const { weekday, day, month, year, clock } = partsIn(at, zone);
  return `${weekday} ${day} ${months[month - 1]} ${year}, ${clock}, ${zone}`;
}

/** "09:23:05" where the store is. */
export const sayClock = (at: Date, zone: string): string => partsIn(at, zone).clock;

// Numbers from Intl, words from here: browsers and Node disagree about "Sept".
function partsIn(at: Date, zone: string) {
  const options = {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  } as const;
  const found = Object.fromEntries(new Intl.DateTimeFormat("en-GB", options).formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    weekday: found.weekday?.slice(0, 3) ?? "",
    day: Number(found.day),
    month: Number(found.month),
    year: Number(found.year),
    clock: `${found.hour}:${found.minute}:${found.second}`,
  };
}
