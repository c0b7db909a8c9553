import { expect, test } from "vitest";

import { isoDayIn, offsetIn, partsIn } from "./zone-clock";

test.each([
  ["Europe/London", "2026-07-04T23:30:00Z", "2026-07-05"],
  ["Europe/London", "2026-12-04T23:30:00Z", "2026-12-04"],
  ["America/New_York", "2026-12-05T03:30:00Z", "2026-12-04"],
  ["Pacific/Auckland", "2026-12-04T11:30:00Z", "2026-12-05"],
])("in %s it is at %s the day %s", (zone, at, day) => expect(isoDayIn(zone, new Date(at))).toBe(day));

test("a month has three letters, also where Intl would write four", () => {
  expect(partsIn("Europe/London", new Date("2026-09-08T23:05:07Z"))).toEqual({
    year: "2026",
    month: "09",
    day: "09",
    weekday: "Wed",
    monthName: "Sep",
    hour: "00",
    minute: "05",
    second: "07",
  });
});

test.each([
  ["Europe/London", "2026-07-04T12:00:00.500Z", 60],
  ["Europe/London", "2026-12-04T12:00:00Z", 0],
  ["America/New_York", "2026-12-04T12:00:00Z", -300],
  ["Asia/Kolkata", "2026-12-04T12:00:00Z", 330],
])("the clock of %s is at %s ahead by %i minutes", (zone, at, minutes) => expect(offsetIn(zone, Date.parse(at))).toBe(minutes * 60_000));

test("a zone that is none is refused", () => expect(() => partsIn("Mars/Base", 0)).toThrow(RangeError));
