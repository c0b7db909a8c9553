import { db } from "./client";

export type LastCompare = {
  shopId: string;
  shopName: string;
  zone: string;
  runId: string;
  startedAt: Date;
  endedAt: Date | null;
  /** running | confirmed | attention | failed */
  state: string;
  message: string;
  compared: number;
  inFlight: number;
  differ: number;
  /** Of those that differed: seen equal since. */
  fixed: number;
};

/** The last full compare of every shop, begun or ended. */
export const listLastCompares = (): Promise<LastCompare[]> =>
  db.$queryRaw<LastCompare[]>`
    select s.id as "shopId", s.name as "shopName", s.zone, r.id as "runId", r.started_at as "startedAt", r.ended_at as "endedAt", r.state, r.message,
      coalesce((r.counts->>'compared')::int, 0) as compared, coalesce((r.counts->>'inFlight')::int, 0) as "inFlight", found.differ, found.fixed
    from connection s
    join lateral (select * from run where flow = 'compare-stock' and connection_id = s.id order by started_at desc limit 1) r on true
    cross join lateral (
      select count(*)::int as differ, (count(*) filter (where p.sku is null or (p.drift_since is null and p.version = p.cleared)))::int as fixed
      from record c left join stock_pair p on p.shop_id = c.connection_id and p.location_id = c.detail->>'locationId' and p.sku = c.detail->>'sku'
      where c.run_id = r.id and c.outcome = 'accepted-different') found
    where s.role = 'shop' order by s.name`;
