import type { OrderFact } from "./order-fact";
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
  /** pos-order, or linked-order: entered by hand. */
  kind: string;
  state: string;
  attempts: number;
  remoteId: string | null;
  answer: string;
  firstSentAt: Date | null;
  lastSentAt: Date | null;
  doneAt: Date | null;
  confirmedAt: Date | null;
  /** Handed over or cancelled at the POS. */
  endedAt: Date | null;
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
/** A fact that a person corrected. `was` and `value` as a person reads them; null for who may not. */
export type TraceCorrection = {
  id: string;
  fact: OrderFact;
  was: string | null;
  value: string | null;
  reason: string;
  byName: string | null;
  at: Date;
  withdrawnAt: Date | null;
  withdrawnByName: string | null;
  /** The shop says something newer: it does not count any more. */
  isOvertaken: boolean;
};
export type TraceLink = {
  id: string;
  remoteId: string;
  reason: string;
  /** How the two differed when they were linked; empty = not at all. */
  difference: string;
  webTotal: number;
  tillTotal: number;
  currency: string;
  byName: string | null;
  at: Date;
  undoneAt: Date | null;
  undoneByName: string | null;
  undoneWhy: string;
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
  corrections: TraceCorrection[];
  links: TraceLink[];
};
