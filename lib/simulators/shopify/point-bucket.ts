import type { Quota } from "../quota";

export type ThrottleStatus = { maximumAvailable: number; currentlyAvailable: number; restoreRate: number };

export const largestQuery = 1000;
const realBucket = { size: 20_000, perSecond: 1000 };

/** The shop's leaky bucket of points; kept in memory, because it is full again within seconds of any restart. */
export function openBucket(quota: () => Quota, nowMs: () => number = Date.now) {
  let spent = 0;
  let at = nowMs();

  const limits = () => {
    const { mode, limit, windowSeconds } = quota();
    return mode === "custom" ? { size: limit, perSecond: limit / windowSeconds } : realBucket;
  };
  const restore = () => {
    const now = nowMs();
    spent = Math.max(0, spent - ((now - at) / 1000) * limits().perSecond);
    at = now;
  };

  return {
    /** False: too few points, nothing is taken. */
    take(points: number): boolean {
      restore();
      if (quota().mode === "none") return true;
      if (limits().size - spent < points) return false;
      spent += points;
      return true;
    },
    giveBack(points: number): void {
      if (quota().mode !== "none") spent = Math.max(0, spent - points);
    },
    status(): ThrottleStatus {
      restore();
      const { size, perSecond } = limits();
      return { maximumAvailable: size, currentlyAvailable: Math.floor(size - spent), restoreRate: perSecond };
    },
  };
}
export type PointBucket = ReturnType<typeof openBucket>;
