import Decimal from "decimal.js";

import { type Minor, minor, rounded } from "@/lib/domain/money";
import type { Invoice, InvoiceLine } from "./read-invoices";

export type GoodsLine = {
  /** Null: a custom line, which has a title and no code. */
  sku: string | null;
  /** What the file calls it. */
  code: string;
  title: string;
  quantity: number;
  unitPrice: Minor;
};
export type ShippingCharge = { code: string; title: string; price: Minor };
export type Sale = { goods: GoodsLine[]; shipping: ShippingCharge[] /** Taken off the whole order. */; discount: Minor };
export type Classified = { kind: "order"; sale: Sale } | { kind: "refund" } | { kind: "adjustment" };

const shippingCodes: ReadonlySet<string> = new Set(["POST", "DOT", "C2"]);

/**
 * What one invoice is. Beyond the file's own rules:
 * - a negative line between others is a discount of the order, up to its total; a negative total is an adjustment;
 * - `D` is a discount whatever its sign; units of quantity 0 were not sold;
 * - an order has at least one line in a shop, so shipping charged alone is a custom line.
 */
export function classify({ id, lines }: Invoice): Classified {
  if (id.startsWith("C")) return { kind: "refund" };
  if (lines.every(({ quantity }) => quantity < 0)) return { kind: "adjustment" };

  const amounts = lines.map((line) => ({ line, amount: amountOf(line) }));
  const discounts = amounts.filter(({ line, amount }) => line.code === "D" || amount < 0 || line.quantity < 0);
  const sold = amounts.filter((each) => !discounts.includes(each) && each.line.quantity > 0);
  const discount = discounts.reduce((total, { amount }) => total + Math.abs(amount), 0);
  const worth = sold.reduce((total, { amount }) => total + amount, 0);
  if (sold.length === 0 || discount > worth) return { kind: "adjustment" };

  const isShipping = ({ line }: (typeof sold)[number]) => shippingCodes.has(line.code);
  const goods = sold.filter((each) => !isShipping(each));
  const shipping = sold.filter(isShipping);
  if (goods.length === 0)
    return { kind: "order", sale: { goods: shipping.map(({ line }) => goodsLine(line)), shipping: [], discount: minor(discount) } };
  return {
    kind: "order",
    sale: { goods: goods.map(({ line }) => goodsLine(line)), shipping: charges(shipping), discount: minor(discount) },
  };
}

/** A shop holds prices in whole pence: 0.001 becomes 0.00. */
export const penceOf = (pounds: string): Minor => rounded(new Decimal(pounds).mul(100));

const amountOf = ({ quantity, unitPrice }: InvoiceLine): number => quantity * penceOf(unitPrice);
const isSku = (code: string) => /^[0-9]/.test(code);
const titleOf = ({ code, description }: InvoiceLine) => description || code;

const goodsLine = (line: InvoiceLine): GoodsLine => ({
  sku: isSku(line.code) ? line.code : null,
  code: line.code,
  title: titleOf(line),
  quantity: line.quantity,
  unitPrice: penceOf(line.unitPrice),
});

/** One charge per way of shipping, as a shop has it. */
function charges(lines: readonly { line: InvoiceLine; amount: number }[]): ShippingCharge[] {
  const byCode = new Map<string, ShippingCharge>();
  for (const { line, amount } of lines) {
    const seen = byCode.get(line.code) ?? { code: line.code, title: titleOf(line), price: minor(0) };
    byCode.set(line.code, { ...seen, price: minor(seen.price + amount) });
  }
  return [...byCode.values()];
}
