import type { Answer, Meter } from "../budget";

const windowMs = 60_000;
const longestWindowMs = 15 * windowMs;
const slicesOfWindow = 6;
const longestGuessMs = 15_000;

/**
 * A window of calls per API ID, steered by `X-Rate-Limit-*` where Sitoo sends them, else by the figure given.
 * With neither, with others about, or after a 429, which shuts the door for 1, 2, 4 … seconds, a single call feels the way first.
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
  let fraction = 1;
  /** Own calls of this window. */
  let spent = 0;

  /** Where Sitoo tells no window, several processes cannot know of the same one: each spends its part in slices. */
  const slices = () => (fraction < 1 && !isEndTold ? slicesOfWindow : 1);
  const allotted = () => Math.max(1, Math.floor((limit * fraction) / slices()));
  const isUnsure = () => limit === Number.POSITIVE_INFINITY || fraction < 1 || strikes > 0;
  /** Of the own part, and of what Sitoo told is left for all. */
  const unspent = () => Math.min(allotted() - spent, lowest - inFlight);

  function openWindow(until: number, isTold: boolean) {
    endsAt = until;
    isEndTold = isTold;
    isShut = false;
    lowest = Number.POSITIVE_INFINITY;
    spent = inFlight;
    left = (isFeeling && isUnsure() ? 1 : allotted()) - inFlight;
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
      if (now >= endsAt) openWindow(now + windowMs / slices(), false);
      if (left <= 0) return Math.max(1, endsAt - now);
      left -= 1;
      inFlight += 1;
      spent += 1;
      return 0;
    },

    share(part) {
      fraction = part;
      // What others have spent of this window only Sitoo knows: where it does not tell, a larger part counts from the next one.
      if (endsAt > 0 && !isShut && !isFeeling) left = lowest === Number.POSITIVE_INFINITY ? Math.min(left, unspent()) : unspent();
    },

    unspent: (now) => (now >= endsAt || limit === Number.POSITIVE_INFINITY ? 1 : Math.max(0, left) / allotted()),

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
        left = fraction < 1 ? unspent() : lowest - inFlight;
      } else if (isFeeling && !isShut && isUnsure()) left = unspent();
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
