import { expect, test } from "vitest";

import { listSnoozeTimes } from "./snooze-times";

const until = (now: string, zone: string) =>
  Object.fromEntries(listSnoozeTimes(new Date(now), zone).map((each) => [each.label, each.until.toISOString()]));

test("wall-clock times are the store's", () => {
  expect(until("2026-11-21T10:00:00Z", "Europe/Stockholm")).toEqual({
    "In 1 hour": "2026-11-21T11:00:00.000Z",
    "In 4 hours": "2026-11-21T14:00:00.000Z",
    "Today 17:00": "2026-11-21T16:00:00.000Z",
    "Tomorrow 08:00": "2026-11-22T07:00:00.000Z",
    "Monday 08:00": "2026-11-23T07:00:00.000Z",
  });
});

test("08:00 stays 08:00 when the clocks change in between", () => {
  expect(until("2026-10-24T12:00:00Z", "Europe/London")["Tomorrow 08:00"]).toBe("2026-10-25T08:00:00.000Z");
  expect(until("2026-03-28T12:00:00Z", "Europe/London")["Tomorrow 08:00"]).toBe("2026-03-29T07:00:00.000Z");
});

test("what is over, or nearly so, is not offered; on a Monday the next one is", () => {
  const times = until("2026-11-23T16:50:00Z", "Europe/London");
  expect(times["Today 17:00"]).toBeUndefined();
  expect(times["Monday 08:00"]).toBe("2026-11-30T08:00:00.000Z");
});
