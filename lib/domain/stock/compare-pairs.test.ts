import { expect, test } from "vitest";

import type { LocationId, Sku, WarehouseId } from "../ids";
import { comparePairs, isSameDifference } from "./compare-pairs";
import type { PosLevel, ShopLevel, Thousandths } from "./level";

const product = (sku: string, posSku = sku, buffer = 0) => ({ sku: sku as Sku, posSku: posSku as Sku, buffer, allowed: 0 });
const till = (sku: string, total: number, reserved = 0, warehouse = "1"): PosLevel => ({
  sku: sku as Sku,
  warehouseId: warehouse as WarehouseId,
  total: (total * 1000) as Thousandths,
  reserved: (reserved * 1000) as Thousandths,
});
const shop = (sku: string, available: number, more: Partial<ShopLevel> = {}): ShopLevel => ({
  sku: sku as Sku,
  locationId: "17" as LocationId,
  itemId: sku,
  available,
  onHand: available,
  held: 0,
  isStocked: true,
  isTracked: true,
  mayOversell: false,
  ...more,
});
const compare = (products: ReturnType<typeof product>[], tills: PosLevel[], shops: ShopLevel[], inFlight: string[] = []) =>
  comparePairs(products, tills, shops, new Map(), new Set(inFlight as Sku[]));

test("signs: too much on the web is above zero, hidden stock below", () => {
  const { differing, equal } = compare(
    [product("A"), product("B"), product("C")],
    [till("A", 5), till("B", 5), till("C", 5)],
    [shop("A", 7), shop("B", 0), shop("C", 5)],
  );
  expect(differing.map(({ sku, drift }) => [sku, drift])).toEqual([
    ["A", 2],
    ["B", -5],
  ]);
  expect(equal.map(({ sku }) => sku)).toEqual(["C"]);
});
test("several warehouses of one location are added up, codes are mapped, the buffer and reservations count", () =>
  expect(compare([product("web-a", "A", 2)], [till("A", 5, 1), till("A", 3, 0, "2")], [shop("web-a", 5)]).equal).toHaveLength(1));
test("in flight is counted, not judged", () =>
  expect(compare([product("A")], [till("A", 5)], [shop("A", 9)], ["A"])).toEqual({ equal: [], differing: [], inFlight: 1 }));
test("what the shop does not count has no drift; what it does not stock here is lost sales", () => {
  expect(compare([product("A")], [till("A", 5)], [shop("A", 0, { isTracked: false })])).toEqual({ equal: [], differing: [], inFlight: 0 });
  expect(compare([product("A")], [till("A", 5)], []).differing).toMatchObject([{ drift: -5, available: 0, sellable: 5 }]);
});
test("committed to orders that we know of is no difference, to others neither", () => {
  const level = [shop("A", 3, { onHand: 5, held: 2 })];
  expect(compare([product("A")], [till("A", 5)], level).equal).toHaveLength(1);
  expect(
    comparePairs([product("A")], [till("A", 5, 2)], level, new Map([["A" as Sku, { unseen: 0, live: 2 }]]), new Set()).equal,
  ).toHaveLength(1);
});
test("seen twice, and the same both times", () => {
  expect(isSameDifference({ drift: 2 }, { drift: 2 })).toBe(true);
  expect(isSameDifference({ drift: 2 }, { drift: 1 })).toBe(false);
  expect(isSameDifference({ drift: 0 }, { drift: 0 })).toBe(false);
});
