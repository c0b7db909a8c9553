import { expect, test } from "vitest";

import type { Invoice, InvoiceLine } from "./read-invoices";
import { servicesOf } from "./service-products";

const line = (code: string, description: string): InvoiceLine => ({ code, description, quantity: 1, unitPrice: "1" });
const invoice = (id: string, ...lines: InvoiceLine[]): Invoice => ({ id, at: 0, customerId: null, country: "EIRE", lines });

test("one product per kind of line without a code, mapped by the titles of the file", () => {
  const { products, links, skuOf } = servicesOf([
    invoice("1", line("10A", "MUG"), line("M", "Manual"), line("gift_0001_20", "Voucher"), line("POST", "POSTAGE")),
    invoice("2", line("m", "Manual"), line("PADS", "PADS TO MATCH")),
    invoice("C3", line("AMAZONFEE", "AMAZON FEE")),
  ]);
  expect(products.map(({ sku }) => sku)).toEqual(["SERVICE-SHIPPING", "SERVICE-OTHER", "SERVICE-MANUAL", "SERVICE-GIFT-VOUCHERS"]);
  expect(links.slice(2)).toEqual([
    { kind: "service", theirs: "Manual", ours: "SERVICE-MANUAL" },
    { kind: "service", theirs: "Voucher", ours: "SERVICE-GIFT-VOUCHERS" },
  ]);
  expect([skuOf("Manual", false), skuOf("PADS TO MATCH", false), skuOf("POSTAGE", true)]).toEqual([
    "SERVICE-MANUAL",
    "SERVICE-OTHER",
    "SERVICE-SHIPPING",
  ]);
});

test("postage sold alone is mapped by its title only where no order ships under that title", () => {
  const alone = invoice("1", line("POST", "POSTAGE"));
  expect(servicesOf([alone]).skuOf("POSTAGE", false)).toBe("SERVICE-POSTAGE");
  expect(servicesOf([alone, invoice("2", line("10A", "MUG"), line("POST", "POSTAGE"))]).skuOf("POSTAGE", false)).toBe("SERVICE-OTHER");
});
