import Decimal from "decimal.js";

import { type Minor, minor, rounded, sum } from "@/lib/domain/money";
import type { Sale } from "./classify";
import { vatRateIn } from "./countries";
import { discountLines } from "./discount-lines";
import { madeUpCustomer } from "./made-up-customer";
import { placeUnits } from "./place-units";
import type { Invoice } from "./read-invoices";
import { variationOf } from "./variation";
import type { WebOrder } from "./web-order";

/** The sale of an invoice as the shop would hold it: discounts allocated to lines, tax rounded per line, and a total that adds up. */
export function buildOrder(invoice: Invoice, sale: Sale): WebOrder {
  const variation = variationOf(invoice.id);
  const { taxesIncluded } = variation;
  const taxRate = vatRateIn(invoice.country);
  const discounts = discountLines(sale, variation);

  const lines = sale.goods.map(({ sku, title, quantity, unitPrice }, at) => {
    const own = discounts.lines[at]!;
    const paid = quantity * unitPrice - sum(own.map(({ amount }) => amount));
    return { sku, title, quantity, unitPrice, discounts: own, tax: taxOf(paid, taxRate, taxesIncluded), paid };
  });
  const shippingLines = sale.shipping.map((charge, at) => {
    const discount = discounts.shipping[at]!;
    return { ...charge, discount, tax: taxOf(charge.price - discount, taxRate, taxesIncluded) };
  });
  const onTop = taxesIncluded ? 0 : sum([...lines, ...shippingLines].map(({ tax }) => tax));
  const paid =
    lines.reduce((total, line) => total + line.paid, 0) + shippingLines.reduce((total, { price, discount }) => total + price - discount, 0);

  return {
    invoice: invoice.id,
    placedAt: invoice.at,
    currency: "GBP",
    taxesIncluded,
    taxRate,
    ...madeUpCustomer(invoice),
    lines: lines.map(({ paid: _, ...line }) => line),
    shippingLines,
    fulfilments: placeUnits(lines, variation),
    total: minor(paid + onTop),
  };
}

/** On top of a price without tax; else what is left of the price when its net is rounded, so half a penny goes to the net. */
function taxOf(paid: number, rate: number, isIncluded: boolean): Minor {
  if (!isIncluded) return rounded(new Decimal(paid).mul(rate).div(100));
  return minor(paid - rounded(new Decimal(paid).mul(100).div(100 + rate)));
}
