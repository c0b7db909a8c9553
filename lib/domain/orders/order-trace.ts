import type { PosOrderDraft } from "./pos-order";
import type { ShopOrder } from "./shop-order";

/** What is stored of one order's way. Times are when it happened here unless said otherwise. */
export type TraceDelivery = {
  deliveryId: string;
  /** Told by the shop, or by the POS about its own order. */
  from: "shop" | "pos";
  topic: string;
  state: string;
  reason: string;
  repeats: number;
  /** The sender's own clock. */
  happenedAt: Date;
  receivedAt: Date;
  body: string;
};
export type TraceEffect = {
  key: string;
  state: string;
  attempts: number;
  remoteId: string | null;
  answer: string;
  firstSentAt: Date | null;
  lastSentAt: Date | null;
  doneAt: Date | null;
  confirmedAt: Date | null;
  request: PosOrderDraft;
  placeName: string;
};
export type TraceRecord = { at: Date; id: string; runId: string; outcome: string; why: string; detail: Record<string, unknown> };
export type TraceCause = {
  id: string;
  kind: string;
  entity: string;
  evidence: Record<string, unknown>;
  state: string;
  exceptionState: string;
  heldAt: Date;
  releasedAt: Date | null;
};
export type TraceRelease = {
  planId: string;
  causeIds: string[];
  by: string;
  byName: string | null;
  startedAt: Date;
  verdict: string;
  outcome: string;
  outcomeWhy: string;
  at: Date | null;
};
export type OrderTrace = {
  shopId: string;
  orderId: string;
  name: string;
  shopName: string;
  shopPlatform: string;
  posId: string;
  posName: string;
  posPlatform: string;
  state: string;
  reason: string;
  outcome: string;
  attempts: number;
  isUnderWay: boolean;
  notBefore: Date;
  hintedAt: Date;
  settledAt: Date | null;
  placedAt: Date | null;
  promiseAt: Date | null;
  amount: number;
  currency: string;
  source: ShopOrder | null;
  deliveries: TraceDelivery[];
  effects: TraceEffect[];
  records: TraceRecord[];
  causes: TraceCause[];
  releases: TraceRelease[];
};
