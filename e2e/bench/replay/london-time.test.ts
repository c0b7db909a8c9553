import { expect, test } from "vitest";

import { fromLondon } from "./london-time";

const utc = (text: string) => new Date(fromLondon(text)!).toISOString();

test("a winter time is Greenwich time, a summer time is an hour before it", () => {
  expect(utc("2010-12-01T08:26:00")).toBe("2010-12-01T08:26:00.000Z");
  expect(utc("2011-07-01 08:26:00")).toBe("2011-07-01T07:26:00.000Z");
});

test("an hour that happens twice is the first, one that never happens is the hour after", () => {
  expect(utc("2011-10-30T00:59:59")).toBe("2011-10-29T23:59:59.000Z");
  expect(utc("2011-10-30T01:30:00")).toBe("2011-10-30T00:30:00.000Z");
  expect(utc("2011-10-30T02:00:00")).toBe("2011-10-30T02:00:00.000Z");
  expect(utc("2011-03-27T00:59:00")).toBe("2011-03-27T00:59:00.000Z");
  expect(utc("2011-03-27T01:30:00")).toBe("2011-03-27T01:30:00.000Z");
  expect(utc("2011-03-27T02:00:00")).toBe("2011-03-27T01:00:00.000Z");
});

test("seconds may be left out, and what is no time is none", () => {
  expect(utc("2010-12-01T08:26")).toBe("2010-12-01T08:26:00.000Z");
  for (const text of ["", "2010-02-30T08:00:00", "2010-13-01T08:00:00", "2010-12-01T24:00:00", "01/12/2010 08:26", "2010-12-01"]) {
    expect(fromLondon(text), text).toBeNull();
  }
});
