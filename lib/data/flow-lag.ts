import type { FlowLag } from "@/lib/domain/records/judge-lag";
import { db, sql } from "./client";

const sample = 500;
const minutes = 5;
/** How the connections answered is asked for over the same span. */
export const lagSpanMs = minutes * 60_000;

const measured = (targetSeconds: number) => sql`
  percentile_disc(0.95) within group (order by ms)::float8 as "p95Ms", count(*)::int as samples, (count(*) filter (where is_waiting))::int as waiting, (count(*) filter (where ms > ${targetSeconds * 1_000}::float8))::int as late`;
const confirmed = (flow: string, shopId: string) => sql`
  select key, detail from record where outcome = 'confirmed' and at > now() - ${minutes} * interval '1 minute' and flow = ${flow} and connection_id = ${shopId}::uuid order by at desc limit ${sample}`;

/** From what marked a pair to the figure confirmed online, in the last minutes; what waits counts with the age it has. */
export async function readStockLag(shopId: string, targetSeconds: number): Promise<FlowLag> {
  const [row] = await db.$queryRaw<FlowLag[]>`
    select ${measured(targetSeconds)} from (
      select p.lag_ms::float8 as ms, false as is_waiting from (select distinct detail->>'locationId' as location_id, detail->>'sku' as sku from (${confirmed("drain-stock", shopId)}) r) d
      join stock_pair p on p.shop_id = ${shopId}::uuid and p.location_id = d.location_id and p.sku = d.sku where p.lag_ms is not null
      union all
      select extract(epoch from now() - marked_at) * 1000, true from stock_pair where shop_id = ${shopId}::uuid and version > cleared and not_before <= now() and held_by = '') lag`;
  return row!;
}

/** From the last message about an order to its read-back; orders that something held are left out. */
export async function readOrderLag(shopId: string, targetSeconds: number): Promise<FlowLag> {
  const [row] = await db.$queryRaw<FlowLag[]>`
    select ${measured(targetSeconds)} from (
      select extract(epoch from l.settled_at - l.hinted_at) * 1000 as ms, false as is_waiting from (select distinct key from (${confirmed("carry-orders", shopId)}) r) d
      join order_lane l on l.shop_id = ${shopId}::uuid and l.order_id = d.key and l.state = 'done' and l.settled_at > l.hinted_at
      where not exists (select 1 from exception x where x.entity = 'order' and x.shop_id = l.shop_id and x.key = l.order_id)
      union all
      select extract(epoch from now() - greatest(hinted_at, not_before)) * 1000, true from order_lane where shop_id = ${shopId}::uuid and state = 'ready' and not_before <= now()) lag`;
  return row!;
}
