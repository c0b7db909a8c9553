import { expect, test } from "vitest";

import { classify, penceOf } from "./classify";
import type { InvoiceLine } from "./read-invoices";

const line = (code: string, quantity: number, unitPrice: string, description = code.toLowerCase()): InvoiceLine => ({
  code,
  description,
  quantity,
  unitPrice,
});
const invoice = (id: string, ...lines: InvoiceLine[]) => classify({ id, at: 0, customerId: null, country: "United Kingdom", lines });
const saleOf = (...lines: InvoiceLine[]) => {
  const classified = invoice("536365", ...lines);
  if (classified.kind !== "order") throw new Error(`it is a ${classified.kind}`);
  return classified.sale;
};

test("C is a refund, nothing but negative quantities is an adjustment of stock", () => {
  expect(invoice("C536379", line("D", -1, "27.50"))).toEqual({ kind: "refund" });
  expect(invoice("C1", line("10A", 1, "1"))).toEqual({ kind: "refund" });
  expect(invoice("536589", line("21777", -10, "0"), line("21778", -3, "2.5"))).toEqual({ kind: "adjustment" });
});

test("a code that starts with a digit is an SKU, byte for byte; every other line has a title only", () => {
  const codes = [
    "85123A",
    "85123a",
    "8512 3A ",
    "M",
    "m",
    "BANK CHARGES",
    "AMAZONFEE",
    "S",
    "gift_0001_20",
    "DCGSSBOY",
    "B",
    "PADS",
    "post",
  ];
  expect(saleOf(...codes.map((code) => line(code, 1, "1"))).goods.map(({ sku }) => sku)).toEqual([
    "85123A",
    "85123a",
    "8512 3A ",
    ...codes.slice(3).map(() => null),
  ]);
  expect(saleOf(line("M", 1, "1", ""), line("10A", 1, "1", "")).goods.map(({ title }) => title)).toEqual(["M", "10A"]);
});

test("POST, DOT and C2 are shipping, one charge each", () => {
  const { goods, shipping } = saleOf(
    line("10A", 1, "1"),
    line("POST", 2, "18", "POSTAGE"),
    line("DOT", 1, "569.77"),
    line("POST", 1, "0.50"),
    line("C2", 1, "0"),
  );
  expect(goods).toHaveLength(1);
  expect(shipping).toEqual([
    { code: "POST", title: "POSTAGE", price: 3_650 },
    { code: "DOT", title: "dot", price: 56_977 },
    { code: "C2", title: "c2", price: 0 },
  ]);
});

test("an order has a line: shipping on its own is sold as one without a code", () => {
  expect(saleOf(line("POST", 2, "18", "POSTAGE"))).toEqual({
    goods: [{ sku: null, code: "POST", title: "POSTAGE", quantity: 2, unitPrice: 1_800 }],
    shipping: [],
    discount: 0,
  });
});

test("D and lines that give money back are a discount of the order", () => {
  expect(saleOf(line("10A", 2, "10"), line("D", -1, "2.50")).discount).toBe(250);
  expect(saleOf(line("10A", 2, "10"), line("D", 1, "2.50")).discount).toBe(250);
  expect(saleOf(line("10A", 2, "10"), line("10B", -1, "4"), line("B", 1, "-3")).discount).toBe(700);
  expect(saleOf(line("10A", 2, "10"), line("10B", -5, "0"), line("10C", 0, "3"))).toMatchObject({ discount: 0, goods: [{ sku: "10A" }] });
});

test("a negative total is no order", () => {
  expect(invoice("A563186", line("B", 1, "-11062.06", "Adjust bad debt"))).toEqual({ kind: "adjustment" });
  expect(invoice("A563185", line("B", 1, "11062.06", "Adjust bad debt")).kind).toBe("order");
  expect(invoice("1", line("10A", 1, "1"), line("10B", -1, "1.01")).kind).toBe("adjustment");
  expect(invoice("1", line("10A", 1, "1"), line("10B", -1, "1")).kind).toBe("order");
  expect(invoice("1", line("10A", 0, "1"))).toEqual({ kind: "adjustment" });
});

test("free lines, the same SKU twice, absurd quantities and fractions of a penny are sold as they are", () => {
  const { goods } = saleOf(line("10A", 80_995, "2.08"), line("10A", 1, "0"), line("10B", 3, "0.001"), line("10C", 1, "1.125"));
  expect(goods.map(({ quantity, unitPrice }) => [quantity, unitPrice])).toEqual([
    [80_995, 208],
    [1, 0],
    [3, 0],
    [1, 113],
  ]);
  expect([penceOf("165"), penceOf("-0.001"), penceOf("13541.33")].map((pence) => pence + 0)).toEqual([16_500, 0, 1_354_133]);
});
