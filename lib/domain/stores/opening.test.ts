import { expect, test } from "vitest";

import { openedAt } from "./opening";

const hours = { opensAt: "09:00", closesAt: "18:00", closedOnSundays: true };
const inLeeds = (at: string, of = hours) => openedAt(of, "Europe/London", new Date(at))?.toISOString() ?? null;

test.each([
  ["a minute before", "2026-11-21T08:59:59Z", null],
  ["on the minute", "2026-11-21T09:00:00Z", "2026-11-21T09:00:00.000Z"],
  ["in the last minute", "2026-11-21T17:59:59Z", "2026-11-21T09:00:00.000Z"],
  ["at closing time", "2026-11-21T18:00:00Z", null],
  ["in summer, an hour earlier by UTC", "2026-07-04T08:00:00Z", "2026-07-04T08:00:00.000Z"],
  ["on a Sunday", "2026-11-22T12:00:00Z", null],
])("%s", (_, at, opened) => expect(inLeeds(at)).toBe(opened));

test("Sunday is a day like others where the store says so", () => {
  expect(inLeeds("2026-11-22T12:00:00Z", { ...hours, closedOnSundays: false })).toBe("2026-11-22T09:00:00.000Z");
});

test("Sunday is the store's Sunday", () => {
  const late = { ...hours, opensAt: "00:00", closesAt: "24:00" };
  expect(openedAt(late, "Pacific/Auckland", new Date("2026-11-21T12:00:00Z"))).toBeNull();
  expect(openedAt(late, "America/Los_Angeles", new Date("2026-11-22T07:00:00Z"))).toEqual(new Date("2026-11-21T08:00:00Z"));
});

const always = { opensAt: "00:00", closesAt: "24:00", closedOnSundays: false };
test.each([
  ["the day clocks go forward", "2026-03-29T12:30:00Z", "2026-03-29T00:00:00.000Z"],
  ["the day clocks go back", "2026-10-25T12:30:00Z", "2026-10-24T23:00:00.000Z"],
])("a store that never closes opened at midnight by its own clock on %s", (_, at, opened) => expect(inLeeds(at, always)).toBe(opened));
