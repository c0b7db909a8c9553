import type { ConnectionId, ShopOrderId } from "@/lib/domain/ids";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { type Db, db, inTransaction, rows } from "./client";
import { keepOrderUnits } from "./order-units";
import { emit } from "./outbox";

/** `at`: when it happened at the shop; without it the order is looked at in any case. */
export type OrderHint = { orderId: ShopOrderId; name?: string; at?: string };
/** One order a run may work on: `version` tells whether something newer was heard of it since. */
export type ClaimedOrder = {
  shopId: ConnectionId;
  orderId: ShopOrderId;
  version: string;
  attempts: number;
  sourceVersion: string | null;
  reason: string;
};
export type Settled = {
  shopId: string;
  orderId: string;
  version: string;
  state: "ready" | "waiting" | "held" | "done";
  outcome: string;
  reason: string;
  attempts: number;
  waitMs: number;
};

const leaseSeconds = 60;

/** As far as a platform's clock may be from ours. What happened longer than this before something was read is in what was read. */
export const skewSeconds = 5;

/** "Look at these orders": one row each however often it is said, none for what was read since. Wakes the sender of their POS. */
export async function markOrders(tx: Db, shop: { id: string; posId: string }, hints: readonly OrderHint[]): Promise<void> {
  if (hints.length === 0) return;
  const list = [...Map.groupBy(hints, ({ orderId }) => orderId).values()].map(newest).sort((a, b) => (a.orderId < b.orderId ? -1 : 1));
  const marked = await tx.$executeRaw`
    insert into order_lane (shop_id, order_id, pos_id, name, version)
    select ${shop.id}::uuid, r."orderId", ${shop.posId}::uuid, coalesce(r.name, ''), nextval('lane_version')
    from json_to_recordset(${rows(list)}) as r("orderId" text, name text, at timestamptz)
    where not exists (select 1 from order_lane l where l.shop_id = ${shop.id}::uuid and l.order_id = r."orderId" and l.read_at > r.at + ${skewSeconds} * interval '1 second')
    on conflict (shop_id, order_id) do update set
      version = nextval('lane_version'), state = 'ready', not_before = now(), hinted_at = now(),
      name = case when excluded.name = '' then order_lane.name else excluded.name end`;
  if (marked > 0) await wakeLanes(tx, [shop.posId]);
}

const newest = (hints: readonly OrderHint[]): OrderHint =>
  hints.reduce((one, other) => (one.at !== undefined && (other.at === undefined || other.at > one.at) ? other : one));

/** Asks for a sender where nobody has asked yet, or where the one who was asked never came. */
export async function wakeLanes(tx: Db, posIds: readonly string[]): Promise<void> {
  const woken = await tx.$queryRaw<{ id: string }[]>`
    update connection set lane_wanted_at = now() where id = any(${posIds}::uuid[])
      and (lane_wanted_at is null or lane_wanted_at < now() - interval '30 seconds') returning id`;
  await emit(
    tx,
    woken.map(({ id }) => ({ name: "orders/lane.ready", data: { posId: id } })),
  );
}

/** Wakes every lane that has something due and no sender at work. */
export async function wakeDueLanes(): Promise<void> {
  const due = await db.$queryRaw<{ id: string }[]>`
    select c.id from connection c where c.role = 'pos' and not c.is_paused
      and (c.lane_leased_until is null or c.lane_leased_until < now()) and (c.lane_paused_until is null or c.lane_paused_until < now())
      and (c.lane_wanted_at is null or c.lane_wanted_at < now() - interval '30 seconds')
      and exists (select 1 from order_lane l where l.pos_id = c.id and l.state in ('ready', 'waiting') and l.not_before <= now() and (l.leased_until is null or l.leased_until < now())
        and exists (select 1 from connection s where s.id = l.shop_id and not s.is_paused and (s.lane_paused_until is null or s.lane_paused_until < now())))`;
  if (due.length > 0) {
    await wakeLanes(
      db,
      due.map(({ id }) => id),
    );
  }
}

/** One sender per POS. False: another is at work, or the lane is paused. The same run may claim again. */
export async function claimLane(posId: string, lease: string): Promise<boolean> {
  const claimed = await db.$executeRaw`
    update connection set lane_lease = ${lease}, lane_leased_until = now() + ${leaseSeconds} * interval '1 second', lane_wanted_at = null
    where id = ${posId}::uuid and not is_paused and (lane_paused_until is null or lane_paused_until < now())
      and (lane_lease is null or lane_lease = ${lease} or lane_leased_until < now())`;
  return claimed > 0;
}

/** To be asked before each write: false = the lease ran out and somebody else may be sending. */
export async function keepLane(posId: string, lease: string): Promise<boolean> {
  return (
    (await db.$executeRaw`
      update connection set lane_leased_until = now() + ${leaseSeconds} * interval '1 second'
      where id = ${posId}::uuid and lane_lease = ${lease} and lane_leased_until > now()`) > 0
  );
}

