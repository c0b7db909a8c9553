import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { Budget } from "./budget";
import { pointMeter } from "./shopify/point-meter";
import { callMeter } from "./sitoo/call-meter";

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));

/** Shopify's bucket as Shopify keeps it. */
function bucket(most: number, perSecond: number) {
  let available = most;
  let at = Date.now();
  const figures = (requestedQueryCost: number, actualQueryCost: number | null) => ({
    extensions: {
      cost: {
        requestedQueryCost,
        actualQueryCost,
        throttleStatus: { maximumAvailable: most, currentlyAvailable: available, restoreRate: perSecond },
      },
    },
  });
  return async function answer(requested: number, actual: number) {
    available = Math.min(most, available + ((Date.now() - at) / 1000) * perSecond);
    at = Date.now();
    if (available < requested) return { isRefused: true, body: figures(requested, null) };
    available -= requested;
    await later(50);
    available = Math.min(most, available + requested - actual + ((Date.now() - at) / 1000) * perSecond);
    at = Date.now();
    return { isRefused: false, body: figures(requested, actual) };
  };
}

test("fifty orders asked for at once are read without one THROTTLED, as fast as points flow back", async () => {
  const shop = bucket(2000, 100);
  const budget = new Budget(pointMeter());
  const began = Date.now();
  const done = Promise.all(
    Array.from({ length: 50 }, async () => {
      const admission = await budget.admit("orders.find", 490, 60_000);
      if ("waitMs" in admission) return false;
      const { isRefused, body } = await shop(490, 60);
      budget.settle("orders.find", admission.cost, { status: 200, headers: new Headers(), body }, isRefused);
      return true;
    }),
  );
  await vi.runAllTimersAsync();
  expect(await done).toEqual(Array.from({ length: 50 }, () => true));
  expect(budget.spending).toMatchObject({ calls: 50, points: 3000, refused: 0, postponed: 0 });
  // 3,000 points spent plus the 490 that the last must find there, from a bucket of 2,000 that gets 100 a second.
  expect(Date.now() - began).toBeLessThan(17_000);
});

test("who would wait too long is sent away with the time, without holding up who can wait", async () => {
  const budget = new Budget(callMeter(1));
  const first = await budget.admit("op", 1, 5_000);
  expect(first).toEqual({ cost: 1 });
  budget.settle("op", 1, { status: 200, headers: new Headers(), body: null }, false);
  expect(await budget.admit("op", 1, 5_000)).toEqual({ waitMs: 60_000 });

  const patient = budget.admit("op", 1, 120_000);
  const hasty = budget.admit("op", 1, 5_000);
  expect(await hasty).toEqual({ waitMs: 60_000 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await patient).toEqual({ cost: 1 });
  expect(budget.spending).toMatchObject({ calls: 1, postponed: 2, waitedMs: 60_000 });
});
