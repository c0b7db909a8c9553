import { expect, test } from "vitest";

import type { PairEvent } from "@/components/query/stock-answers";

import { lanesOf, spansOf } from "./lanes-of";

const at = (second: number) => new Date(1_000 * second);
const event = (second: number, posAfter: number | null, shopAfter: number | null): PairEvent => ({
  at: at(second),
  side: "pos",
  what: "sale",
  change: -1,
  posAfter,
  shopAfter,
  text: "",
});

test("the lines go by time and hold their last figure until now; what was not known is a gap", () => {
  expect(lanesOf([event(2, 9, 9), event(1, 10, null)], at(5))).toEqual([
    { at: 1_000, one: 10, other: null },
    { at: 2_000, one: 9, other: 9 },
    { at: 5_000, one: 9, other: 9 },
  ]);
});

test("spans of a difference are one as long as its side stays, and there is none in a gap", () => {
  const points = lanesOf([event(5, 4, 4), event(4, 4, 3), event(3, 4, 6), event(2, 5, 6), event(1, 6, null)], at(6));
  expect(spansOf(points)).toEqual([
    { from: 2_000, to: 4_000, side: "web-more" },
    { from: 4_000, to: 5_000, side: "web-fewer" },
  ]);
});