/** Lets the next sender in and asks for it when something is due. */
export async function leaveLane(posId: string, lease: string): Promise<void> {
  await db.$executeRaw`update connection set lane_lease = null, lane_leased_until = null where id = ${posId}::uuid and lane_lease = ${lease}`;
  await wakeDueLanes();
}

/**
 * The connection is in trouble: nothing is sent for a while, and no order loses an attempt.
 * `ms` null doubles from one second to a minute. Answers how often in a row.
 */
export async function pauseLane(connectionId: string, ms: number | null): Promise<number> {
  const [row] = await db.$queryRaw<{ lane_pauses: number }[]>`
    update connection set lane_pauses = lane_pauses + 1,
      lane_paused_until = now() + coalesce(${ms}::float8, least(60000, 1000 * power(2, least(lane_pauses, 6)))) * interval '1 millisecond'
    where id = ${connectionId}::uuid returning lane_pauses`;
  return row?.lane_pauses ?? 0;
}

export async function claimOrders(posId: string, lease: string, limit: number): Promise<ClaimedOrder[]> {
  return db.$queryRaw<ClaimedOrder[]>`
    update order_lane l set lease = ${lease}, leased_until = now() + ${leaseSeconds * 2} * interval '1 second'
    from (
      select shop_id, order_id from order_lane where pos_id = ${posId}::uuid and state in ('ready', 'waiting') and not_before <= now()
        and (leased_until is null or leased_until < now() or lease = ${lease})
        and exists (select 1 from connection s where s.id = shop_id and not s.is_paused and (s.lane_paused_until is null or s.lane_paused_until < now()))
      order by promise_at nulls last, version limit ${limit} for update skip locked) next
    where l.shop_id = next.shop_id and l.order_id = next.order_id
    returning l.shop_id as "shopId", l.order_id as "orderId", l.version::text, l.attempts, l.source_version as "sourceVersion", l.reason`;
}

/** `corrected`: with what people corrected in it, where the units go by it. */
export type ReadOrder = { order: ShopOrder; corrected?: ShopOrder; promiseAt: string | null; customerHash: string };

/** Keeps what was read, for previews, lists, the trace, and the units that stock must not show any more. `readAt`: just before the shop was asked. */
export async function keepSources(shopId: string, read: readonly ReadOrder[], readAt: Date): Promise<void> {
  if (read.length === 0) return;
  const list = read.map(({ order, promiseAt, customerHash }) => ({
    orderId: order.id,
    name: order.name,
    version: order.version,
    placedAt: order.placedAt,
    promiseAt,
    amount: order.total,
    currency: order.currency,
    units: order.lines.reduce((total, { quantity }) => total + quantity, 0),
    customerHash,
    source: order,
  }));
  await inTransaction(async (tx) => {
    await tx.$executeRaw`
    update order_lane l set name = r.name, source_version = r.version, placed_at = r."placedAt", promise_at = r."promiseAt", amount = r.amount,
      currency = r.currency, units = r.units, customer_hash = r."customerHash", source = r.source, read_at = ${readAt}
    from json_to_recordset(${rows(list)}) as r("orderId" text, name text, version text, "placedAt" timestamptz, "promiseAt" timestamptz, amount bigint, currency text, units int, "customerHash" text, source jsonb)
    where l.shop_id = ${shopId}::uuid and l.order_id = r."orderId"`;
    await keepOrderUnits(
      tx,
      shopId,
      read.map(({ order, corrected = order }) => corrected),
    );
  });
}

/** Ends the work on orders; one that was marked again meanwhile is ready again at once. */
export async function settleOrders(tx: Db, lease: string, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return;
  await tx.$executeRaw`
    update order_lane l set
      state = case when l.version = r.version then r.state else 'ready' end,
      not_before = case when l.version = r.version then now() + r."waitMs" * interval '1 millisecond' else now() end,
      reason = r.reason, attempts = r.attempts, outcome = case when r.outcome = '' then l.outcome else r.outcome end,
      settled_at = now(), lease = null, leased_until = null
    from json_to_recordset(${rows(settled)}) as r("shopId" uuid, "orderId" text, version bigint, state text, outcome text, reason text, attempts int, "waitMs" float8)
    where l.shop_id = r."shopId" and l.order_id = r."orderId" and l.lease = ${lease}`;
}

/** Of orders as a shop lists them: those we have never seen, or not in this version. */
export async function listNewerVersions<T extends { id: string; version: string }>(shopId: string, listed: readonly T[]): Promise<T[]> {
  if (listed.length === 0) return [];
  const known = await db.$queryRaw<{ order_id: string }[]>`
    select l.order_id from order_lane l join json_to_recordset(${rows(listed.map(({ id, version }) => ({ id, version })))}) as r(id text, version text) on l.order_id = r.id
    where l.shop_id = ${shopId}::uuid and (l.source_version = r.version or l.state = 'ready')`;
  const seen = new Set(known.map(({ order_id }) => order_id));
  return listed.filter(({ id }) => !seen.has(id));
}
