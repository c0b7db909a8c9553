import type { Answer, Meter } from "../budget";

const windowMs = 60_000;
const longestWindowMs = 15 * windowMs;
const longestGuessMs = 15_000;

/**
 * A window of calls per API ID, steered by `X-Rate-Limit-*` where Sitoo sends them, else by the figure given.
 * With neither, a single call feels the way first, and a 429 shuts the door for 1, 2, 4 … seconds before the next one does.
 */
export function callMeter(callsPerMinute = Number.POSITIVE_INFINITY): Meter {
  let limit = callsPerMinute;
  let left = limit;
  let lowest = Number.POSITIVE_INFINITY;
  let endsAt = 0;
  let isEndTold = false;
  let isShut = false;
  let inFlight = 0;
  let strikes = 0;
  let isFeeling = true;

  function openWindow(until: number, isTold: boolean) {
    endsAt = until;
    isEndTold = isTold;
    isShut = false;
    lowest = Number.POSITIVE_INFINITY;
    left = (isFeeling && limit === Number.POSITIVE_INFINITY ? 1 : limit) - inFlight;
  }

  function shut(toldUntil: number | null, now: number) {
    if (!isShut) strikes += 1; // those under way at the same time are one refusal
    endsAt = toldUntil ?? (isShut || isEndTold ? endsAt : now + Math.min(longestGuessMs, 1000 * 2 ** (strikes - 1)));
    isShut = true;
    isFeeling = true;
    left = 0;
  }

  return {
    costOf: () => 1,

    spend(_, now) {
      if (now >= endsAt) openWindow(now + windowMs, false);
      if (left <= 0) return Math.max(1, endsAt - now);
      left -= 1;
      inFlight += 1;
      return 0;
    },

    settle(_operation, _cost, answer, now) {
      inFlight -= 1;
      if (answer === null) {
        if (isFeeling && !isShut) left = 1 - inFlight;
        return 1;
      }
      const told = quotaOf(answer, now);
      limit = told.limit ?? limit;
      if (told.resetAt !== null && told.resetAt > now && (!isEndTold || told.resetAt > endsAt)) openWindow(told.resetAt, true);
      if (answer.status === 429) {
        shut(told.retryAt ?? told.resetAt, now);
        return 1;
      }
      if (told.remaining !== null) {
        lowest = Math.min(lowest, told.remaining); // answers overtake each other: in one window the lowest is the latest
        left = lowest - inFlight;
      } else if (isFeeling && !isShut && limit === Number.POSITIVE_INFINITY) left = limit;
      if (!isShut) {
        isFeeling = false;
        strikes = 0;
      }
      return 1;
    },
  };
}

function quotaOf({ headers }: Answer, now: number) {
  const figure = (name: string) => {
    const value = headers.get(name);
    return value !== null && /^\d+(\.\d+)?$/.test(value) ? Number(value) : null;
  };
  const soon = (moment: number | null) => (moment === null ? null : Math.min(moment, now + longestWindowMs));
  const reset = figure("x-rate-limit-reset");
  const after = figure("retry-after");
  return {
    limit: figure("x-rate-limit-limit"),
    remaining: figure("x-rate-limit-remaining"),
    resetAt: soon(reset && 1000 * reset),
    retryAt: soon(after && now + 1000 * after),
  };
}
