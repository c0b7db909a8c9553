import { AppError } from "@/lib/app-error";
import { isOvertaken } from "@/lib/domain/orders/apply-corrections";
import type {
  OrderTrace,
  TraceCause,
  TraceCorrection,
  TraceDelivery,
  TraceEffect,
  TraceRecord,
  TraceRelease,
} from "@/lib/domain/orders/order-trace";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { db } from "./client";
import { listCorrectionsOf, type StoredCorrection } from "./corrections";
import { listOrderLinks } from "./order-links";

type Lane = Omit<OrderTrace, "deliveries" | "effects" | "records" | "causes" | "releases" | "corrections" | "links">;

/** Everything known of one order: what we were told, what we read, sent, were answered and read back, what held it and who released it. */
export async function getOrderTrace(shopId: string, orderId: string): Promise<OrderTrace> {
  const [[lane], told, toldByPos, effects, records, causes, releases, corrections, links] = await Promise.all([
    db.$queryRaw<Lane[]>`
      select l.shop_id as "shopId", l.order_id as "orderId", l.name, s.name as "shopName", s.platform as "shopPlatform", p.id as "posId", p.name as "posName", p.platform as "posPlatform",
        l.state, l.reason, l.outcome, l.attempts, coalesce(l.leased_until > now(), false) as "isUnderWay", l.not_before as "notBefore", l.hinted_at as "hintedAt", l.settled_at as "settledAt",
        l.placed_at as "placedAt", l.promise_at as "promiseAt", l.amount::float8 as amount, l.currency, l.source
      from order_lane l join connection s on s.id = l.shop_id join connection p on p.id = l.pos_id where l.shop_id = ${shopId}::uuid and l.order_id = ${orderId}`,
    listDeliveries("shop", shopId, [`order:${orderId}`]),
    listDeliveriesOfPos(shopId, orderId),
    db.$queryRaw<TraceEffect[]>`
      select e.key, e.kind, e.state, e.attempts, e.remote_id as "remoteId", e.answer, e.first_sent_at as "firstSentAt", e.last_sent_at as "lastSentAt", e.done_at as "doneAt", e.confirmed_at as "confirmedAt", e.ended_at as "endedAt", e.request,
        coalesce(w.store_name, w.name, e.request->>'warehouseId', '') as "placeName"
      from effect e left join place w on w.connection_id = e.connection_id and w.remote_id = e.request->>'warehouseId'
      where e.shop_id = ${shopId}::uuid and e.order_id = ${orderId} order by length(e.key), e.key`,
    db.$queryRaw<TraceRecord[]>`
      select at, id, run_id as "runId", outcome, why, detail
      from record where entity = 'order' and connection_id = ${shopId}::uuid and key = ${orderId} order by at desc limit 100`,
    db.$queryRaw<TraceCause[]>`
      select c.id, c.kind, c.entity, c.evidence, c.state, e.state as "exceptionState", e.held_at as "heldAt", e.released_at as "releasedAt"
      from exception e join cause c on c.id = e.cause_id where e.entity = 'order' and e.shop_id = ${shopId}::uuid and e.key = ${orderId} order by e.state, e.held_at desc limit 50`,
    db.$queryRaw<TraceRelease[]>`
      select p.id as "planId", p.cause_ids as "causeIds", p.by, u.name as "byName", p.started_at as "startedAt", l.verdict, l.outcome, l.outcome_why as "outcomeWhy", l.at
      from release_line l join release_plan p on p.id = l.plan_id left join app_user u on u.id::text = p.by
      where l.shop_id = ${shopId}::uuid and l.order_id = ${orderId} and l.lane_version is not null and p.started_at is not null order by p.started_at desc limit 20`,
    listCorrectionsOf(shopId, orderId),
    listOrderLinks(shopId, orderId),
  ]);
  if (!lane) throw new AppError("not-found", "No shop has told us of this order.");
  return {
    ...lane,
    deliveries: [...told, ...toldByPos],
    effects,
    records,
    causes,
    releases,
    links,
    corrections: corrections.map((one) => toTrace(one, lane.source)),
  };
}

const toTrace = ({ label, ...correction }: StoredCorrection, source: ShopOrder | null): TraceCorrection => ({
  ...correction,
  value: label || correction.value,
  isOvertaken: source !== null && isOvertaken(source, correction),
});

async function listDeliveriesOfPos(shopId: string, orderId: string): Promise<TraceDelivery[]> {
  const sent = await db.$queryRaw<{ posId: string; remoteId: string }[]>`
    select connection_id as "posId", remote_id as "remoteId" from effect where shop_id = ${shopId}::uuid and order_id = ${orderId} and remote_id is not null`;
  const [first] = sent;
  if (!first) return [];
  return listDeliveries(
    "pos",
    first.posId,
    sent.map(({ remoteId }) => `pos-order:${remoteId}`),
  );
}

const listDeliveries = (from: "shop" | "pos", connectionId: string, about: readonly string[]) =>
  db.$queryRaw<TraceDelivery[]>`
    select delivery_id as "deliveryId", ${from} as "from", topic, state, reason, repeats, happened_at as "happenedAt", received_at as "receivedAt", body
    from delivery where connection_id = ${connectionId}::uuid and about = any(${about}::text[]) order by received_at desc limit 100`;
