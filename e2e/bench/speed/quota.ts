import type { RecordedCall } from "../floor/recorder";

export type Quota = "none" | "real";

const pointsPerSecond = 1_000;
const bucket = 20_000;
const callsPerWindow = 600;
const windowSeconds = 60;

/**
 * How many of something that cost so much in all the platforms' limits let through in a second, beginning with a full
 * bucket and a fresh minute. Sitoo's calls come by the minute: what is left in one is lost, and those of the last minute
 * take as long as they take us, which is no fault of the quota.
 */
export function allowedPerSecond(count: number, points: number, calls: readonly Pick<RecordedCall, "startedAt" | "endedAt">[]): number {
  const windowsBefore = Math.max(0, Math.ceil(calls.length / callsPerWindow) - 1);
  const first = calls.slice(0, callsPerWindow);
  const secondsPerCall =
    first.length === 0 ? 0 : (Math.max(...first.map(({ endedAt }) => endedAt)) - first[0]!.startedAt) / 1_000 / first.length;
  const lastWindow = (calls.length - windowsBefore * callsPerWindow) * secondsPerCall;
  return count / Math.max((points - bucket) / pointsPerSecond, windowsBefore * windowSeconds + lastWindow);
}
