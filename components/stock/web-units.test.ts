import { expect, test } from "vitest";

import { webUnits } from "./web-units";

test("figures of a row add up to what may be sold, also with orders the shop has not told of yet", () => {
  expect(webUnits({ onShelf: 7, reserved: 0, unseenUnits: 0, buffer: 0, sellable: 6 })).toBe(1);
  expect(webUnits({ onShelf: 10.5, reserved: 2, unseenUnits: 1, buffer: 2, sellable: 5 })).toBe(1);
});

test("at zero only the orders that are known count: a shortage is no order", () => {
  expect(webUnits({ onShelf: 4, reserved: 0, unseenUnits: 1, buffer: 9, sellable: 0 })).toBe(1);
  expect(webUnits({ onShelf: null, reserved: null, unseenUnits: 2, buffer: 0, sellable: null })).toBe(2);
});
