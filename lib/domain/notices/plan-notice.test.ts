import { expect, test } from "vitest";

import { nextAt } from "../clock-in";
import { planNotice } from "./plan-notice";
import { defaultSetting, NoticeSetting } from "./setting";

const setting: NoticeSetting = { ...defaultSetting("Europe/London"), quietFrom: "22:00", quietTo: "07:30" };
const noon = new Date("2026-07-04T11:00:00Z");
const night = new Date("2026-07-04T22:30:00Z");
const plan = (of: Partial<Parameters<typeof planNotice>[0]>, how: Partial<NoticeSetting> = {}) =>
  planNotice({ severity: "high", isPersonal: false, now: noon, ...of }, { ...setting, ...how });

test("at once by day; in quiet hours when they end on the person's own clock", () => {
  expect(plan({})).toEqual({ showAt: noon, mailAt: noon });
  const morning = new Date("2026-07-05T06:30:00Z");
  expect(plan({ now: night })).toEqual({ showAt: morning, mailAt: morning });
  expect(plan({ now: night }, { zone: "America/New_York" })).toEqual({ showAt: night, mailAt: night });
  expect(plan({ now: night }, { quietFrom: "", quietTo: "" })).toEqual({ showAt: night, mailAt: night });
});

test("quiet hours within one day begin and end on the minute", () => {
  const midday = { quietFrom: "12:00", quietTo: "13:00" };
  expect(plan({ now: new Date("2026-07-04T10:59:00Z") }, midday)?.showAt).toEqual(new Date("2026-07-04T10:59:00Z"));
  expect(plan({ now: noon }, midday)?.showAt).toEqual(new Date("2026-07-04T12:00:00Z"));
  expect(plan({ now: new Date("2026-07-04T12:00:00Z") }, midday)?.showAt).toEqual(new Date("2026-07-04T12:00:00Z"));
});

test("a digest comes at its time, today or tomorrow", () => {
  expect(plan({ severity: "low" })).toEqual({ showAt: new Date("2026-07-05T07:00:00Z"), mailAt: new Date("2026-07-05T07:00:00Z") });
  expect(plan({ severity: "low" }, { digestAt: "17:00" })?.showAt).toEqual(new Date("2026-07-04T16:00:00Z"));
});

test("nothing is nothing, but for what somebody says to them by name", () => {
  expect(plan({}, { high: "nothing" })).toBeNull();
  expect(plan({ isPersonal: true }, { high: "nothing" })).toEqual({ showAt: noon, mailAt: null });
  expect(plan({ isPersonal: true, now: night })).toEqual({ showAt: night, mailAt: new Date("2026-07-05T06:30:00Z") });
  expect(plan({}, { byMail: false })).toEqual({ showAt: noon, mailAt: null });
});

test.each([
  ["the night clocks go forward", "2026-03-28T20:00:00Z", "2026-03-29T07:00:00.000Z"],
  ["the night clocks go back", "2026-10-24T19:00:00Z", "2026-10-25T08:00:00.000Z"],
])("08:00 is 08:00 after %s", (_, now, then) => expect(nextAt("08:00", "Europe/London", new Date(now)).toISOString()).toBe(then));

test("at the very minute it is the next day's turn", () => {
  expect(nextAt("08:00", "UTC", new Date("2026-07-04T08:00:30Z")).toISOString()).toBe("2026-07-05T08:00:00.000Z");
});

test("quiet hours need two different times, and a zone must be one", () => {
  const wrong = (of: Partial<NoticeSetting>) =>
    NoticeSetting.safeParse({ ...setting, ...of }).error?.issues.map(({ path }) => path.join("."));
  expect(wrong({ quietTo: "" })).toEqual(["quietTo"]);
  expect(wrong({ quietFrom: "08:00", quietTo: "08:00" })).toEqual(["quietTo"]);
  expect(wrong({ zone: "Mars/Olympus" })).toEqual(["zone"]);
  expect(wrong({ digestAt: "8" })).toEqual(["digestAt"]);
  expect(wrong({})).toBeUndefined();
});
