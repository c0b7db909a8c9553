import { expect, test } from "vitest";

import type { LocationId, Sku } from "../ids";
import type { ShopLevel } from "./level";
import { planPair } from "./plan-pair";
import type { StockFacts } from "./sellable";

const facts = (more: Partial<StockFacts> = {}): StockFacts => ({
  posTotal: 5_000,
  posReserved: 0,
  unseenUnits: 0,
  liveUnits: 0,
  shopHeld: 0,
  buffer: 0,
  allowed: 0,
  ...more,
});
const level = (onHand: number, more: Partial<ShopLevel> = {}): ShopLevel => ({
  sku: "A" as Sku,
  locationId: "17" as LocationId,
  itemId: "9",
  available: onHand,
  onHand,
  held: 0,
  isStocked: true,
  isTracked: true,
  mayOversell: false,
  ...more,
});

test("equal: nothing is written", () => expect(planPair(facts(), level(5), 5, false).do).toBe("nothing"));
test("different: the whole figure, compared with what is there", () => {
  expect(planPair(facts(), level(7), 7, false)).toEqual({
    do: "write",
    sellable: 5,
    write: { sku: "A", itemId: "9", locationId: "17", onHand: 5, from: 7 },
  });
});
test("what the shop committed comes on top", () => {
  expect(planPair(facts({ shopHeld: 2, liveUnits: 2, unseenUnits: 2 }), level(7, { available: 5, held: 2 }), 7, false)).toMatchObject({
    do: "write",
    sellable: 3,
    write: { onHand: 5 },
  });
});
test("it fell there without us: orders are asked for before it is raised again", () => {
  expect(planPair(facts(), level(4), 5, false).do).toBe("look-again");
  expect(planPair(facts(), level(4), 5, true).do).toBe("write");
});
test("it rose there without us: taken down at once", () => expect(planPair(facts(), level(9), 5, false).do).toBe("write"));
test("not stocked there: activated when there is something to sell", () => {
  expect(planPair(facts(), level(0, { isStocked: false }), null, false).do).toBe("activate");
  expect(planPair(facts({ posTotal: 0 }), level(0, { isStocked: false }), null, false).do).toBe("nothing");
  expect(planPair(facts({ posTotal: 0 }), level(0, { isStocked: false }), null, false, true).do).toBe("activate");
});
test("not counted there: left alone, its own exception says so", () =>
  expect(planPair(facts(), level(0, { isTracked: false }), null, false).do).toBe("nothing"));
test("below zero at the till: zero online, and held", () => {
  expect(planPair(facts({ posTotal: -2_000 }), level(3), 3, false)).toMatchObject({ do: "write", write: { onHand: 0 } });
  expect(planPair(facts({ posTotal: -2_000 }), level(0), 0, false)).toEqual({ do: "hold", sellable: 0, because: "negative-at-till" });
});
test("gone from the shop", () => expect(planPair(facts(), null, null, false)).toMatchObject({ do: "hold", because: "not-in-shop" }));
