import { expect, test } from "vitest";

import type { LocationId, ShopOrderId, Sku } from "../ids";
import { minor } from "../money";
import type { ShopOrder } from "../orders/shop-order";
import { unitsOf } from "./units-of-order";

const line = (id: string, sku: string | null, quantity: number) => ({
  id,
  sku: sku as Sku | null,
  title: "",
  quantity,
  listed: minor(0),
  discount: minor(0),
  taxes: [],
  isGiftCard: false,
});
const at = (locationId: string | null, lines: [string, number, number][]) => ({
  locationId: locationId as LocationId | null,
  locationName: "",
  method: "shipping" as const,
  lines: lines.map(([lineId, quantity, remaining]) => ({ lineId, quantity, remaining })),
});
const order = (more: Partial<ShopOrder>): ShopOrder => ({
  id: "1" as ShopOrderId,
  name: "#1",
  version: "1",
  placedAt: "2026-01-01T00:00:00Z",
  cancelledAt: null,
  isTest: false,
  isBornInPos: false,
  payment: "paid",
  currency: "GBP",
  taxesIncluded: true,
  total: minor(0),
  email: "",
  firstName: "",
  lastName: "",
  phone: "",
  billing: null,
  shipping: null,
  lines: [line("a", "A", 3), line("b", "A", 1), line("c", null, 2)],
  shippingLines: [],
  allocations: [
    at("1", [["a", 2, 1]]),
    at("2", [["a", 1, 1]]),
    at("1", [
      ["b", 1, 0],
      ["c", 2, 2],
    ]),
  ],
  payments: [],
  ...more,
});

test("units go where the shop sends them, the same SKU in two lines added up, lines without a SKU left out", () => {
  expect(unitsOf(order({}))).toEqual([
    { locationId: "1", sku: "A", quantity: 3, remaining: 1 },
    { locationId: "2", sku: "A", quantity: 1, remaining: 1 },
  ]);
});
test.each([{ cancelledAt: "2026-01-02T00:00:00Z" }, { isTest: true }, { isBornInPos: true }])("none for %o", (more) =>
  expect(unitsOf(order(more))).toEqual([]),
);
test("what was taken off the order since is not counted, wherever it was to come from", () => {
  expect(unitsOf(order({ lines: [line("a", "A", 1)] }))).toEqual([{ locationId: "1", sku: "A", quantity: 1, remaining: 1 }]);
});
test("a place nobody has chosen yet has none", () => {
  expect(unitsOf(order({ allocations: [at(null, [["a", 3, 3]])] }))).toEqual([]);
});
