import { describe, expect, test } from "vitest";

import { sayCause } from "../exceptions/verdict";
import type { ShopOrder } from "../orders/shop-order";
import { comparePrices, type PriceFacts } from "./compare-prices";
import { priceCauses } from "./price-causes";
import { gatherSightings } from "./sightings";
import { someFacts, someLine, someOrder, somePromotion } from "./test-prices";

const names = { shop: "Shop", pos: "Till" };

/** As the flow does it: first what all orders of the batch show, then each by itself. */
function raised(orders: readonly ShopOrder[], facts: PriceFacts = someFacts()) {
  const found = orders.map((order) => ({ placedAt: order.placedAt, differences: comparePrices(order, facts) }));
  const known = { ...facts, sightings: gatherSightings([], found) };
  return orders.flatMap((order, at) => priceCauses(order, found[at]!.differences, known));
}
const entities = (causes: ReturnType<typeof raised>) => [...new Set(causes.map(({ entity }) => entity))];

describe("one wrong thing is one cause", () => {
  test("one product priced wrongly, however often it is sold", () => {
    const causes = raised(Array.from({ length: 20 }, () => someOrder([someLine("A", 960)])));
    expect(causes).toHaveLength(20);
    expect(entities(causes)).toEqual(["sku:A:20"]);
    expect(sayCause(causes[0]!, names)).toBe("Price of Title of A is 20 % below the till's; no promotion is known for it");
  });

  test("two products priced wrongly are two causes, by how much too", () => {
    expect(entities(raised([someOrder([someLine("A", 960), someLine("B", 960), someLine("C", 600)])]))).toEqual([
      "sku:A:20",
      "sku:B:20",
      "sku:C:50",
    ]);
  });

  test("the same difference on many products is one promotion that nobody declared", () => {
    const skus = Array.from({ length: 14 }, (_, at) => `P${at}`);
    const orders = Array.from({ length: 300 }, (_, at) =>
      someOrder([someLine(skus[at % 14]!, 960)], { placedAt: at === 40 ? "2026-11-27T08:00:00Z" : "2026-11-27T10:00:00Z" }),
    );
    const causes = raised(orders);
    expect(causes).toHaveLength(300);
    expect(entities(causes)).toEqual(["promotion:20"]);
    expect(sayCause(causes[0]!, names)).toBe(
      "Prices are 20 % below the till's on 14 products since Fri 27 Nov 08:00: a promotion that nobody declared?",
    );
    expect(causes[0]?.evidence.skus).toHaveLength(14);
  });

  test("a wrong price beside a promotion stays a cause of its own", () => {
    const orders = ["A", "B", "C", "D"].map((sku) => someOrder([someLine(sku, sku === "D" ? 600 : 960)]));
    expect(entities(raised(orders))).toEqual(["promotion:20", "sku:D:50"]);
  });
});

test("what a promotion explains, a quantity price, and a shop that only takes notes: nothing is held", () => {
  const order = someOrder([someLine("A", 960)]);
  expect(raised([order], someFacts({ promotions: [somePromotion()] }))).toEqual([]);
  expect(raised([someOrder([someLine("A", 5_400, { quantity: 5 })])])).toEqual([]);
  expect(raised([order], someFacts({ rule: { mode: "note", tolerancePercent: "0", toleranceAmount: "0" } }))).toEqual([]);
});
