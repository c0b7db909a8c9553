import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

import { buildOrder } from "./build-order";
import { classify } from "./classify";
import { readInvoices } from "./read-invoices";

const file = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../../../shared/data/online-retail-2010-12.csv");

test.skipIf(!existsSync(file))("five days of a real retailer: 512 invoices, of which 439 are orders", async () => {
  const invoices = await readInvoices(file);
  const kinds = Map.groupBy(invoices, (invoice) => classify(invoice).kind);
  expect(invoices).toHaveLength(512);
  expect(invoices.reduce((total, { lines }) => total + lines.length, 0)).toBe(10_000);
  expect([kinds.get("refund")?.length, kinds.get("adjustment")?.length, kinds.get("order")?.length]).toEqual([43, 30, 439]);
  expect(Math.max(...invoices.map(({ lines }) => lines.length))).toBe(593);

  const orders = invoices.flatMap((invoice) => {
    const classified = classify(invoice);
    return classified.kind === "order" ? [buildOrder(invoice, classified.sale)] : [];
  });
  expect(orders.filter(({ total }) => total === 0).length).toBeGreaterThanOrEqual(15);
  expect(orders.filter(({ fulfilments }) => fulfilments.length === 2).length).toBeGreaterThan(0);
  expect(orders.flatMap(({ lines }) => lines).filter(({ sku }) => sku === null)).toHaveLength(11);
});
