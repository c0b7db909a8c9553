import type { Minor } from "@/lib/domain/money";

/** An order as a shop holds it; amounts in minor units, with or without tax as `taxesIncluded` says. */
export type WebOrder = {
  invoice: string;
  /** Milliseconds since the epoch. */
  placedAt: number;
  currency: string;
  taxesIncluded: boolean;
  /** Per cent, the same for goods and shipping. */
  taxRate: 0 | 20;
  customer: { firstName: string; lastName: string; email: string; isGuest: boolean };
  address: { name: string; address1: string; city: string; zip: string; countryCode: string };
  lines: WebLine[];
  shippingLines: { code: string; title: string; price: Minor; discount: Minor; tax: Minor }[];
  /** One fulfilment order each. `place` is a key of `places`. */
  fulfilments: { place: Place; method: "PICK_UP" | "SHIPPING"; lines: { line: number; quantity: number }[] }[];
  /** What the customer paid, tax included. */
  total: Minor;
};

export type WebLine = {
  sku: string | null;
  title: string;
  quantity: number;
  unitPrice: Minor;
  /** For the whole line. */
  discounts: { kind: "line" | "percentage" | "fixed"; amount: Minor }[];
  tax: Minor;
};

export const places = ["store-1", "store-2", "store-3", "store-4", "store-5", "web"] as const;
export type Place = (typeof places)[number];
