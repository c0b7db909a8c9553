import { expect, test } from "vitest";

import { clockIn, dayIn, sinceIn } from "./say-clock";

test("by the clock of the zone, with the day where it is another one there", () => {
  const at = new Date("2026-07-01T23:30:00Z");
  expect([clockIn("Europe/London", at), dayIn("Europe/London", at)]).toEqual(["00:30", "2 Jul"]);
  expect(sinceIn("Europe/London", at, new Date("2026-07-02T08:00:00Z"))).toBe("00:30");
  expect(sinceIn("UTC", at, new Date("2026-07-02T08:00:00Z"))).toBe("1 Jul, 23:30");
});
