import { AppError } from "@/lib/app-error";
import type { PosOrderDraft } from "@/lib/domain/orders/pos-order";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { db } from "./client";
import type { RecordRow } from "./runs";

export type TraceDelivery = {
  deliveryId: string;
  topic: string;
  state: string;
  reason: string;
  repeats: number;
  happenedAt: Date;
  receivedAt: Date;
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
};
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
export type OrderTrace = {
  shopId: string;
  orderId: string;
  name: string;
  shopName: string;
  posName: string;
  state: string;
  reason: string;
  outcome: string;
  attempts: number;
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
  records: RecordRow[];
  causes: TraceCause[];
};

/** Everything known of one order: what we were told, what we read, sent, were answered and read back, and what holds it. */
export async function getOrderTrace(shopId: string, orderId: string): Promise<OrderTrace> {
  type Lane = Omit<OrderTrace, "deliveries" | "effects" | "records" | "causes">;
  const [[lane], deliveries, effects, records, causes] = await Promise.all([
    db.$queryRaw<Lane[]>`
      select l.shop_id as "shopId", l.order_id as "orderId", l.name, s.name as "shopName", p.name as "posName", l.state, l.reason, l.outcome, l.attempts, l.not_before as "notBefore",
        l.hinted_at as "hintedAt", l.settled_at as "settledAt", l.placed_at as "placedAt", l.promise_at as "promiseAt", l.amount::float8 as amount, l.currency, l.source
      from order_lane l join connection s on s.id = l.shop_id join connection p on p.id = l.pos_id where l.shop_id = ${shopId}::uuid and l.order_id = ${orderId}`,
    db.$queryRaw<TraceDelivery[]>`
      select delivery_id as "deliveryId", topic, state, reason, repeats, happened_at as "happenedAt", received_at as "receivedAt"
      from delivery where connection_id = ${shopId}::uuid and about = ${`order:${orderId}`} order by received_at desc limit 100`,
    db.$queryRaw<TraceEffect[]>`
      select key, state, attempts, remote_id as "remoteId", answer, first_sent_at as "firstSentAt", last_sent_at as "lastSentAt", done_at as "doneAt", confirmed_at as "confirmedAt", request
      from effect where shop_id = ${shopId}::uuid and order_id = ${orderId} order by key`,
    db.$queryRaw<RecordRow[]>`
      select at, id, run_id as "runId", flow, connection_id as "connectionId", entity, key, label, outcome, why, detail
      from record where entity = 'order' and connection_id = ${shopId}::uuid and key = ${orderId} order by at desc limit 100`,
    db.$queryRaw<TraceCause[]>`
      select c.id, c.kind, c.entity, c.evidence, c.state, e.state as "exceptionState", e.held_at as "heldAt", e.released_at as "releasedAt"
      from exception e join cause c on c.id = e.cause_id where e.entity = 'order' and e.shop_id = ${shopId}::uuid and e.key = ${orderId} order by e.held_at desc limit 50`,
  ]);
  if (!lane) throw new AppError("not-found", "No shop has told us of this order.");
  return { ...lane, deliveries, effects, records, causes };
}

export type OrderRow = {
  shopId: string;
  orderId: string;
  name: string;
  shopName: string;
  state: string;
  outcome: string;
  reason: string;
  amount: number;
  currency: string;
  placedAt: Date | null;
  promiseAt: Date | null;
  settledAt: Date | null;
};
