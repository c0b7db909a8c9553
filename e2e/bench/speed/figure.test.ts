import { expect, test } from "vitest";

import { type Figure, isMissed, table } from "./figure";

const figure = (value: number, goal: Figure["goal"]): Figure => ({
  bench: "orders",
  what: "quota none",
  value,
  unit: "orders/s",
  goal,
  floor: 40.125,
  remark: "",
});

test("a goal is met at its limit, on its side", () => {
  expect(isMissed(figure(25, { is: "≥", value: 25 }))).toBe(false);
  expect(isMissed(figure(24.9, { is: "≥", value: 25 }))).toBe(true);
  expect(isMissed(figure(50.1, { is: "≤", value: 50 }))).toBe(true);
  expect(isMissed(figure(1, null))).toBe(false);
});

test("the table says the figure, its floor and by how much a goal is missed", () => {
  const [head, , row] = table([figure(20, { is: "≥", value: 25 })]).split("\n");
  expect(head).toMatch(/^bench +what +figure +floor +goal$/);
  expect(row).toMatch(/^orders +quota none +20 orders\/s +40\.13 orders\/s +≥ 25 orders\/s +✗ missed by 20 %$/);
});

test("a line below says how busy the machine was", () => {
  const lines = table([
    { ...figure(30, null), load: 2.345 },
    { ...figure(31, null), load: 2.345 },
  ]).split("\n");
  expect(lines).toHaveLength(5);
  expect(lines.at(-1)).toMatch(/^Load of the machine \(\d+ cores\) when each began: orders 2\.3$/);
  expect(table([figure(30, null)])).not.toContain("Load");
});
