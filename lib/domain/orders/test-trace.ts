import type { LocationId, Sku, WarehouseId } from "../ids";
import { minor } from "../money";
import type { OrderTrace, TraceEffect } from "./order-trace";
import type { PosOrderDraft } from "./pos-order";
import type { ShopOrder } from "./shop-order";

export const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 21, 10, 0, 0) + seconds * 1_000);

/** Two units of one product for 24.00, VAT included, from Leeds. */
export const testOrder = (more: Partial<ShopOrder> = {}): ShopOrder => ({
  id: "5550001" as ShopOrder["id"],
  name: "#1001",
  version: "1",
  placedAt: at(0).toISOString(),
  cancelledAt: null,
  isTest: false,
  isBornInPos: false,
  payment: "paid",
  currency: "GBP",
  taxesIncluded: true,
  total: minor(2_400),
  email: "kim.berg@example.com",
  firstName: "Kim",
  lastName: "Berg",
  phone: "+441632960604",
  billing: null,
  shipping: null,
  lines: [
    {
      id: "l1",
      sku: "MUG" as Sku,
      title: "Mug",
      quantity: 2,
      listed: minor(2_400),
      discount: minor(0),
      taxes: [{ rate: "20", amount: minor(400) }],
      isGiftCard: false,
    },
  ],
  shippingLines: [],
  allocations: [
    {
      locationId: "17" as LocationId,
      locationName: "Leeds",
      method: "pickup",
      lines: [{ lineId: "l1", quantity: 2, remaining: 2 }],
    },
  ],
  payments: [],
  ...more,
});

export const testDraft = (row: Partial<PosOrderDraft["rows"][number]> = {}): PosOrderDraft => ({
  externalId: "DMO-5550001",
  locationId: "17" as LocationId,
  warehouseId: "1" as WarehouseId,
  currency: "GBP",
  placedAt: at(0).toISOString(),
  reservedUntil: null,
  email: "kim.berg@example.com",
  firstName: "Kim",
  lastName: "Berg",
  phone: "",
  invoice: null,
  delivery: null,
  rows: [
    {
      sku: "MUG" as Sku,
      title: "Mug",
      quantity: 2,
      gross: minor(2_400),
      discount: minor(0),
      rate: "20",
      shopTax: minor(400),
      shopLineId: "l1",
      ...row,
    },
  ],
  payments: [],
  webOrderId: "5550001",
  webOrderName: "#1001",
  shopName: "Shop",
});

export const testEffect = (more: Partial<TraceEffect> = {}): TraceEffect => ({
  key: "DMO-5550001",
  kind: "pos-order",
  state: "done",
  attempts: 1,
  remoteId: "893",
  answer: "",
  firstSentAt: at(2),
  lastSentAt: at(2),
  doneAt: at(3),
  confirmedAt: at(4),
  endedAt: null,
  request: testDraft(),
  placeName: "Leeds",
  ...more,
});

export const testTrace = (more: Partial<OrderTrace> = {}): OrderTrace => ({
  shopId: "shop",
  orderId: "5550001",
  name: "#1001",
  shopName: "Shop",
  shopPlatform: "shopify",
  posId: "pos",
  posName: "Till",
  posPlatform: "sitoo",
  state: "done",
  reason: "",
  outcome: "confirmed",
  attempts: 0,
  isUnderWay: false,
  notBefore: at(0),
  hintedAt: at(1),
  settledAt: at(4),
  placedAt: at(0),
  promiseAt: null,
  amount: 2_400,
  currency: "GBP",
  source: testOrder(),
  deliveries: [],
  effects: [],
  records: [],
  causes: [],
  releases: [],
  corrections: [],
  links: [],
  ...more,
});
