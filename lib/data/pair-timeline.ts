import { db } from "./client";

export type TimelineRow = {
  at: Date;
  /** pos: booked at the till · shop: seen or done at the shop */
  side: "pos" | "shop";
  /** in · out · sale · refund · count · other | write · shop-change · order · buffer · compare */
  what: string;
  change: number | null;
  /** What each side held after it, as far as it is known. */
  posAfter: number | null;
  shopAfter: number | null;
  text: string;
};

/** What happened at one SKU and location on both sides, newest first, with both balances. `before`: the time of the last row of the page before. */
export async function listPairTimeline(
  shopId: string,
  locationId: string,
  sku: string,
  { before = null, limit = 100 }: { before?: Date | null; limit?: number } = {},
): Promise<TimelineRow[]> {
  return db.$queryRaw<TimelineRow[]>`
    with seen as (
      select m.at as at, m.movement_id as seq, 'pos' as side, m.kind as what, m.change::float8 / 1000 as change, m.total_after::float8 / 1000 as "posAfter", null::float8 as "shopAfter", '' as text
      from pos_movement m
      where m.pos_id = (select pos_id from connection where id = ${shopId}::uuid)
        and m.warehouse_id in (select ours from link where shop_id = ${shopId}::uuid and kind = 'location' and theirs = ${locationId} and state = 'mapped')
        and m.sku = coalesce((select ours from link where shop_id = ${shopId}::uuid and kind = 'sku' and theirs = ${sku} and state = 'mapped'), ${sku})
      union all
      select e.at, e.id, 'shop', e.what, (e.after - e.before)::float8, null, case when e.what in ('write', 'shop-change', 'order') then e.after end::float8, e.text
      from stock_entry e where e.shop_id = ${shopId}::uuid and e.location_id = ${locationId} and e.sku = ${sku}),
    numbered as (select *, count("posAfter") over w as pos_run, count("shopAfter") over w as shop_run from seen window w as (order by at, side, seq))
    select at, side, what, change, max("posAfter") over (partition by pos_run) as "posAfter", max("shopAfter") over (partition by shop_run) as "shopAfter", text
    from numbered where ${before}::timestamptz is null or at < ${before} order by at desc, side desc, seq desc limit ${limit}`;
}
