import { describe, expect, test } from "vitest";

import { CauseFilter } from "@/lib/domain/exceptions/cause";

import { filterOf, inboxHref, isNarrowed, readCauseSearch } from "./cause-search";
import { sayLeft, sayPromise, sayWhen } from "./say-promise";
import { sayOrdinal, sayRank } from "./say-rank";
import { sayScope } from "./say-scope";

const zone = "Europe/London";
const now = new Date("2026-11-21T15:10:00Z");
const shop = "0b7a4a2e-9f4f-4c7a-8a11-1f2f1c4dbb01";
const names = { shops: new Map([[shop, "Shopify UK"]]), people: new Map([["p1", "Priya Raman"]]) };
const filter = (of: Partial<CauseFilter>) => CauseFilter.parse(of);

describe("the scope in words", () => {
  const totals = { causes: 12, orders: 214, amounts: [{ currency: "GBP", amount: 311_850 }] };
  test.each([
    [{}, "12 open causes hold 214 orders, £3,118.50"],
    [{ owner: "nobody", shop }, "12 open causes hold 214 orders, £3,118.50 · assigned to nobody · Shopify UK"],
    [{ owner: "role:finance", family: "money" as const }, "12 open causes hold 214 orders, £3,118.50 · for Finance · money and tax"],
    [{ state: "working" as const, owner: "p1" }, "12 causes being worked on hold 214 orders, £3,118.50 · assigned to Priya Raman"],
    [{ q: " 22423 " }, "12 open causes hold 214 orders, £3,118.50 · “22423”"],
  ])("%o", (of, said) => expect(sayScope(totals, filter(of), names)).toBe(said));

  test("one cause, no orders, two currencies", () => {
    expect(sayScope({ causes: 1, orders: 0, amounts: [] }, filter({ state: "resolved" }), names)).toBe("1 resolved cause");
    const amounts = [
      { currency: "GBP", amount: 100 },
      { currency: "EUR", amount: 250 },
    ];
    expect(sayScope({ causes: 1, orders: 2, amounts }, filter({}), names)).toBe("1 open cause holds 2 orders, £1.00, €2.50");
    expect(sayScope({ causes: 0, orders: 0, amounts: [] }, filter({}), names)).toBe("0 open causes");
  });
});

describe("the filter in the address", () => {
  test("everything is read back as it was written", () => {
    const search = { state: "snoozed", owner: "me", family: "mapping", kind: "sku-unknown", shop, q: "a&b=c", cause: "c1" } as const;
    const href = inboxHref(search);
    expect(readCauseSearch(`https://x.test${href}`)).toEqual(search);
    expect(filterOf(search)).toEqual({ state: "snoozed", owner: "me", family: "mapping", kind: "sku-unknown", shop, q: "a&b=c" });
  });

  test("defaults leave the address clean, nonsense narrows nothing", () => {
    expect(inboxHref({ state: "active", q: "" })).toBe("/inbox");
    const read = readCauseSearch("https://x.test/inbox?state=broken&shop=1&family=x");
    expect(filterOf(read)).toEqual(filter({}));
    expect(isNarrowed(filterOf(read))).toBe(false);
    expect(isNarrowed(filter({ state: "resolved" }))).toBe(true);
  });
});

describe("why a cause stands where it stands", () => {
  const cause = {
    rank: 2,
    amount: 21_400,
    currency: "GBP",
    people: 39,
    units: 60,
    promiseAt: null,
    openedAt: new Date("2026-11-21T09:14:00Z"),
    pressure: { overdue: 0, due: 0 },
  };
  const at = (iso: string) => new Date(iso);
  test.each([
    [
      { rank: 0, promiseAt: at("2026-11-21T14:30:00Z"), pressure: { overdue: 2, due: 5 } },
      "Ranked 1st: 2 customers should have been served by now, the first at 14:30, £214.00 is stuck.",
    ],
    [
      { rank: 1, promiseAt: at("2026-11-21T17:00:00Z"), pressure: { overdue: 0, due: 3 } },
      "Ranked 1st: 3 customers are due within four hours, the first at 17:00, £214.00 is stuck.",
    ],
    [
      { rank: 1, promiseAt: at("2026-11-21T17:00:00Z"), pressure: { overdue: 0, due: 1 } },
      "Ranked 1st: 1 customer is due at 17:00, £214.00 is stuck.",
    ],
    [{}, "Ranked 1st: no promise is near, £214.00 of 39 customers is stuck."],
    [{ amount: 0, people: 0, units: 0 }, "Ranked 1st: no promise is near and no money is stuck, open since 09:14."],
    [{ amount: 0, people: 0, units: 3 }, "Ranked 1st: no promise is near, 3 units are at risk."],
  ])("%o", (of, said) => expect(sayRank(1, { ...cause, ...of }, now, zone)).toBe(said));

  test.each([
    [1, "1st"],
    [2, "2nd"],
    [3, "3rd"],
    [4, "4th"],
    [11, "11th"],
    [12, "12th"],
    [21, "21st"],
    [113, "113th"],
  ])("%d is %s", (count, said) => expect(sayOrdinal(count)).toBe(said));
});

describe("promises and what is left", () => {
  test.each([
    ["2026-11-21T17:00:00Z", "due 17:00"],
    ["2026-11-22T11:00:00Z", "due tomorrow 11:00"],
    ["2026-11-24T11:00:00Z", "due Tue 11:00"],
    ["2026-12-24T11:00:00Z", "due 24 Dec"],
    ["2026-11-21T14:30:00Z", "40 min late"],
    ["2026-11-21T12:00:00Z", "3 h late"],
    ["2026-11-21T14:00:00Z", "1 h 10 min late"],
    ["2026-11-18T15:10:00Z", "3 d late"],
  ])("%s is %s", (at, said) => expect(sayPromise(new Date(at), now, zone)).toBe(said));

  test("the day is the store's day", () => {
    expect(sayWhen(new Date("2026-07-01T22:30:00Z"), new Date("2026-07-01T12:00:00Z"), zone)).toBe("23:30");
    expect(sayWhen(new Date("2026-07-01T23:30:00Z"), new Date("2026-07-01T12:00:00Z"), zone)).toBe("tomorrow 00:30");
  });

  test("time to take it", () => {
    expect(sayLeft(new Date("2026-11-21T15:50:00Z"), now)).toBe("40 min");
    expect(sayLeft(new Date("2026-11-21T12:10:00Z"), now)).toBe("3 h late");
  });
});
