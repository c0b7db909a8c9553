import type { Answer, Meter } from "../budget";
import { retryAfterMs } from "../http-failure";

const windowMs = 60_000;

/** A window of calls per API ID, steered by `X-Rate-Limit-*` where Sitoo sends them, else by the figure given. */
export function callMeter(callsPerMinute: number): Meter {
  let limit = callsPerMinute;
  let left = limit;
  let lowest = Number.POSITIVE_INFINITY;
  let endsAt: number | null = null;
  let isTold = false;
  let inFlight = 0;

  function openWindow(until: number, told: boolean) {
    endsAt = until;
    isTold = told;
    lowest = Number.POSITIVE_INFINITY;
    left = limit - inFlight;
  }

  return {
    costOf: () => 1,

    spend(_, now) {
      if (endsAt === null || now >= endsAt) openWindow(now + windowMs, false);
      if (left <= 0) return Math.max(1, (endsAt ?? now) - now);
      left -= 1;
      inFlight += 1;
      return 0;
    },

    settle(_operation, _cost, answer, now) {
      inFlight -= 1;
      if (answer === null) return 1;
      const { limit: toldLimit, remaining, resetAt } = quotaOf(answer);
      if (toldLimit !== null) limit = toldLimit;
      if (resetAt !== null && resetAt > now && (!isTold || resetAt > (endsAt ?? 0))) openWindow(resetAt, true);
      if (remaining !== null) {
        lowest = Math.min(lowest, remaining); // answers overtake each other: in one window the lowest is the latest
        left = lowest - inFlight;
      }
      if (answer.status === 429) {
        left = 0;
        endsAt = Math.max(now + retryAfterMs(answer.headers, now), resetAt ?? 0);
      }
      return 1;
    },
  };
}

function quotaOf({ headers }: Answer) {
  const figure = (name: string) => {
    const value = headers.get(name);
    return value !== null && /^\d+(\.\d+)?$/.test(value) ? Number(value) : null;
  };
  const reset = figure("x-rate-limit-reset");
  return {
    limit: figure("x-rate-limit-limit"),
    remaining: figure("x-rate-limit-remaining"),
    resetAt: reset === null ? null : Math.min(1000 * reset, Date.now() + 15 * windowMs),
  };
}
