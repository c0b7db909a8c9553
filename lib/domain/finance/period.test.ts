import { expect, test } from "vitest";

import { countDays, endingOn, periodOf } from "./period";

const today = "2026-11-21";
test.each([
  ["nothing: seven days with today", { from: "", to: "" }, { from: "2026-11-15", to: today }],
  ["an end: the seven days up to it", { from: "", to: "2026-03-31" }, { from: "2026-03-25", to: "2026-03-31" }],
  ["a beginning: up to today", { from: "2026-11-20", to: "" }, { from: "2026-11-20", to: today }],
  ["an end that is still to come: up to today", { from: "2026-11-20", to: "2026-12-24" }, { from: "2026-11-20", to: today }],
  ["the wrong way round: the last day alone", { from: "2026-11-20", to: "2026-11-10" }, { from: "2026-11-10", to: "2026-11-10" }],
  ["31 days", { from: "2026-10-22", to: today }, { from: "2026-10-22", to: today }],
  ["more than 31: its last 31", { from: "2025-01-01", to: today }, { from: "2026-10-22", to: today }],
])("asked for %s", (_, asked, period) => expect(periodOf(asked, today)).toEqual(period));

test("days are counted over the nights when clocks change, leap days and new year", () => {
  expect(countDays({ from: "2026-03-28", to: "2026-03-30" })).toBe(3);
  expect(countDays({ from: "2026-10-24", to: "2026-10-26" })).toBe(3);
  expect(endingOn("2028-03-01", 2)).toEqual({ from: "2028-02-29", to: "2028-03-01" });
  expect(endingOn("2027-01-01", 2)).toEqual({ from: "2026-12-31", to: "2027-01-01" });
});
