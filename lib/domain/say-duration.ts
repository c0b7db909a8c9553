const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** 38 → "38 ms", 1240 → "1.2 s", 250000 → "4 min 10 s", 7500000 → "2 h 5 min". */
export function sayDuration(ms: number): string {
  const size = Math.max(0, Math.round(ms));
  if (size < 1_000) return `${size} ms`;
  if (size < 10_000) return `${Number((size / 1_000).toFixed(1))} s`;
  if (size < minute) return `${Math.round(size / 1_000)} s`;
  if (size < hour) return pair(size, minute, "min", 1_000, "s");
  if (size < day) return pair(size, hour, "h", minute, "min");
  return pair(size, day, "d", hour, "h");
}

function pair(ms: number, large: number, largeUnit: string, small: number, smallUnit: string): string {
  const total = Math.round(ms / small);
  const per = large / small;
  const rest = total % per;
  return rest === 0 ? `${total / per} ${largeUnit}` : `${Math.floor(total / per)} ${largeUnit} ${rest} ${smallUnit}`;
}
