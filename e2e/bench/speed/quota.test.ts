import { expect, test } from "vitest";

import { allowedPerSecond } from "./quota";

/** So many calls, one every 10 ms. */
const calls = (count: number) => Array.from({ length: count }, (_, nth) => ({ startedAt: nth * 10, endedAt: nth * 10 + 10 }));

test("the scarcer of points and calls decides, after what is free at first", () => {
  expect(allowedPerSecond(1_000, 120_000, calls(700))).toBe(10);
  expect(allowedPerSecond(1_210, 25_000, calls(1_300))).toBeCloseTo(10);
});

test("a minute's last call is free, the next minute's first waits for it, and the last minute ends at our own pace", () => {
  expect(allowedPerSecond(600, 0, calls(600))).toBeCloseTo(100);
  expect(allowedPerSecond(600, 0, calls(601))).toBeCloseTo(600 / 60.01);
});
