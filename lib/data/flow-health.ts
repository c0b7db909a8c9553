import { CauseFilter } from "@/lib/domain/exceptions/cause";
import type { FlowHealth } from "@/lib/domain/records/flow-health";
import { countCauses } from "./causes";
import { db, sql } from "./client";
import { startOfToday } from "./keyset";

const sample = 500;
const shown = ["carry-orders", "drain-stock", "compare-stock"];

type Ends = {
  shopId: string;
  shopName: string;
  posId: string;
  posName: string;
  isPaused: boolean;
  pausedUntil: Date | null;
  ordersAt: string | null;
  levelsAt: string | null;
  toldAt: Date | null;
};

/** Orders and stock of every shop, each as one row. */
export async function listFlowHealth(): Promise<FlowHealth[]> {
  const [ends, today, runs, lanes, pairs, orderLags, pairLags] = await Promise.all([
    db.$queryRaw<Ends[]>`
      select s.id as "shopId", s.name as "shopName", p.id as "posId", p.name as "posName", s.is_paused or p.is_paused as "isPaused",
        nullif(greatest(s.lane_paused_until, p.lane_paused_until, now()), now()) as "pausedUntil", s.cursors->>'orders' as "ordersAt", p.cursors->>'levels' as "levelsAt",
        (select d.received_at from delivery d where d.connection_id = s.id and d.received_at > now() - interval '1 day' order by d.received_at desc limit 1) as "toldAt"
      from connection s join connection p on p.id = s.pos_id where s.role = 'shop' order by s.name`,
    listToday(),
    db.$queryRaw<{ flow: string; connectionId: string; id: string; state: string; at: Date }[]>`
      select f.flow, n.id as "connectionId", r.id, r.state, r.started_at as at from connection n cross join unnest(${shown}::text[]) as f(flow)
      cross join lateral (select id, state, started_at from run where run.flow = f.flow and run.connection_id = n.id and run.started_at > now() - interval '7 days' order by started_at desc limit 1) r`,
    db.$queryRaw<{ shopId: string; held: number; backlog: number; oldestAt: Date | null }[]>`
      select shop_id as "shopId", (count(*) filter (where state = 'held'))::int as held, (count(*) filter (where state <> 'held' and not_before <= now()))::int as backlog,
        min(hinted_at) filter (where state <> 'held' and not_before <= now()) as "oldestAt" from order_lane where state in ('ready', 'waiting', 'held') group by 1`,
    db.$queryRaw<{ shopId: string; backlog: number; oldestAt: Date | null }[]>`
      select shop_id as "shopId", count(*)::int as backlog, min(marked_at) as "oldestAt" from stock_pair where version > cleared group by 1`,
    listOrderLags(),
    listPairLags(),
  ]);
  const countsOf = (flow: string, shopId: string) => today.filter((row) => row.flow === flow && row.connectionId === shopId);
  const common = (flow: string, { shopId, isPaused, pausedUntil }: Ends, runOf: string) => ({
    flow,
    connectionId: shopId,
    isPaused,
    pausedUntil,
    lastRun: runs.find((run) => run.flow === flow && run.connectionId === runOf) ?? null,
    today: Object.fromEntries(countsOf(flow, shopId).map(({ outcome, count }) => [outcome, count])),
    recent: countsOf(flow, shopId).reduce((sum, { recent }) => sum + recent, 0),
  });
  const stockCauses = await Promise.all(ends.map(({ shopId }) => countCauses(CauseFilter.parse({ family: "stock", shop: shopId }), "")));
  return ends.flatMap((end, at): FlowHealth[] => {
    const lane = lanes.find(({ shopId }) => shopId === end.shopId);
    const pair = pairs.find(({ shopId }) => shopId === end.shopId);
    const [ordersAt, levelsAt] = [toDate(end.ordersAt), toDate(end.levelsAt)];
    return [
      {
        ...common("carry-orders", end, end.posId),
        from: end.shopName,
        to: end.posName,
        freshAt: later(ordersAt, end.toldAt),
        censusAt: ordersAt,
        heldNow: lane?.held ?? 0,
        backlog: lane?.backlog ?? 0,
        oldestAt: lane?.oldestAt ?? null,
        lag: orderLags.find(({ shopId }) => shopId === end.shopId) ?? null,
      },
      {
        ...common("drain-stock", end, end.shopId),
        from: end.posName,
        to: end.shopName,
        freshAt: levelsAt,
        censusAt: runs.find((run) => run.flow === "compare-stock" && run.connectionId === end.shopId)?.at ?? null,
        heldNow: stockCauses[at]?.causes ?? 0,
        backlog: pair?.backlog ?? 0,
        oldestAt: pair?.oldestAt ?? null,
        lag: pairLags.find(({ shopId }) => shopId === end.shopId) ?? null,
      },
    ];
  });
}

const listToday = () => db.$queryRaw<{ flow: string; connectionId: string; outcome: string; count: number; recent: number }[]>`
  select flow, connection_id as "connectionId", outcome, count(*)::int as count, (count(*) filter (where at > now() - interval '10 minutes'))::int as recent
  from record where at >= ${startOfToday()} group by 1, 2, 3`;

type Lag = { shopId: string; p50: number; p95: number; of: number };
const percentiles = sql`percentile_cont(0.5) within group (order by ms)::float8 as p50, percentile_cont(0.95) within group (order by ms)::float8 as p95, count(*)::int as "of"`;
const confirmedToday = (flow: string) => sql`
  select connection_id, key, detail from record where outcome = 'confirmed' and at >= ${startOfToday()} and flow = ${flow} order by at desc limit ${sample}`;

/** From the message that last told of an order to the read-back that confirmed it; orders that something held are left out. */
const listOrderLags = () => db.$queryRaw<Lag[]>`
  with done as (select distinct connection_id, key from (${confirmedToday("carry-orders")}) r),
  lags as (
    select e.shop_id, extract(epoch from e.confirmed_at - told.at) * 1000 as ms from done d join effect e on e.shop_id = d.connection_id and e.order_id = d.key and e.confirmed_at is not null
    cross join lateral (select max(received_at) as at from delivery where connection_id = e.shop_id and about = 'order:' || e.order_id and received_at <= e.first_sent_at) told
    where told.at is not null and not exists (select 1 from exception x where x.entity = 'order' and x.shop_id = e.shop_id and x.key = e.order_id))
  select shop_id as "shopId", ${percentiles} from lags group by 1`;

/** From the movement that marked a pair to the read-back that confirmed it. */
const listPairLags = () => db.$queryRaw<Lag[]>`
  with done as (select distinct connection_id, detail->>'locationId' as location_id, detail->>'sku' as sku from (${confirmedToday("drain-stock")}) r),
  lags as (
    select p.shop_id, p.lag_ms as ms from done d join stock_pair p on p.shop_id = d.connection_id and p.location_id = d.location_id and p.sku = d.sku where p.lag_ms is not null)
  select shop_id as "shopId", ${percentiles} from lags group by 1`;

const toDate = (text: string | null) => (text === null ? null : new Date(text));
const later = (one: Date | null, other: Date | null) => (one && other ? (one > other ? one : other) : (one ?? other));
