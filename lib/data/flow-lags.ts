import type { LagPart } from "@/lib/domain/records/flow-health";
import { db, raw, sql } from "./client";

const sample = 500;

export type Lag = { connectionId: string; p50: number; p95: number; of: number };

const middle = (ms: ReturnType<typeof sql>) => sql`percentile_cont(0.5) within group (order by greatest(0, ${ms}))::float8`;
const between = (from: string, to: string) => sql`extract(epoch from ${raw(to)} - ${raw(from)}) * 1000`;
const percentiles = sql`percentile_cont(0.5) within group (order by ms)::float8 as p50, percentile_cont(0.95) within group (order by ms)::float8 as p95, count(*)::int as "of"`;
const lately = (flow: string) => sql`
  select connection_id, key, detail from record where outcome = 'confirmed' and at >= now() - interval '1 day' and flow = ${flow} order by at desc limit ${sample}`;

type OrderLag = Lag & { told: number; queued: number; answered: number; confirmed: number };

/** From the message that last told of an order to the read-back that confirmed it; orders that something held are left out. */
const askOrderLags = () => db.$queryRaw<OrderLag[]>`
  with done as (select distinct connection_id, key from (${lately("carry-orders")}) r),
  lags as (
    select e.shop_id, ${between("told.received_at", "e.confirmed_at")} as ms, ${between("told.happened_at", "told.received_at")} as told, ${between("told.received_at", "e.first_sent_at")} as queued,
      ${between("e.first_sent_at", "e.done_at")} as answered, ${between("e.done_at", "e.confirmed_at")} as confirmed
    from done d join effect e on e.shop_id = d.connection_id and e.order_id = d.key and e.confirmed_at is not null
    cross join lateral (select received_at, happened_at from delivery where connection_id = e.shop_id and about = 'order:' || e.order_id and received_at <= e.first_sent_at order by received_at desc limit 1) told
    where not exists (select 1 from exception x where x.entity = 'order' and x.shop_id = e.shop_id and x.key = e.order_id))
  select shop_id as "connectionId", ${percentiles}, ${middle(sql`told`)} as told, ${middle(sql`queued`)} as queued, ${middle(sql`answered`)} as answered, ${middle(sql`confirmed`)} as confirmed from lags group by 1`;

export async function listOrderLags(): Promise<(Lag & { parts: LagPart[] })[]> {
  return (await askOrderLags()).map(({ told, queued, answered, confirmed, ...lag }) => ({
    ...lag,
    parts: [
      { what: "told", ms: told },
      { what: "queued", ms: queued },
      { what: "answered", ms: answered },
      { what: "confirmed", ms: confirmed },
    ],
  }));
}

/** From the moment that a pair was marked to the read-back that confirmed it. */
export const listPairLags = () => db.$queryRaw<Lag[]>`
  with done as (select distinct connection_id, detail->>'locationId' as location_id, detail->>'sku' as sku from (${lately("drain-stock")}) r),
  lags as (
    select p.shop_id, p.lag_ms as ms from done d join stock_pair p on p.shop_id = d.connection_id and p.location_id = d.location_id and p.sku = d.sku where p.lag_ms is not null)
  select shop_id as "connectionId", ${percentiles} from lags group by 1`;

/** From the till's booking to our knowing. What the first look remembered of the past is left out. */
export const listMovementLags = () => db.$queryRaw<Lag[]>`
  select n.id as "connectionId", lag.* from connection n cross join lateral (
    select ${percentiles} from (
      select greatest(0, ${between("m.at", "m.seen_at")}) as ms from pos_movement m
      where m.pos_id = n.id and m.seen_at > (select min(seen_at) from pos_movement where pos_id = n.id) and m.seen_at > now() - interval '1 day' order by m.seen_at desc limit ${sample}) s) lag
  where n.role = 'pos' and lag.of > 0`;
