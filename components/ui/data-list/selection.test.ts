import { expect, test } from "vitest";

import { countSelected, everything, isSelected, nothing, pageState, setSelected, toggle, toggleRange } from "./selection";

const order = ["a", "b", "c", "d", "e"];
const chosen = (selection: typeof nothing) => order.filter((key) => isSelected(selection, key));

test("a range goes from the row touched last, in either direction", () => {
  expect(chosen(toggleRange(toggle(nothing, "b"), order, "b", "d"))).toEqual(["b", "c", "d"]);
  expect(chosen(toggleRange(toggle(nothing, "d"), order, "d", "b"))).toEqual(["b", "c", "d"]);
});

test("a range whose start is gone is one row", () => {
  expect(chosen(toggleRange(nothing, order, "z", "c"))).toEqual(["c"]);
});

test("everything includes what is not loaded, but for what was taken out", () => {
  const selection = toggle(everything, "b");
  expect(countSelected(selection, 214)).toBe(213);
  expect(countSelected(selection, null)).toBeNull();
  expect(isSelected(selection, "not loaded")).toBe(true);
  expect(isSelected(selection, "b")).toBe(false);
  expect(countSelected(toggle(selection, "b"), 214)).toBe(214);
});

test("the header's box says all, some or none of what is loaded", () => {
  expect(pageState(nothing, order)).toBe(false);
  expect(pageState(toggle(nothing, "a"), order)).toBe("indeterminate");
  expect(pageState(setSelected(nothing, order, true), order)).toBe(true);
  expect(pageState(toggle(everything, "elsewhere"), order)).toBe("indeterminate");
  expect(pageState(nothing, [])).toBe(false);
});
