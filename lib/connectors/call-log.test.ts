import { expect, test } from "vitest";

import { noteCall, readCalls, readCallTimes } from "./call-log";

const now = Date.parse("2026-11-21T12:00:00Z");
const answer = (status: number, date?: string) => ({ status, headers: new Headers(date ? { date } : {}) });
const fresh = () => crypto.randomUUID();

test("nothing asked is nothing known", () => expect(readCalls(fresh())).toBeNull());

test("counts by minute and quarter, how long answers took, and who was told to slow down", () => {
  const id = fresh();
  for (let n = 1; n <= 20; n += 1) noteCall(id, { sentAt: now - 120_000 - n * 10 }, answer(n === 20 ? 429 : 200), null, now - 120_000);
  noteCall(id, { sentAt: now - 1_000 }, null, null, now);
  noteCall(id, { sentAt: now - 3_600_000 }, answer(429), null, now - 3_600_000);
  expect(readCalls(id, now)).toMatchObject({ lastMinute: 1, lately: 21, busy: 1, p50: 110, p95: 200, quota: null, skewMs: null });
});

test("points flow back, a window ends", () => {
  const bucket = fresh();
  noteCall(bucket, { sentAt: now }, answer(200), { unit: "points", limit: 2_000, left: 500, perSecond: 100, resetAt: null }, now);
  expect(readCalls(bucket, now + 5_000)?.quota).toEqual({ unit: "points", limit: 2_000, left: 1_000 });
  expect(readCalls(bucket, now + 60_000)?.quota?.left).toBe(2_000);
  const window = fresh();
  noteCall(window, { sentAt: now }, answer(200), { unit: "calls", limit: 600, left: 12, perSecond: 0, resetAt: now + 30_000 }, now);
  expect(readCalls(window, now + 29_000)?.quota?.left).toBe(12);
  expect(readCalls(window, now + 30_000)?.quota?.left).toBe(600);
});

test("a clock that goes wrong is seen through the slow answers", () => {
  const id = fresh();
  for (let n = 0; n < 9; n += 1) noteCall(id, { sentAt: now - 100 }, answer(200, new Date(now + 90_000).toUTCString()), null, now);
  noteCall(id, { sentAt: now - 30_000 }, answer(200, new Date(now).toUTCString()), null, now);
  expect(Math.round(Number(readCalls(id, now)?.skewMs) / 1_000)).toBe(91);
});

test("the last minutes, each connection for itself; a few slow calls are not hidden by quick ones", () => {
  const id = fresh();
  for (const [at, callMs] of [
    [0, 9_000],
    [50_000, 40],
    [60_000, 5_000],
    [70_000, 5_200],
  ] as const)
    noteCall(id, { sentAt: at - callMs, waitedMs: 3 }, answer(200), null, at);
  expect(readCallTimes(id, 60_000, 100_000)).toEqual({ callMs: 5_082, waitedMs: 3 });
  expect(readCallTimes(fresh(), 60_000, 100_000)).toEqual({ callMs: 0, waitedMs: 0 });
});
