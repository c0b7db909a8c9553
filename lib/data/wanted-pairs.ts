import { type Db, db, rows, sql } from "./client";

/** So many days of sales tell what is wanted. */
export const demandDays = 28;

const since = sql`now() - ${demandDays} * interval '1 day'`;

/** Units of a pair `p` that web orders of the last weeks wanted here. */
const soldOnline = sql`
  coalesce((select sum(u.quantity) from order_unit u join order_lane l on l.shop_id = u.shop_id and l.order_id = u.order_id
    where u.shop_id = p.shop_id and u.location_id = p.location_id and u.sku = p.sku and coalesce(l.placed_at, l.hinted_at) > ${since}), 0)`;

/** Units of a pair `p` that the till sold in the last weeks, less what came back. */
const soldAtTill = sql`
  coalesce((select floor(sum(-m.change) / 1000.0) from link w join pos_movement m on m.pos_id = p.pos_id and m.warehouse_id = w.ours and m.kind in ('sale', 'refund') and m.at > ${since}
      and m.sku = coalesce((select k.ours from link k where k.shop_id = p.shop_id and k.kind = 'sku' and k.theirs = p.sku and k.state = 'mapped'), p.sku)
    where w.shop_id = p.shop_id and w.kind = 'location' and w.theirs = p.location_id and w.state = 'mapped'), 0)`;

/** Nothing left of a pair `p` online or on the shelf, while another store of its shop has some. */
export const isSoldOut = sql`
  (p.sellable = 0 or p.pos_total <= 0) and exists (
    select 1 from stock_pair o where o.sku = p.sku and o.shop_id = p.shop_id and o.location_id <> p.location_id and o.pos_total - coalesce(o.pos_reserved, 0) >= 1000)`;

/** And that is wanted: none to sell online though web orders wanted it, or none on the shelf though the till sold it. */
export const isWanted = sql`${isSoldOut} and ((p.sellable = 0 and ${soldOnline} > 0) or (p.pos_total <= 0 and ${soldAtTill} > 0))`;

/** Units of a pair `p` sold in those weeks in the channels that have none left. */
export const soldOf = sql`
  greatest(case when p.sellable = 0 then ${soldOnline} else 0 end, case when p.pos_total <= 0 then ${soldAtTill} else 0 end)::int`;

type Place = { shopId: string; locationId: string; sku: string };
export type Elsewhere = { store: string; units: number }[];

/** Who has free units of these products besides, most first, by "shop/location/sku". */
export async function listElsewhere(pairs: readonly Place[], tx: Db = db): Promise<Map<string, Elsewhere>> {
  if (pairs.length === 0) return new Map();
  const found = await tx.$queryRaw<(Place & { elsewhere: Elsewhere })[]>`
    select r."shopId", r."locationId", r.sku, (
      select coalesce(json_agg(e order by e.units desc), '[]') from (
        select coalesce(l.name, o.location_id) as store, floor((o.pos_total - coalesce(o.pos_reserved, 0)) / 1000.0)::int as units
        from stock_pair o left join place l on l.connection_id = o.shop_id and l.remote_id = o.location_id
        where o.sku = r.sku and o.shop_id = r."shopId" and o.location_id <> r."locationId" and o.pos_total - coalesce(o.pos_reserved, 0) >= 1000 order by 2 desc limit 3) e) as elsewhere
    from json_to_recordset(${rows(pairs.map(({ shopId, locationId, sku }) => ({ shopId, locationId, sku })))}) as r("shopId" uuid, "locationId" text, sku text)`;
  return new Map(found.map(({ shopId, locationId, sku, elsewhere }) => [`${shopId}/${locationId}/${sku}`, elsewhere]));
}
