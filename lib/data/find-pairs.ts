import type { ListedPosLevel } from "@/lib/domain/stock/level";
import { type Db, db, type Prisma, rows, sql } from "./client";
import { skewSeconds } from "./order-lanes";
import type { PairKey } from "./stock-pairs";

// One look-up per row by the index, whatever the planner thinks of a catalogue that has just been filled.
const sold = (shopId: Prisma.Sql) => sql`
  join lateral (select i.sku from catalogue_item i where i.connection_id = ${shopId} and i.sku = web.sku and i.gone_at is null limit 1) item on true`;

// A product `m` at a warehouse of a POS, as the pairs of its shops.
const asPairs = (posId: string) => sql`
  join link place on place.kind = 'location' and place.ours = m."warehouseId" and place.state = 'mapped'
  join connection s on s.id = place.shop_id and s.pos_id = ${posId}::uuid
  join lateral (
    select l.theirs as sku from link l where l.shop_id = s.id and l.kind = 'sku' and l.ours = m.sku and l.state = 'mapped'
    union select m.sku where not exists (select 1 from link l where l.shop_id = s.id and l.kind = 'sku' and l.theirs = m.sku and l.state = 'mapped' and l.ours <> m.sku)) web on true
  ${sold(sql`s.id`)}`;

/** Which pairs of which shops a product at a warehouse of this POS is shown as. */
export async function listPairsAt(
  tx: Db,
  posId: string,
  at: readonly { warehouseId: string; sku: string; urgent: boolean }[],
): Promise<(PairKey & { urgent: boolean })[]> {
  if (at.length === 0) return [];
  return tx.$queryRaw<(PairKey & { urgent: boolean })[]>`
    select s.id as "shopId", place.theirs as "locationId", item.sku, bool_or(m.urgent) as urgent
    from json_to_recordset(${rows(at)}) as m("warehouseId" text, sku text, urgent bool) ${asPairs(posId)} group by 1, 2, 3`;
}

/** The same for levels as just read, without the pairs that are known to have them. */
export async function listMovedPairs(tx: Db, posId: string, levels: readonly ListedPosLevel[]): Promise<(PairKey & { urgent: boolean })[]> {
  if (levels.length === 0) return [];
  return tx.$queryRaw<(PairKey & { urgent: boolean })[]>`
    select s.id as "shopId", place.theirs as "locationId", item.sku, coalesce(bool_or(m.total - m.reserved <= 1000), false) as urgent
    from json_to_recordset(${rows(levels)}) as m("warehouseId" text, sku text, total bigint, reserved bigint) ${asPairs(posId)}
    left join stock_pair p on p.shop_id = s.id and p.location_id = place.theirs and p.sku = item.sku
    where p.pos_total is distinct from m.total or p.pos_reserved is distinct from m.reserved group by 1, 2, 3`;
}

/** The pair behind a shop's own item number at a location, where it has not been read since something happened to it and will not be anyway. */
export async function listPairsOfItems(
  tx: Db,
  shopId: string,
  items: readonly { itemId: string; locationId: string; at: string }[],
): Promise<PairKey[]> {
  if (items.length === 0) return [];
  return tx.$queryRaw<PairKey[]>`
    select distinct i.connection_id as "shopId", r."locationId", i.sku from json_to_recordset(${rows(items)}) as r("itemId" text, "locationId" text, at timestamptz)
    join catalogue_item i on i.connection_id = ${shopId}::uuid and i.stock_id = r."itemId" and i.gone_at is null and i.sku <> ''
    join link l on l.shop_id = i.connection_id and l.kind = 'location' and l.theirs = r."locationId" and l.state = 'mapped'
    left join stock_pair p on p.shop_id = i.connection_id and p.location_id = r."locationId" and p.sku = i.sku
    where (p.read_at is null or p.read_at <= r.at + ${skewSeconds} * interval '1 second') and (p.look_again_at is null or p.look_again_at <= now())`;
}

/** Of these SKUs at these locations: the pairs that are kept, and with each those of other web SKUs that stand for the same product at the till. */
export async function listSharingPairs(
  tx: Db,
  at: readonly { shopId: string; locationId: string; sku: string }[],
): Promise<(PairKey & { posId: string })[]> {
  if (at.length === 0) return [];
  return tx.$queryRaw<(PairKey & { posId: string })[]>`
    select distinct r."shopId", s.pos_id as "posId", r."locationId", web.sku
    from json_to_recordset(${rows(at)}) as r("shopId" uuid, "locationId" text, sku text) join connection s on s.id = r."shopId"
    join link place on place.shop_id = r."shopId" and place.kind = 'location' and place.theirs = r."locationId" and place.state = 'mapped'
    left join link mine on mine.shop_id = r."shopId" and mine.kind = 'sku' and mine.theirs = r.sku and mine.state = 'mapped'
    join lateral (
      select r.sku
      union select l.theirs from link l where l.shop_id = r."shopId" and l.kind = 'sku' and l.ours = coalesce(mine.ours, r.sku) and l.state = 'mapped'
      union select mine.ours where mine.ours is not null and not exists (select 1 from link o where o.shop_id = r."shopId" and o.kind = 'sku' and o.theirs = mine.ours and o.state = 'mapped')) web on true
    ${sold(sql`r."shopId"`)}`;
}

export const listMappedLocations = async (shopId: string) =>
  db.$queryRaw<{ locationId: string; name: string; warehouseIds: string[] }[]>`
    select l.theirs as "locationId", coalesce(max(p.name), l.theirs) as name, array_agg(l.ours order by l.ours) as "warehouseIds"
    from link l left join place p on p.connection_id = l.shop_id and p.remote_id = l.theirs
    where l.shop_id = ${shopId}::uuid and l.kind = 'location' and l.state = 'mapped' and l.ours is not null group by l.theirs order by 2`;
