import { expect, test } from "vitest";

import { openMeter, paceAt, rushSeconds } from "./pace";
import { planStaff } from "./plan-staff";
import { planTillSale } from "./plan-till-sale";
import { planWebOrder } from "./plan-web-order";
import { Scene } from "./scene";
import { shelvesOf } from "./shelves";
import { toShopifyOrder } from "./to-shopify-order";

const goods = ["A", "B", "C", "D"].map((sku, at) => ({
  tillSku: sku,
  webSku: sku,
  title: `Thing - ${sku}`,
  price: 1_000 + at * 333,
  rate: 20,
}));
const stores = [1, 2].map((warehouseid) => ({ warehouseid, locationid: `7${warehouseid}` }));
const scene = Scene.parse({ seed: 7, stores, online: { warehouseid: 3, locationid: "73" }, goods });
const levels = (available: string) =>
  [1, 2, 3].flatMap((warehouseid) => goods.map(({ tillSku: sku }) => ({ sku, warehouseid, available })));
const full = shelvesOf(levels("9.000"));
const hundred = Array.from({ length: 100 }, (_, nth) => nth);

test("one seed makes the same day again, another seed another day", () => {
  const day = (seed: number) =>
    hundred.map((nth) => [planTillSale({ ...scene, seed }, nth, full), planWebOrder({ ...scene, seed }, nth, full)]);
  expect(day(7)).toEqual(day(7));
  expect(day(8)).not.toEqual(day(7));
});

test("nothing is sold that does not lie there", () => {
  const onlyB = shelvesOf(levels("0.000").map((level) => (level.sku === "B" ? { ...level, available: "2.000" } : level)));
  const sold = hundred.flatMap((nth) => planTillSale(scene, nth, onlyB)?.lines ?? []);
  const ordered = hundred.flatMap((nth) => planWebOrder(scene, nth, onlyB)?.lines ?? []);
  expect(sold.length).toBeGreaterThan(20);
  expect(new Set([...sold, ...ordered].map(({ sku }) => sku))).toEqual(new Set(["B"]));
  expect(hundred.map((nth) => planTillSale(scene, nth, shelvesOf([])))).toEqual(hundred.map(() => null));
});

test("a till without a connection keeps its sales, and nobody hands a web order over there", () => {
  const cut = { ...scene, offline: [2] };
  const sales = hundred.map((nth) => planTillSale(cut, nth, full)).filter((sale) => sale !== null);
  expect(new Set(sales.map(({ warehouseid, offline = false }) => `${warehouseid} ${offline}`))).toEqual(new Set(["1 false", "2 true"]));
  const waiting = [1, 2].map((warehouseid) => ({ orderid: warehouseid, warehouseid, createdAt: 0, isReady: true }));
  expect(planStaff(cut, waiting, 10_000, 1)).toEqual([{ orderid: 1, act: "hand-over" }]);
});

test("a stumble comes as often as it was told to", () => {
  const abroad = { countryCode: "IE", city: "Galway", zip: "H91 X0X0", rate: 23 };
  const stumbles = [
    { every: 10, first: 3, webSku: "D" },
    { every: 10, first: 5, locationid: "99" },
    { every: 10, first: 7, abroad },
    { every: 10, first: 9, blank: "zip" as const },
  ];
  const orders = hundred.map((nth) => planWebOrder({ ...scene, stumbles }, nth, full));
  const at = (first: number) => orders.filter((_, nth) => nth % 10 === first);
  expect(at(9).every((order) => order?.address?.zip === "" && order.method === "SHIPPING")).toBe(true);
  expect(at(3).every((order) => order?.lines.some(({ sku }) => sku === "D"))).toBe(true);
  expect(at(5).every((order) => order?.locationid === "99" && order.method === "SHIPPING")).toBe(true);
  expect(at(7).every((order) => order?.address?.countryCode === "IE" && order.lines.every(({ rate }) => rate === 23))).toBe(true);
  expect(orders.filter((order) => order?.locationid === "99")).toHaveLength(10);
});

test("an order at Shopify adds up: paid by line, with the tax that is in it", () => {
  const order = toShopifyOrder(
    {
      shopper: { firstName: "Isla", lastName: "Dacre", email: "isla@example.com", phone: "+441632960000" },
      address: null,
      locationid: "71",
      method: "PICK_UP",
      lines: [{ sku: "A", quantity: 3, unitPrice: 1_999, discount: 600, rate: 20 }],
      shipping: null,
      isPaid: true,
      cancelledAfter: null,
    },
    null,
  );
  // 59.97 - 6.00 = 53.97; without VAT 44.98 (44.975 rounded up), so 8.99 is VAT.
  expect(order.lines).toMatchObject([{ unitPrice: "19.99", discounts: [{ amount: "6.00" }], taxLines: [{ rate: 0.2, price: "8.99" }] }]);
  expect(order).toMatchObject({ pickupLocationId: "71", financialStatus: "PAID" });
  expect(order.discounts).toMatchObject([{ amount: "6.00" }]);
});

test("the rush ends after twenty minutes, and a meter never owes more than its limit", () => {
  expect(paceAt(0)).toEqual({ till: 1, web: 0.1 });
  expect(paceAt(rushSeconds).till).toBeCloseTo(1 / 60);
  const meter = openMeter(5);
  expect([0.4, 0.4, 0.4, 100].map((amount) => meter.add(amount))).toEqual([0, 0, 1, 5]);
});

test("staff say that an order is ready before anybody collects it; what is sent needs no word", () => {
  const order = { orderid: 12, createdAt: 1_000, isReady: false };
  const after = (seconds: number, warehouseid: number, isReady = false) =>
    planStaff(scene, [{ ...order, warehouseid, isReady }], 1_000 + seconds, 1).map(({ act }) => act);
  expect(after(30, 1)).toEqual([]);
  expect(after(400, 1)).toEqual(["mark-ready"]);
  expect(after(2_000, 1)).toEqual(["mark-ready"]);
  expect(after(2_000, 1, true)).toEqual(["hand-over"]);
  expect(after(2_000, 3)).toEqual(["hand-over"]);
});
