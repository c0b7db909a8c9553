import { expect, test } from "vitest";

import type { LastCompare } from "@/components/query/stock-answers";

import { sayCheck, sayCompared, sayDrift, sayInFlight, sayUnits, signed } from "./say-stock";

const compare: LastCompare = {
  shopId: "s",
  shopName: "Shop",
  zone: "Europe/London",
  runId: "r",
  startedAt: new Date("2026-07-01T03:00:10Z"),
  endedAt: new Date("2026-07-01T03:02:40Z"),
  state: "attention",
  message: "",
  compared: 1428,
  inFlight: 11,
  differ: 3,
  fixed: 3,
};

test("a difference says its sign in words", () => {
  expect(sayDrift(1)).toBe("1 too many");
  expect(sayDrift(-1200)).toBe("1,200 too few");
  expect(sayDrift(0)).toBe("Equal");
});

test("a full check says when it was where the shop is, what it found and what is right again", () => {
  expect(sayCompared({ ...compare, differ: 0, fixed: 0 })).toBe("1,428 pairs compared 04:00–04:02, 0 differ.");
  expect(sayCompared({ ...compare, fixed: 1 })).toBe("1,428 pairs compared 04:00–04:02, 3 differ, 1 put right since.");
  expect(sayInFlight(1)).toBe("1 is in flight.");
});

test("units keep their decimals and changes their sign", () => {
  expect(sayUnits(2.5)).toBe("2.5");
  expect(signed(-3)).toBe("−3");
  expect(signed(1200)).toBe("+1,200");
});

test("a check that runs or failed never sounds like one that found nothing", () => {
  expect(sayCheck({ ...compare, endedAt: null, state: "running", differ: 0 })).toBe("Every pair is being compared with the till now…");
  expect(sayCheck({ ...compare, state: "failed", differ: 0, message: "The shop was away." })).toBe(
    "The full check did not finish. The shop was away.",
  );
});
