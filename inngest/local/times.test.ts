import { expect, test } from "vitest";

import { duration, inngestBackoff, moment, nextTick, retryAfter } from "./times";

test("durations and moments", () => {
  expect(duration("1h30m")).toBe(5_400_000);
  expect(duration("2w1d")).toBe(15 * 86_400_000);
  expect(moment("90s", 0)).toEqual(new Date(90_000));
  expect(moment("2026-11-21T10:00:00.000Z")).toEqual(new Date(Date.UTC(2026, 10, 21, 10)));
});

test("cron runs by the clock of its own zone, on both sides of a clock change", () => {
  const at = (cron: string, after: string) => nextTick(cron, new Date(after))?.toISOString();
  expect(at("TZ=Europe/Oslo 0 4 * * *", "2026-07-01T00:00:00Z")).toBe("2026-07-01T02:00:00.000Z");
  expect(at("CRON_TZ=Europe/Oslo 0 4 * * *", "2026-12-01T00:00:00Z")).toBe("2026-12-01T03:00:00.000Z");
  expect(at("TZ=Europe/Oslo 0 4 * * *", "2026-10-24T12:00:00Z")).toBe("2026-10-25T03:00:00.000Z");
  expect(at("*/15 * * * *", "2026-07-01T00:01:00Z")).toBe("2026-07-01T00:15:00.000Z");
  expect(at("@daily", "2026-07-01T00:01:00Z")).toBe("2026-07-02T00:00:00.000Z");
});

test("waiting between attempts grows; Retry-After is kept between a second and a day", () => {
  expect(inngestBackoff(0)).toBeGreaterThanOrEqual(15_000);
  expect(inngestBackoff(50)).toBeGreaterThanOrEqual(7_200_000);
  expect(retryAfter("30")).toBe(30_000);
  expect(retryAfter("0")).toBe(1_000);
  expect(retryAfter("9999999")).toBe(86_400_000);
  expect(retryAfter("1970-01-01T00:01:00Z", 0)).toBe(60_000);
  expect(retryAfter("soon")).toBe(1_000);
});
