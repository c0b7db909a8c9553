import { expect, test } from "vitest";

import type { BufferRule } from "@/components/query/stock-answers";

import { bufferSourceOf } from "./where-from";

const rule = (more: Partial<BufferRule>): BufferRule => ({ shopId: "s", locationId: "", category: "", units: 0, isOwn: false, ...more });
const ladder = [
  { rule: rule({ units: 1 }), text: "all products" },
  { rule: rule({ units: 2, locationId: "17" }), text: "all products here" },
  { rule: rule({ units: 3, category: "Shoes" }), text: "all Shoes" },
  { rule: rule({ units: 4, category: "Shoes", locationId: "17" }), text: "all Shoes here" },
  { rule: rule({ units: 5, isOwn: true }), text: "all locations" },
  { rule: rule({ units: 6, isOwn: true, locationId: "17" }), text: "own rule" },
];

test("whose rule it is, from the widest to the product's own here", () => {
  for (const [at, { text }] of ladder.entries()) {
    const rules = ladder.slice(0, at + 1).map((step) => step.rule);
    expect(bufferSourceOf(rules, "s", "17")).toEqual({ isOwn: at === 5, text, units: at + 1 });
    expect(bufferSourceOf([...rules].reverse(), "s", "17").text).toBe(text);
  }
});

test("the row for every location asks for no location's rule, and another shop's rules count for nothing", () => {
  const rules = ladder.map((step) => step.rule);
  expect(bufferSourceOf(rules, "s", "")).toEqual({ isOwn: true, text: "own rule", units: 5 });
  expect(bufferSourceOf(rules.slice(0, 4), "s", "")).toEqual({ isOwn: false, text: "all Shoes", units: 3 });
  expect(bufferSourceOf(rules, "other", "17")).toEqual({ isOwn: false, text: "", units: 0 });
});
