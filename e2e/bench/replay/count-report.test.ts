import { expect, test } from "vitest";

import { brokenPromises, countReport } from "./count-report";
import type { TillOrder } from "./pos-dump";
import type { Invoice } from "./read-invoices";
import type { ShopDumpOrder } from "./shop-dump";

const invoices: Invoice[] = ["1", "2", "C3"].map((id) => ({
  id,
  at: 0,
  customerId: null,
  country: "United Kingdom",
  lines: [{ code: "10A", description: "MUG", quantity: 3, unitPrice: "2.00" }],
}));
const inShop = (id: string, name: string): ShopDumpOrder => ({
  id,
  name,
  total: 1_020,
  rows: [
    { id: "L", sku: "10A", title: "MUG", quantity: 3, isShipping: false, gross: 720, tax: 120, rate: 20 },
    { id: "S", sku: null, title: "POSTAGE", quantity: 1, isShipping: true, gross: 300, tax: 50, rate: 20 },
  ],
  places: [
    { locationId: "71", units: [{ lineId: "L", quantity: 2 }] },
    { locationId: "72", units: [{ lineId: "L", quantity: 1 }] },
  ],
});
const shop = [inShop("900", "#1"), inShop("901", "#2")];
const row = (sku: string, quantity: number, gross: number) => ({ sku, quantity, gross, vat: Math.floor(gross / 6), rate: 20 });
const atTill = (webOrderId: string, id: number): TillOrder[] => [
  { id, externalId: `PAR-${webOrderId}`, webOrderId, warehouse: "1", total: 780, rows: [row("10A", 2, 480), row("SHIP", 1, 300)] },
  { id: id + 1, externalId: `PAR-${webOrderId}-2`, webOrderId, warehouse: "2", total: 240, rows: [row("10A", 1, 240)] },
];
const crosswalk = {
  skuAtTill: ({ sku }: { sku: string | null }) => sku ?? "SHIP",
  warehouseOf: (locationId: string) => String(Number(locationId) - 70),
};
const count = (till: TillOrder[], held: string[] = []) => countReport(invoices, shop, till, new Set(held), crosswalk);
const all = () => [...atTill("900", 1), ...atTill("901", 3)];
const released = { previewed: 4, released: 4, stillHeld: 0 };

test("orders that are the same on both sides are confirmed and tie to the penny", () => {
  const counted = count(all());
  expect(counted).toEqual({
    orders: { placed: 3, confirmed: 2, held: 0, deferred: 1, lost: 0, duplicated: 0 },
    money: { shop: "20.40", pos: "20.40", difference: "0.00" },
    vat: { shop: "3.40", pos: "3.40", roundingRows: 0 },
    findings: [],
  });
  expect(brokenPromises({ ...counted, released })).toEqual([]);
});

test("an order without its Sitoo order is held when Parity says so, else lost", () => {
  expect(count(atTill("900", 1), ["901"]).orders).toMatchObject({ confirmed: 1, held: 1, lost: 0 });
  const lost = count(all().slice(0, 3));
  expect(lost.orders).toMatchObject({ confirmed: 1, held: 0, lost: 1 });
  expect(lost.findings).toEqual(["#2 is due and not held, and 1 of its 2 Sitoo orders are missing"]);
  expect(brokenPromises({ ...lost, released })).toEqual(["1 orders are lost", "3 placed are not 1 confirmed + 0 held + 1 deferred"]);
});

test("a second Sitoo order for a place, one for no place and one for no web order are duplicates", () => {
  const twice = { ...atTill("900", 9)[0]!, externalId: "PAR-900-3" };
  expect(count([...all(), twice]).orders.duplicated).toBe(1);
  expect(count([...all(), { ...twice, warehouse: "5" }]).orders.duplicated).toBe(1);
  expect(count([...all(), { ...twice, webOrderId: null }]).orders.duplicated).toBe(1);
});

test("another amount, unit, product or rate is not confirmed", () => {
  const change = (edit: (order: TillOrder) => void) => {
    const till = structuredClone(all());
    edit(till[0]!);
    const { orders, money, findings } = count(till);
    return [orders.confirmed, money.difference, findings.length > 0];
  };
  expect(
    change((order) => {
      order.rows[0]!.gross = 479;
      order.total = 779;
    }),
  ).toEqual([1, "-0.01", true]);
  expect(
    change((order) => {
      order.total = 781;
    }),
  ).toEqual([1, "0.01", true]);
  expect(
    change((order) => {
      order.rows[0]!.quantity = 3;
    }),
  ).toEqual([1, "0.00", true]);
  expect(
    change((order) => {
      order.rows[0]!.sku = "10a";
    }),
  ).toEqual([1, "0.00", true]);
  expect(
    change((order) => {
      order.rows[0]!.rate = 0;
    }),
  ).toEqual([1, "0.00", true]);
});

test("VAT that is a rounding apart is counted, not refused", () => {
  const till = all();
  till[0]!.rows[0]!.vat++;
  expect(count(till)).toMatchObject({ orders: { confirmed: 2 }, vat: { shop: "3.40", pos: "3.41", roundingRows: 1 }, findings: [] });
});

test("a shop that holds something else than the file is found out", () => {
  const other = countReport([{ ...invoices[0]!, lines: [] }, ...invoices.slice(1)], shop, all(), new Set(), crosswalk);
  expect(other.orders.deferred).toBe(2);
  expect(other.findings).toEqual(["#1 stands in the shop as an order, but the file makes it: adjustment"]);
  expect(countReport(invoices, shop.slice(1), atTill("901", 3), new Set(), crosswalk).orders.lost).toBe(1);
});
