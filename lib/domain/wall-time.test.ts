import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { fromWallTime, sayWallClock, sayWallTime, toWallTime } from "./wall-time";

const london = "Europe/London";

describe("from the clock on the wall", () => {
  test.each([
    ["2026-01-15T08:00", "2026-01-15T08:00:00.000Z"],
    ["2026-07-15T08:00", "2026-07-15T07:00:00.000Z"],
  ])("%s", (wall, at) => {
    expect(fromWallTime(wall, london, "start")).toBe(at);
  });

  test("an hour that comes twice belongs to the promotion whole: the first for its start, the second for its end", () => {
    expect(fromWallTime("2026-10-25T01:30", london, "start")).toBe("2026-10-25T00:30:00.000Z");
    expect(fromWallTime("2026-10-25T01:30", london, "end")).toBe("2026-10-25T01:30:00.000Z");
  });

  test("an hour that is skipped is the moment of the jump", () => {
    for (const edge of ["start", "end"] as const) expect(fromWallTime("2026-03-29T01:30", london, edge)).toBe("2026-03-29T01:00:00.000Z");
  });

  test.each(["", "2026-02-30T08:00", "2026-13-01T08:00", "tomorrow", "2026-01-15"])("no date: %j", (wall) => {
    expect(fromWallTime(wall, london, "start")).toBeNull();
  });

  test("there and back, wherever the store is", () => {
    const zones = ["Europe/London", "Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"];
    const minutes = fc.integer({ min: Date.UTC(2024, 0) / 60_000, max: Date.UTC(2030, 0) / 60_000 });
    fc.assert(
      fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
        const wall = toWallTime(new Date(minute * 60_000).toISOString(), zone);
        for (const edge of ["start", "end"] as const) expect(toWallTime(fromWallTime(wall, zone, edge)!, zone)).toBe(wall);
        expect(Date.parse(fromWallTime(wall, zone, "start")!)).toBeLessThanOrEqual(Date.parse(fromWallTime(wall, zone, "end")!));
      }),
    );
  });
});

test("said the way people say it", () => {
  expect(sayWallTime("2026-11-27T08:00:00Z", london)).toBe("Fri 27 Nov 08:00");
  expect(sayWallTime("2026-09-04T23:30:00Z", london)).toBe("Sat 5 Sep 00:30");
  expect(sayWallClock("2026-11-27T14:02:40Z", london)).toBe("14:02");
});
