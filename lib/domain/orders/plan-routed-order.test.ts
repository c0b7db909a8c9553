import { expect, test } from "vitest";

import type { LocationId, WarehouseId } from "../ids";
import { someFacts, someLine, someOrder, somePromotion } from "../prices/test-prices";
import type { OrderContext } from "./order-context";
import { planOrder } from "./plan-order";
import type { RoutingFacts } from "./route-order";
import type { ShopOrder } from "./shop-order";

const [leeds, york] = ["17" as LocationId, "18" as LocationId];
const routing: RoutingFacts = {
  rule: { when: "stock", chosen: "", preferred: [] },
  zone: "Europe/London",
  places: [
    { locationId: leeds, name: "Leeds", isOpen: true },
    { locationId: york, name: "York", isOpen: true },
  ],
  sellable: (location) => (location === york ? 5 : 0),
};
const context = (more: Partial<OrderContext> = {}): OrderContext => ({
  shop: { code: "UK1", name: "Shop", dueWhen: "paid", reserveDays: 14 },
  pos: { currency: "GBP", rates: new Set(["20"]) },
  now: Date.parse("2026-11-27T14:02:00Z"),
  product: (sku) => ({ state: "known", sku, title: sku }),
  warehouse: (location) => ({ [leeds]: "3", [york]: "4" })[location] as WarehouseId,
  corrections: () => [],
  service: () => null,
  routing,
  ...more,
});
const nowhere = someOrder([someLine("A", 1200)]);
const at = (locationId: LocationId): ShopOrder => ({
  ...nowhere,
  allocations: [{ locationId, locationName: "", method: "shipping", lines: [{ lineId: "line-A", quantity: 1, remaining: 1 }] }],
});
const sentTo = (order: ShopOrder, more: Partial<OrderContext> = {}) => {
  const plan = planOrder(order, context(more));
  if (plan.verdict !== "goes") throw new Error(`the plan is ${JSON.stringify(plan)}`);
  return plan.drafts;
};

test("the choice goes with the order, with its reason", () => {
  expect(sentTo(nowhere)).toMatchObject([{ warehouseId: "4", locationId: york, route: { rule: "stock", name: "York", items: 1 } }]);
  expect(sentTo(at(leeds))).toMatchObject([{ warehouseId: "3" }]);
  expect(sentTo(at(leeds))[0]).not.toHaveProperty("route");
});

test("sent once, it is not sent elsewhere because the stock moved", () => {
  const sent = sentTo(nowhere).map((draft) => ({ draft, posOrderId: "9" }));
  const moved = context({ routing: { ...routing, sellable: (location) => (location === leeds ? 5 : 0) } });
  expect(planOrder(nowhere, moved, sent)).toEqual({ verdict: "unchanged" });
  expect(planOrder(nowhere, context({ routing: undefined }), sent)).toEqual({ verdict: "unchanged" });
});

test("the shop says where afterwards: the same place is no change, another one is", () => {
  const sent = sentTo(nowhere).map((draft) => ({ draft, posOrderId: "9" }));
  expect(planOrder(at(york), context(), sent)).toEqual({ verdict: "unchanged" });
  expect(planOrder(at(leeds), context(), sent)).toMatchObject({ verdict: "held", causes: [{ kind: "changed-after-import" }] });
});

test("a place that is not mapped blocks the order, chosen or not", () => {
  const unmapped = { warehouse: () => null };
  expect(planOrder(at(leeds), context(unmapped))).toMatchObject({
    verdict: "held",
    causes: [{ kind: "location-unmapped", entity: leeds }],
  });
});

test("a price that nothing explains holds the order until it has crossed, then never again", () => {
  const cheap = { ...at(york), lines: [someLine("A", 960)], total: someOrder([someLine("A", 960)]).total };
  const prices = someFacts();
  expect(planOrder(cheap, context({ prices }))).toMatchObject({ verdict: "held", causes: [{ kind: "price-differs", entity: "sku:A:20" }] });
  const declared = { prices: { ...prices, promotions: [somePromotion()] } };
  const plan = planOrder(cheap, context(declared));
  expect(plan).toMatchObject({ verdict: "goes", prices: [{ percent: "20", promotion: { name: "Black Friday" } }] });
  const sent = sentTo(cheap, declared).map((draft) => ({ draft, posOrderId: "9" }));
  expect(planOrder(cheap, context({ prices }), sent)).toEqual({ verdict: "unchanged" });
});

test("a store that a person chose comes before the rule", () => {
  const chosen = { fact: "location" as const, was: "", value: leeds, label: "Leeds" };
  const [draft] = sentTo(nowhere, { corrections: () => [chosen] });
  expect(draft).toMatchObject({ locationId: leeds, warehouseId: "3" });
  expect(draft).not.toHaveProperty("route");
});
