import { expect, test } from "vitest";

import { judgeSilence } from "./judge-silence";

const rule = { zone: "Europe/London", silentAfterMinutes: 45, opensAt: "09:00", closesAt: "18:00", closedOnSundays: true };
const at = (clock: string, day = "2026-11-21") => new Date(`${day}T${clock}:00Z`);
const judge = (lastSaleAt: Date | null, now: Date, of: Partial<typeof rule & { watchedSince: Date | null }> = {}) =>
  judgeSilence({ lastSaleAt, watchedSince: of.watchedSince ?? null, now }, { ...rule, ...of });

test("silent from the limit on, not a minute before", () => {
  expect(judge(at("10:00"), at("10:44"))).toEqual({ verdict: "selling" });
  expect(judge(at("10:00"), at("10:45"))).toEqual({ verdict: "silent", since: at("10:00"), minutes: 45 });
});

test("the night does not count: a store has as long after it opened", () => {
  expect(judge(at("17:50", "2026-11-20"), at("09:44"))).toEqual({ verdict: "cannot-tell" });
  expect(judge(at("17:50", "2026-11-20"), at("09:47"))).toEqual({ verdict: "silent", since: at("09:00"), minutes: 47 });
});

test("a closed store is not silent, and not known to sell either", () => {
  expect(judge(at("12:00"), at("18:00"))).toEqual({ verdict: "cannot-tell" });
  expect(judge(at("12:00"), at("12:00", "2026-11-22"))).toEqual({ verdict: "cannot-tell" });
  expect(judge(at("18:10"), at("18:20"))).toEqual({ verdict: "selling" });
});

test("what happened while nobody watched is not held against a store", () => {
  expect(judge(at("09:10"), at("12:00"), { watchedSince: at("11:30") })).toEqual({ verdict: "cannot-tell" });
  expect(judge(at("09:10"), at("12:20"), { watchedSince: at("11:30") })).toEqual({ verdict: "silent", since: at("11:30"), minutes: 50 });
});

test("nothing is said of a store that never sold, or where nobody wants to know", () => {
  expect(judge(null, at("12:00"))).toEqual({ verdict: "cannot-tell" });
  expect(judge(at("09:00"), at("17:00"), { silentAfterMinutes: 0 })).toEqual({ verdict: "selling" });
});
