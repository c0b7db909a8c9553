import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { ClockProvider } from "./clock";
import { Money, sayMoney } from "./money";
import { RelativeTime } from "./relative-time";
import { sayCount } from "./say-count";
import { sayDistance, sayExact } from "./say-time";
import { StatusPill } from "./status-pill";
import { statuses } from "./statuses";

test.each([
  [311850, "GBP", "£3,118.50"],
  [-5, "GBP", "-£0.05"],
  [1500, "JPY", "¥1,500"],
  [1234567, "KWD", "KWD 1,234.567"],
  [9007199254740991, "EUR", "€90,071,992,547,409.91"],
])("%d %s is %s", (amount, currency, said) => {
  expect(sayMoney(amount, currency).replace(/\s/g, " ")).toBe(said);
});

test("a difference says its sign, nothing has none", () => {
  expect(sayMoney(3, "GBP", { isSigned: true })).toBe("+£0.03");
  expect(sayMoney(0, "GBP", { isSigned: true })).toBe("£0.00");
  expect(renderToStaticMarkup(<Money amount={100n} currency="EUR" />)).toContain("€1.00");
});

const now = new Date("2026-11-21T12:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);

test.each([
  [10, "just now"],
  [-10, "in a moment"],
  [60, "1 min ago"],
  [3569, "59 min ago"],
  [3575, "1 h ago"],
  [-7200, "in 2 h"],
  [86_400 * 3, "3 d ago"],
  [86_400 * 7, "14 Nov"],
  [86_400 * 400, "17 Oct 2025"],
])("%d seconds ago is %s", (seconds, said) => {
  expect(sayDistance(ago(seconds), now, "Europe/London")).toBe(said);
});

test("the exact time is the store's", () => {
  expect(sayExact(new Date("2026-06-30T23:30:05Z"), "Europe/Stockholm")).toBe("Wed 1 Jul 2026, 01:30:05, Europe/Stockholm");
});

test("the server renders by its own clock, so that what hydrates is what was sent", () => {
  const html = renderToStaticMarkup(
    <ClockProvider renderedAt={now.getTime()} zone="Europe/London">
      <RelativeTime at={ago(300)} />
    </ClockProvider>,
  );
  expect(html).toContain(">5 min ago<");
  expect(html).toContain('title="Sat 21 Nov 2026, 11:55:00, Europe/London"');
});

test("counts agree with their nouns", () => {
  expect([sayCount(1, "order"), sayCount(1204, "order"), sayCount(2, "person", "people"), sayCount(0)]).toEqual([
    "1 order",
    "1,204 orders",
    "2 people",
    "0",
  ]);
});

test("every state has an icon and a word of its own, and an unknown one is shown as it is", () => {
  for (const group of Object.values(statuses)) {
    const labels = Object.values(group).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  }
  const html = renderToStaticMarkup(<StatusPill of="outcome" value="from-the-future" />);
  expect(html).toContain("<svg");
  expect(html).toContain("from-the-future");
});
