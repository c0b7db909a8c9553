import type { Sku } from "../ids";
import { minor } from "../money";
import type { ShopOrder, ShopOrderLine } from "../orders/shop-order";
import type { PriceFacts } from "./compare-prices";
import type { KnownPromotion, Promotion } from "./promotion";

/** A line of a shop whose prices contain 20 % VAT. */
export const someLine = (sku: string | null, listed: number, more: Partial<ShopOrderLine> = {}): ShopOrderLine => ({
  id: `line-${sku ?? "custom"}`,
  sku: sku as Sku | null,
  title: `Title of ${sku ?? "custom"}`,
  quantity: 1,
  listed: minor(listed),
  discount: minor(0),
  taxes: [{ rate: "20", amount: minor(Math.round(listed / 6)) }],
  isGiftCard: false,
  ...more,
});

export const someOrder = (lines: ShopOrderLine[], more: Partial<ShopOrder> = {}): ShopOrder => ({
  id: "5550001" as ShopOrder["id"],
  name: "#1001",
  version: "1",
  placedAt: "2026-11-27T10:00:00Z",
  cancelledAt: null,
  isTest: false,
  isBornInPos: false,
  payment: "paid",
  currency: "GBP",
  taxesIncluded: true,
  total: minor(lines.reduce((total, { listed, discount }) => total + listed - discount, 0)),
  email: "",
  firstName: "",
  lastName: "",
  phone: "",
  billing: null,
  shipping: { name: "Kim Berg", street: "1 Mill Lane", street2: "", zip: "LS1 4AB", city: "Leeds", country: "GB", phone: "" },
  lines,
  shippingLines: [],
  allocations: [],
  payments: [],
  ...more,
});

/** Everything costs 12.00 at the till, VAT of 20 % in it, and the shop's own catalogue says the same. */
export const someFacts = (more: Partial<PriceFacts> = {}): PriceFacts => ({
  rule: { mode: "hold", tolerancePercent: "2", toleranceAmount: "0.05" },
  currency: "GBP",
  zone: "Europe/London",
  promotions: [],
  till: () => ({ price: "12.00", rate: "20" }),
  listed: () => "12.00",
  sightings: new Map(),
  ...more,
});

export const somePromotion = (more: Partial<Promotion> = {}): KnownPromotion => ({
  id: "0b5a3f1e-0000-4000-8000-000000000001",
  name: "Black Friday",
  source: "declared",
  startsAt: "2026-11-27T08:00:00Z",
  endsAt: "2026-11-30T20:00:00Z",
  scope: { of: "all" },
  effect: { by: "percent", percent: "20" },
  tolerancePercent: null,
  code: "",
  minUnits: 1,
  ...more,
});
