import type { LocationId, Sku } from "@/lib/domain/ids";
import { type Db, db, rows } from "./client";

/** Units of a shop's live web orders at one pair. */
export type OwnUnits = {
  locationId: LocationId;
  sku: Sku;
  /** Not at the till yet: of every web SKU that stands for the same product there. */
  unheardAtPos: number;
  /** Known here and not yet shipped by the shop's count: of this web SKU alone. */
  live: number;
};
/** An order at a till that does not reserve: its units count until it is handed over. */
export type OpenAtPos = { locationId: LocationId; sku: Sku; effectKey: string; posOrderId: string; quantity: number };

/** `reserves`: the POS sets stock aside for open orders, so an imported order is in its own row. Pairs without orders are left out. */
export async function listUnits(
  shopId: string,
  pairs: readonly { locationId: string; sku: string; posSku: string }[],
  reserves: boolean,
): Promise<{ units: OwnUnits[]; open: OpenAtPos[] }> {
  if (pairs.length === 0) return { units: [], open: [] };
  type Row = {
    locationId: LocationId;
    sku: Sku;
    isOwn: boolean;
    quantity: number;
    remaining: number;
    key: string | null;
    remoteId: string | null;
    isReserved: boolean;
    isOver: boolean;
  };
  const list = rows(pairs.map(({ locationId, sku, posSku }) => ({ locationId, sku, posSku })));
  const found = await db.$queryRaw<Row[]>`
    with pair as (select * from json_to_recordset(${list}) as r("locationId" text, sku text, "posSku" text)),
    web as (
      select p."locationId", p.sku, p.sku as web from pair p
      union select p."locationId", p.sku, l.theirs from pair p join link l on l.shop_id = ${shopId}::uuid and l.kind = 'sku' and l.ours = p."posSku" and l.state = 'mapped'
      union select p."locationId", p.sku, p."posSku" from pair p where not exists (select 1 from link l where l.shop_id = ${shopId}::uuid and l.kind = 'sku' and l.theirs = p."posSku" and l.state = 'mapped' and l.ours <> p."posSku"))
    select w."locationId", w.sku, w.sku = u.sku as "isOwn", u.quantity, u.remaining, e.key, e.remote_id as "remoteId",
      coalesce(e.reserved_until, '') <> '' as "isReserved", e.ended_at is not null as "isOver"
    from web w join order_unit u on u.shop_id = ${shopId}::uuid and u.location_id = w."locationId" and u.sku = w.web
    left join effect e on e.shop_id = u.shop_id and e.order_id = u.order_id and e.state = 'done' and (e.kind = 'linked-order' or e.location_id = u.location_id)`;

  const units = new Map<string, OwnUnits>();
  const open: OpenAtPos[] = [];
  for (const { locationId, sku, isOwn, quantity, remaining, key, remoteId, isReserved, isOver } of found) {
    const id = `${locationId}:${sku}`;
    const so = units.get(id) ?? { locationId, sku, unheardAtPos: 0, live: 0 };
    const isImported = key !== null && remoteId !== null;
    units.set(id, { ...so, unheardAtPos: so.unheardAtPos + (isImported ? 0 : quantity), live: so.live + (isOwn ? remaining : 0) });
    if (isImported && !isOver && !(reserves && isReserved)) open.push({ locationId, sku, effectKey: key, posOrderId: remoteId, quantity });
  }
  return { units: [...units.values()], open };
}

/** These orders were handed over or cancelled at the POS: its own row shows it. */
export const endEffects = (tx: Db, keys: readonly string[]) =>
  tx.$executeRaw`update effect set ended_at = now() where key = any(${keys}::text[]) and ended_at is null`;

/** Units of live web orders that the shop has not shipped, by "shop:location". */
export async function countUnits(pairs: readonly { shopId: string; locationId: string; sku: string }[]): Promise<Map<string, number>> {
  if (pairs.length === 0) return new Map();
  const counted = await db.$queryRaw<{ key: string; units: number }[]>`
    select u.shop_id || ':' || u.location_id as key, sum(u.remaining)::int as units
    from order_unit u join json_to_recordset(${rows(pairs)}) as r("shopId" uuid, "locationId" text, sku text) on u.shop_id = r."shopId" and u.location_id = r."locationId" and u.sku = r.sku group by 1`;
  return new Map(counted.map(({ key, units }) => [key, units]));
}
