import { db } from "./client";

export type ConnectionQueue = { what: "orders" | "stock" | "movements"; waiting: number; oldestAt: Date | null };
export type Arrival = { p50: number; p95: number; of: number };

/** What a connection told and nobody has looked at yet, the oldest hint first. */
export async function listConnectionQueues(): Promise<Map<string, ConnectionQueue[]>> {
  const found = await db.$queryRaw<({ connectionId: string } & ConnectionQueue)[]>`
    select shop_id as "connectionId", 'orders' as what, count(*)::int as waiting, min(hinted_at) as "oldestAt" from order_lane where state in ('ready', 'waiting') and not_before <= now() group by 1
    union all select shop_id, 'stock', count(*)::int, min(marked_at) from stock_pair where version > cleared group by 1
    union all select id, 'movements', 1, pull_wanted_at from connection where pull_wanted_at is not null`;
  return Map.groupBy(found, ({ connectionId }) => connectionId);
}

/** How late the last messages came: from what happened there to our having it. */
export async function listArrivals(): Promise<Map<string, Arrival>> {
  const found = await db.$queryRaw<({ connectionId: string } & Arrival)[]>`
    select n.id as "connectionId", late.* from connection n cross join lateral (
      select percentile_cont(0.5) within group (order by ms)::float8 as p50, percentile_cont(0.95) within group (order by ms)::float8 as p95, count(*)::int as "of" from (
        select greatest(0, extract(epoch from d.received_at - d.happened_at) * 1000) as ms from delivery d
        where d.connection_id = n.id and d.received_at > now() - interval '1 hour' order by d.received_at desc limit 200) last) late
    where late.of > 0`;
  return new Map(found.map(({ connectionId, ...arrival }) => [connectionId, arrival]));
}
