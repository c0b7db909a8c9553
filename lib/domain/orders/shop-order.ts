import { z } from "zod";

import { LocationId, ShopOrderId, Sku } from "../ids";
import { Currency, Minor, Rate } from "../money";

/** Tax of one line as the shop computed it. */
export const ShopTax = z.object({ rate: Rate, amount: Minor });

export const ShopOrderLine = z.object({
  id: z.string(),
  /** Null for a custom line. */
  sku: Sku.nullable(),
  title: z.string(),
  /** Units still wanted: removed and refunded ones are left out. */
  quantity: z.int().min(0),
  /** Unit price × quantity, before discounts; with or without tax as `taxesIncluded` says. */
  listed: Minor,
  discount: Minor,
  /** The part of the discount that was given for this very line, and not for the order as a whole. */
  ownDiscount: Minor.optional(),
  taxes: z.array(ShopTax),
  isGiftCard: z.boolean(),
});
export type ShopOrderLine = z.infer<typeof ShopOrderLine>;

export const ShopShippingLine = z.object({ id: z.string(), title: z.string(), listed: Minor, discount: Minor, taxes: z.array(ShopTax) });
export type ShopShippingLine = z.infer<typeof ShopShippingLine>;

/** Where units of the order are to be handed over or shipped from. */
export const Allocation = z.object({
  locationId: LocationId.nullable(),
  locationName: z.string(),
  method: z.enum(["pickup", "shipping", "other"]),
  lines: z.array(z.object({ lineId: z.string(), quantity: z.int().min(0), remaining: z.int().min(0) })),
});
export type Allocation = z.infer<typeof Allocation>;

export const Address = z.object({
  name: z.string(),
  street: z.string(),
  street2: z.string(),
  zip: z.string(),
  city: z.string(),
  country: z.string(),
  phone: z.string(),
});
export type Address = z.infer<typeof Address>;

export const PaymentState = z.enum([
  "paid",
  "authorized",
  "partially-paid",
  "pending",
  "voided",
  "expired",
  "refunded",
  "partially-refunded",
]);

/** A web order as any shop holds it, read to its last page. */
export const ShopOrder = z.object({
  id: ShopOrderId,
  /** What people say: #1001. */
  name: z.string(),
  /** Changes whenever the order does (Shopify updatedAt). */
  version: z.string(),
  placedAt: z.iso.datetime(),
  cancelledAt: z.iso.datetime().nullable(),
  isTest: z.boolean(),
  /** Made by the till itself: importing it would close a loop. */
  isBornInPos: z.boolean(),
  payment: PaymentState,
  currency: Currency,
  taxesIncluded: z.boolean(),
  /** What the customer pays, tax included. */
  total: Minor,
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string(),
  billing: Address.nullable(),
  shipping: Address.nullable(),
  lines: z.array(ShopOrderLine),
  shippingLines: z.array(ShopShippingLine),
  allocations: z.array(Allocation),
  /** Discount codes that the customer used. */
  codes: z.array(z.string()).optional(),
  payments: z.array(z.object({ id: z.string(), gateway: z.string(), amount: Minor })),
});
export type ShopOrder = z.infer<typeof ShopOrder>;
