import { expect, test } from "vitest";

import { countAll, isLate, lastDays, sayDrain, toTrendDay } from "./flow-health";
import { sayBottleneck } from "./say-bottleneck";

test.each([
  [{ backlog: 0, recent: 50 }, null],
  [{ backlog: null, recent: 50 }, null],
  [{ backlog: 12, recent: 0 }, "not moving"],
  [{ backlog: 12, recent: 600 }, "gone within a minute"],
  [{ backlog: 300, recent: 100 }, "gone in about 30 min"],
  [{ backlog: 3_000, recent: 100 }, "gone in about 5 h"],
] as const)("%j drains: %s", (queue, said) => expect(sayDrain(queue)).toBe(said));

test("counts add up, none is none", () => {
  expect(countAll({ confirmed: 3, held: 2 })).toBe(5);
  expect(countAll({})).toBe(0);
});

const now = new Date("2026-11-21T12:00:00Z");
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

test.each([
  ["carry-orders", ago(4), false],
  ["carry-orders", ago(6), true],
  ["pull-catalogue", ago(15), false],
  ["pull-catalogue", ago(17), true],
  ["compare-stock", ago(25 * 60), false],
  ["compare-stock", null, true],
] as const)("%s last seen at %s is late: %s", (flow, freshAt, late) => expect(isLate({ flow, freshAt }, now)).toBe(late));

test("the last days end with today where the shop is, also around a change of clocks", () => {
  expect(lastDays(3, "Europe/London", new Date("2026-10-26T00:30:00Z"))).toEqual(["2026-10-24", "2026-10-25", "2026-10-26"]);
  expect(lastDays(2, "Pacific/Auckland", new Date("2026-11-21T12:00:00Z"))).toEqual(["2026-11-21", "2026-11-22"]);
});

test("a day is what went through and what did not", () => {
  expect(toTrendDay("2026-11-21", { confirmed: 8, skipped: 1, held: 2, failed: 1 })).toEqual({ day: "2026-11-21", right: 9, wrong: 3 });
});

const flow = { from: "Shop", to: "Till", isPaused: false, pausedUntil: null };
test.each([
  [
    [
      { what: "queued", ms: 200 },
      { what: "answered", ms: 1_400 },
      { what: "confirmed", ms: 300 },
    ],
    "Most of the time, 1.4 s of 1.9 s, is Till taking it.",
  ],
  [
    [
      { what: "told", ms: 400 },
      { what: "answered", ms: 500 },
      { what: "confirmed", ms: 450 },
    ],
    "The largest part, 500 ms of 1.4 s, is Till taking it.",
  ],
  [[{ what: "read", ms: 250 }], "All of it, 250 ms, is Shop letting us know."],
  [[], null],
] as const)("the slow one is named: %#", (parts, said) => expect(sayBottleneck({ ...flow, parts: [...parts] })).toBe(said));

test("a paused flow has no bottleneck but the pause", () => {
  expect(sayBottleneck({ ...flow, isPaused: true, parts: [{ what: "told", ms: 1 }] })).toBe("Nothing goes: a person paused it.");
});
