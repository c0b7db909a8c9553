import { z } from "zod";

import { CustomerBody } from "./customers";
import { Address, Allocation, Amount, Attribute, Discount, LineDoc, ShippingLine } from "./order-doc";

const Time = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
const LocationId = z.union([z.int(), z.string().regex(/(^|\/)\d+$/)]).transform((id) => Number(/\d+$/.exec(String(id))?.[0]));

/** With the SKU of a variant the rest comes from it; without, or with a title beside an unknown SKU, it is a line of its own. */
export const PlacedLine = LineDoc.extend({
  sku: z.string().nullable().default(null),
  title: z.string().optional(),
  quantity: z.int().min(1),
  unitPrice: Amount.optional(),
});
export type PlacedLine = z.infer<typeof PlacedLine>;

export const Method = z.enum(["SHIPPING", "PICK_UP", "LOCAL", "PICKUP_POINT", "RETAIL", "NONE"]);

const FulfilmentOrder = z.object({
  locationId: LocationId,
  methodType: Method.optional(),
  /** `line` is the place in the order's lines; left out, all of them. */
  lines: z.array(z.object({ line: z.int().min(0), quantity: z.int().min(1) })).optional(),
});

const Transaction = z.object({
  kind: z.enum(["SALE", "AUTHORIZATION", "CAPTURE", "VOID", "REFUND"]),
  status: z.enum(["SUCCESS", "PENDING", "FAILURE", "ERROR", "AWAITING_RESPONSE", "UNKNOWN"]).default("SUCCESS"),
  gateway: z.string().default("shopify_payments"),
  amount: Amount,
});

/** An order as a checkout leaves it. All amounts are the caller's; the shop only adds up and checks. */
export const PlacedOrder = z.object({
  name: z.string().optional(),
  createdAt: Time.optional(),
  processedAt: Time.optional(),
  currency: z.string().length(3).optional(),
  taxesIncluded: z.boolean().optional(),
  test: z.boolean().default(false),
  sourceName: z.string().nullable().default("web"),
  financialStatus: z
    .enum(["PAID", "AUTHORIZED", "PENDING", "PARTIALLY_PAID", "PARTIALLY_REFUNDED", "REFUNDED", "EXPIRED", "VOIDED"])
    .default("PAID"),
  gateway: z.string().default("shopify_payments"),
  /** Left out: what the financial status says about the total. */
  transactions: z.array(Transaction).optional(),
  email: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
  note: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  customAttributes: z.array(Attribute).default([]),
  /** Null: a guest. */
  customer: CustomerBody.nullable().default(null),
  billingAddress: Address.nullable().default(null),
  /** Left out: as a checkout asks for it, one that somebody typed in, unless it is collected. Null: none. */
  shippingAddress: Address.nullable().optional(),
  discounts: z.array(Discount).default([]),
  lines: z.array(PlacedLine).min(1),
  shippingLines: z.array(ShippingLine).default([]),
  /** Collected there. */
  pickupLocationId: LocationId.optional(),
  /** Which location fulfils what; an empty list: nobody knows yet. Left out: everything at the first location that ships. */
  fulfilmentOrders: z.array(FulfilmentOrder).optional(),
  /** What the order must come to; compared, never taken over. */
  totals: z.object({ subtotal: Amount, discounts: Amount, shipping: Amount, tax: Amount, total: Amount }).partial().optional(),
  /** As at a checkout: refused when what must not be oversold is not available at its location. */
  checkAvailability: z.boolean().default(false),
});
export type PlacedOrder = z.infer<typeof PlacedOrder>;

export const OrdersBody = z.union([
  z.object({ orders: z.array(PlacedOrder), webhooks: z.boolean().default(true) }),
  PlacedOrder.extend({ webhooks: z.boolean().default(true) }).transform(({ webhooks, ...order }) => ({ orders: [order], webhooks })),
]);
export { Allocation };
