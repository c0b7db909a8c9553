import { z } from "zod";
import { toAmount, toMinor } from "@/lib/domain/money";
import { partOf, sumOf } from "./money";

/** A decimal string, as every amount that the caller gives. */
export const Amount = z.string().regex(/^-?\d+(\.\d+)?$/);

export const TaxLine = z.object({ title: z.string().default("VAT"), rate: z.number().min(0), price: Amount });
export type TaxLine = z.infer<typeof TaxLine>;

/** Part of a discount that falls to one line; `discount` is its place in the order's list. */
export const Allocation = z.object({ discount: z.int().min(0).default(0), amount: Amount });

export const Attribute = z.object({ key: z.string(), value: z.string().nullable().default(null) });

export const Discount = z.object({
  type: z.enum(["code", "automatic", "manual"]).default("automatic"),
  /** The code, or the title. */
  name: z.string(),
  percentage: z.number().optional(),
  /** Must be what the allocations add up to. */
  amount: Amount.optional(),
  target: z.enum(["LINE_ITEM", "SHIPPING_LINE"]).default("LINE_ITEM"),
  /** Across the whole order, or on each product it is for. */
  method: z.enum(["ACROSS", "EACH"]).default("ACROSS"),
});
export type Discount = z.infer<typeof Discount>;

export const Address = z.object({
  name: z.string().nullable().default(null),
  company: z.string().nullable().default(null),
  address1: z.string().nullable().default(null),
  address2: z.string().nullable().default(null),
  zip: z.string().nullable().default(null),
  city: z.string().nullable().default(null),
  province: z.string().nullable().default(null),
  countryCode: z.string().length(2).nullable().default(null),
  phone: z.string().nullable().default(null),
});
export type Address = z.infer<typeof Address>;

export const ShippingLine = z.object({
  title: z.string(),
  code: z.string().nullable().default(null),
  source: z.string().nullable().default("shopify"),
  price: Amount,
  discounts: z.array(Allocation).default([]),
  taxLines: z.array(TaxLine).default([]),
});
export type ShippingLine = z.infer<typeof ShippingLine>;

export const LineDoc = z.object({
  sku: z.string().nullable(),
  title: z.string(),
  variantTitle: z.string().nullable().default(null),
  unitPrice: Amount,
  discounts: z.array(Allocation).default([]),
  taxLines: z.array(TaxLine).default([]),
  customAttributes: z.array(Attribute).default([]),
  requiresShipping: z.boolean().default(true),
  isGiftCard: z.boolean().default(false),
  taxable: z.boolean().default(true),
  vendor: z.string().nullable().default(null),
});
export type LineDoc = z.infer<typeof LineDoc>;

export type Totals = {
  subtotal: string;
  discounts: string;
  shipping: string;
  tax: string;
  total: string;
  taxLines: TaxLine[];
};
export type Counted = { quantity: number; doc: LineDoc };

/** Tax lines of one rate and name are one on the order. */
function taxesOf(parts: { line: TaxLine; units: number }[], currency: string): TaxLine[] {
  const byRate = new Map<string, { line: TaxLine; units: number }>();
  for (const { line, units } of parts) {
    const key = `${line.title} ${line.rate}`;
    const known = byRate.get(key);
    if (known) known.units += units;
    else byRate.set(key, { line, units });
  }
  return [...byRate.values()].map(({ line, units }) => ({ ...line, price: toAmount(units, currency) }));
}

type Order = { currency: string; taxesIncluded: boolean; shippingLines: ShippingLine[] };

/** What the order comes to when only `quantity` of the `of` units of each line count. */
export function totalsOf({ currency, taxesIncluded, shippingLines }: Order, lines: readonly (Counted & { of: number })[]): Totals {
  const minor = (amount: string) => toMinor(amount, currency);
  let gross = 0;
  let lineDiscounts = 0;
  const taxes: { line: TaxLine; units: number }[] = [];
  for (const { quantity, of, doc } of lines) {
    gross += minor(doc.unitPrice) * quantity;
    lineDiscounts += partOf(
      sumOf(
        doc.discounts.map(({ amount }) => amount),
        currency,
      ),
      quantity,
      of,
    );
    for (const line of doc.taxLines) taxes.push({ line, units: partOf(minor(line.price), quantity, of) });
  }
  let shipping = 0;
  let shippingDiscounts = 0;
  for (const { price, discounts, taxLines } of shippingLines) {
    const off = sumOf(
      discounts.map(({ amount }) => amount),
      currency,
    );
    shipping += minor(price) - off;
    shippingDiscounts += off;
    for (const line of taxLines) taxes.push({ line, units: minor(line.price) });
  }
  const tax = taxes.reduce((sum, { units }) => sum + units, 0);
  const subtotal = gross - lineDiscounts;
  return {
    subtotal: toAmount(subtotal, currency),
    discounts: toAmount(lineDiscounts + shippingDiscounts, currency),
    shipping: toAmount(shipping, currency),
    tax: toAmount(tax, currency),
    total: toAmount(subtotal + shipping + (taxesIncluded ? 0 : tax), currency),
    taxLines: taxesOf(taxes, currency),
  };
}

export const nothing = (currency: string): Totals => totalsOf({ currency, taxesIncluded: true, shippingLines: [] }, []);

export type OrderDoc = Order & {
  phone: string | null;
  note: string | null;
  tags: string[];
  customAttributes: z.infer<typeof Attribute>[];
  discounts: Discount[];
  billingAddress: Address | null;
  shippingAddress: Address | null;
  pickup: boolean;
  cancelReason: string | null;
  edited: boolean;
  totals: Totals;
  current: Totals;
};
