import { expect, test } from "vitest";

import { catalogueOf, mostUsed } from "./catalogue";
import type { Invoice } from "./read-invoices";

const invoice = (id: string, ...codes: (string | [code: string, title: string, price: string])[]): Invoice => ({
  id,
  at: 0,
  customerId: null,
  country: "United Kingdom",
  lines: codes.map((code) => {
    const [sku, description, unitPrice] = typeof code === "string" ? [code, code, "1"] : code;
    return { code: sku, description, quantity: 1, unitPrice };
  }),
});

test("every SKU once, under the first title it has and its highest price; lines without a SKU are none", () => {
  expect(
    catalogueOf([
      invoice("1", ["20B", "", "1.5"], "M", "POST"),
      invoice("2", ["10A", "", "0"], ["20B", "MUG", "0.85"], ["20b", "CUP", "1"]),
    ]),
  ).toEqual([
    { sku: "10A", skuAtTill: "10A", title: "10A", price: 0 },
    { sku: "20B", skuAtTill: "20B", title: "MUG", price: 150 },
    { sku: "20b", skuAtTill: "20b", title: "CUP", price: 100 },
  ]);
});

test("a code that the till does not take gets one that it takes, and no two the same", () => {
  const skus = catalogueOf([invoice("1", "10 A", "10.A", "10-A", "10_A+/", "10A ", "10A")]).map(({ sku, skuAtTill }) => [sku, skuAtTill]);
  expect(Object.fromEntries(skus)).toEqual({
    "10 A": "10-A-2",
    "10-A": "10-A",
    "10.A": "10-A-3",
    "10A": "10A",
    "10A ": "10A-2",
    "10_A+/": "10_A+/",
  });
});

test("the SKUs on the most invoices, of equals the lower code", () => {
  const invoices = [invoice("1", "3", "2", "2", "M"), invoice("2", "1", "2", "M"), invoice("C3", "3", "1", "M"), invoice("4", "10")];
  expect(mostUsed(invoices, 3)).toEqual(["1", "2", "3"]);
  expect(mostUsed(invoices, 9)).toEqual(["1", "2", "3", "10"]);
  expect(mostUsed(invoices, 0)).toEqual([]);
});
