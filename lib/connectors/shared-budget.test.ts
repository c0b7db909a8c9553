import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { grantPart } from "@/lib/domain/quota/share-of";

import { type Answer, Budget, type Lease } from "./budget";
import { pointMeter } from "./shopify/point-meter";
import { callMeter } from "./sitoo/call-meter";

beforeEach(() => void vi.useFakeTimers({ now: 1_800_000_000_000 }));
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));

/** What processes ask each other for, as the table keeps it. */
function table() {
  const rows = new Map<number, { asked: number; part: number; until: number }>();
  let exchanges = 0;
  const lease =
    (process: number): Lease =>
    async (asked) => {
      exchanges += 1;
      await later(2);
      const now = Date.now();
      const others = [...rows].filter(([other, { until }]) => other !== process && until > now - 60_000);
      const part = grantPart(
        asked,
        others.map(([, row]) => (row.until > now ? row : { asked: 0, part: 0 })),
      );
      rows.set(process, { asked, part, until: now + 5_000 });
      return part;
    };
  return { lease, exchanges: () => exchanges };
}

/** A window of calls that is told to nobody. */
function secretWindow(limit: number, windowMs: number) {
  let endsAt = 0;
  let calls = 0;
  return async (): Promise<Answer> => {
    await later(20);
    if (Date.now() >= endsAt) [endsAt, calls] = [Date.now() + windowMs, 0];
    calls += 1;
    const status = calls > limit ? 429 : 200;
    await later(20);
    return { status, headers: new Headers(), body: null };
  };
}

/** A bucket of points as Shopify keeps it. */
function bucket(most: number, perSecond: number) {
  let available = most;
  let at = Date.now();
  const flow = () => {
    available = Math.min(most, available + ((Date.now() - at) / 1000) * perSecond);
    at = Date.now();
  };
  return async (requestedQueryCost: number, actual: number): Promise<Answer> => {
    await later(20);
    flow();
    const isRefused = available < requestedQueryCost;
    if (!isRefused) available -= requestedQueryCost;
    await later(40);
    flow();
    if (!isRefused) available += requestedQueryCost - actual;
    const throttleStatus = { maximumAvailable: most, currentlyAvailable: available, restoreRate: perSecond };
    const cost = { requestedQueryCost, actualQueryCost: isRefused ? null : actual, throttleStatus };
    return { status: isRefused ? 429 : 200, headers: new Headers(), body: { extensions: { cost } } };
  };
}

/** Sends so many calls, each until it is taken; twenty at a time. */
async function send(budget: Budget, calls: number, cost: number, once: () => Promise<Answer>): Promise<void> {
  let left = calls;
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      for (let isTaken = false; !isTaken; ) {
        const admission = await budget.admit("op", cost, 30_000);
        if ("waitMs" in admission) {
          await later(admission.waitMs);
          continue;
        }
        const answer = await once();
        budget.settle("op", admission.cost, answer, answer.status === 429);
        isTaken = answer.status === 200;
      }
    }
  };
  await Promise.all(Array.from({ length: 20 }, worker));
}

const refusedOf = (budgets: Budget[]) => budgets.reduce((total, { spending }) => total + spending.refused, 0);
async function run(work: Promise<unknown>): Promise<void> {
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  while (!isOver) await vi.advanceTimersByTimeAsync(1_000);
  await over;
}

test("two processes share a window that nobody tells them, without a storm of refusals", async () => {
  const refusedWith = async (share: boolean) => {
    const call = secretWindow(60, 60_000);
    const { lease } = table();
    const budgets = [1, 2].map((process) => new Budget(callMeter(60), share ? lease(process) : null));
    await run(Promise.all(budgets.map((budget) => send(budget, 150, 1, call))));
    return refusedOf(budgets);
  };
  const shared = await refusedWith(true);
  expect(shared).toBeLessThanOrEqual(20);
  expect(await refusedWith(false), "what it is without").toBeGreaterThan(3 * shared);
});

test("between two leases no call asks anybody", async () => {
  const { lease, exchanges } = table();
  const budget = new Budget(callMeter(10_000), lease(1));
  await run(send(budget, 500, 1, secretWindow(10_000, 60_000)));
  expect([budget.spending.calls, exchanges()]).toEqual([500, 1]);
});

test("two processes share a bucket of points", async () => {
  const call = bucket(2_000, 100);
  const { lease } = table();
  const budgets = [1, 2].map((process) => new Budget(pointMeter(), lease(process)));
  await run(Promise.all(budgets.map((budget) => send(budget, 60, 300, () => call(300, 60)))));
  expect(budgets.map(({ spending }) => spending.points)).toEqual([3_600, 3_600]);
  expect(refusedOf(budgets)).toBeLessThanOrEqual(15);
});

test("who has more to do gets more, and all of it once the other is done", async () => {
  const call = secretWindow(60, 60_000);
  const { lease } = table();
  const [busy, calm] = [new Budget(callMeter(60), lease(1)), new Budget(callMeter(60), lease(2))];
  const began = Date.now();
  await run(Promise.all([send(busy, 300, 1, call), send(calm, 5, 1, call)]));
  // 305 calls of 60 a minute: six windows at best, and hardly more.
  expect(Date.now() - began).toBeLessThan(9 * 60_000);
  expect(refusedOf([busy, calm])).toBeLessThanOrEqual(40);
});

test("a table that cannot be asked costs nobody a call", async () => {
  const said = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  const budget = new Budget(callMeter(60), () => Promise.reject(new Error("the database is down")));
  expect(await budget.admit("op", 1, 5_000)).toEqual({ cost: 1 });
  expect(said).toHaveBeenCalledWith(expect.stringContaining("the last one goes on"), expect.any(Error));
  said.mockRestore();
});

test("idle quota is given only while nobody waits, lately waited, or needs what is left", async () => {
  const budget = new Budget(callMeter(4));
  const ok: Answer = { status: 200, headers: new Headers(), body: null };
  const take = async () => {
    const admission = await budget.admitIdle("probe", 1);
    if ("cost" in admission) budget.settle("probe", 1, ok, false);
    return "cost" in admission;
  };
  expect([await take(), await take(), await take()]).toEqual([true, true, true]);
  expect(await take(), "a quarter is kept for orders").toBe(true);
  expect(await take(), "nothing is left").toBe(false);

  await vi.advanceTimersByTimeAsync(60_000);
  const orders = Array.from({ length: 5 }, async () => {
    const admission = await budget.admit("order", 1, 120_000);
    if ("cost" in admission) budget.settle("order", 1, ok, false);
    return "cost" in admission;
  });
  expect(await take(), "others stand in line").toBe(false);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await Promise.all(orders)).toEqual([true, true, true, true, true]);
  expect(await take(), "somebody has just waited").toBe(false);
  await vi.advanceTimersByTimeAsync(6_000);
  expect(await take()).toBe(true);
  expect(budget.spending.postponed).toBe(3);
});
