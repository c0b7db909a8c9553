import { expect, test } from "vitest";

import { callMeter } from "./call-meter";

const start = 1_800_000_000_000;
const answer = (status: number, headers: Record<string, string> = {}) => ({ status, headers: new Headers(headers), body: null });
const told = (limit: number, remaining: number, resetSeconds: number) => ({
  "x-rate-limit-limit": String(limit),
  "x-rate-limit-remaining": String(remaining),
  "x-rate-limit-reset": String(start / 1000 + resetSeconds),
});

test("the figure given holds until Sitoo tells its own", () => {
  const meter = callMeter(2);
  expect([meter.spend(1, start), meter.spend(1, start)]).toEqual([0, 0]);
  expect(meter.spend(1, start + 10_000)).toBe(50_000);
  meter.settle("op", 1, answer(200, told(100, 98, 20)), start + 10_000);
  expect(meter.spend(1, start + 10_000)).toBe(0);
});

test("with nothing known one call goes ahead of the others, again if it gets no answer", () => {
  const meter = callMeter();
  expect([meter.spend(1, start), meter.spend(1, start) > 0]).toEqual([0, true]);
  meter.settle("op", 1, null, start);
  expect([meter.spend(1, start), meter.spend(1, start) > 0]).toEqual([0, true]);
  meter.settle("op", 1, answer(200), start);
  expect([meter.spend(1, start), meter.spend(1, start)]).toEqual([0, 0]);
});

test("what is under way counts as not yet told, and late answers give nothing back", () => {
  const meter = callMeter(4);
  for (let call = 0; call < 4; call += 1) meter.spend(1, start);
  meter.settle("op", 1, answer(200, told(5, 2, 60)), start);
  meter.settle("op", 1, answer(200, told(5, 4, 60)), start);
  expect(meter.spend(1, start)).toBe(60_000);
  meter.settle("op", 1, answer(200, told(5, 3, 60)), start);
  expect(meter.spend(1, start)).toBe(0);
});

test("after the reset a new window opens", () => {
  const meter = callMeter();
  meter.spend(1, start);
  meter.settle("op", 1, answer(200, told(5, 0, 30)), start);
  expect(meter.spend(1, start + 29_000)).toBe(1_000);
  expect(meter.spend(1, start + 30_000)).toBe(0);
});

test("a 429 that says how long shuts the door for that long", () => {
  const meter = callMeter();
  meter.spend(1, start);
  meter.settle("op", 1, answer(429, { "retry-after": "7" }), start);
  expect(meter.spend(1, start + 1_000)).toBe(6_000);
});

test("a 429 that says nothing: 1, 2, 4 seconds, each time with a single call to feel the way", () => {
  const meter = callMeter();
  meter.spend(1, start);
  meter.settle("op", 1, answer(200), start);
  for (let call = 0; call < 3; call += 1) meter.spend(1, start);
  for (let call = 0; call < 3; call += 1) meter.settle("op", 1, answer(429), start);
  expect(meter.spend(1, start)).toBe(1_000);

  expect(meter.spend(1, start + 1_000)).toBe(0);
  expect(meter.spend(1, start + 1_000)).toBeGreaterThan(0);
  meter.settle("op", 1, answer(429), start + 1_000);
  expect(meter.spend(1, start + 1_000)).toBe(2_000);

  expect(meter.spend(1, start + 3_000)).toBe(0);
  meter.settle("op", 1, answer(200), start + 3_000);
  expect([meter.spend(1, start + 3_000), meter.spend(1, start + 3_000)]).toEqual([0, 0]);
});
