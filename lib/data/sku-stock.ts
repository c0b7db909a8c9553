import { type StockFacts, sayRule } from "@/lib/domain/stock/sellable";
import { bufferOf } from "./buffer-rule";
import { db, raw } from "./client";
import { countUnits } from "./own-units";

/** One location of one shop, as last read from both sides. Null: not read yet. */
export type LocationStock = {
  shopId: string;
  shopName: string;
  locationId: string;
  locationName: string;
  warehouses: string[];
  sku: string;
  posSku: string;
  /** Units at the till, with their decimals. */
  onShelf: number | null;
  reserved: number | null;
  unseenUnits: number;
  buffer: number;
  /** Units of an accepted edit in the shop, until then. Signed. */
  allowed: number;
  allowedUntil: Date | null;
  sellable: number | null;
  /** Where the figure came from, as a person reads it. */
  rule: string | null;
  shopAvailable: number | null;
  shopOnHand: number | null;
  shopHeld: number | null;
  isInFlight: boolean;
  readAt: Date | null;
  writtenAt: Date | null;
  confirmedAt: Date | null;
  lagMs: number | null;
  driftSince: Date | null;
  heldBy: string;
  mayOversell: boolean;
  isTracked: boolean;
  /** Whether the shop stocks it at this location at all. */
  isStocked: boolean;
  /** Changes made in the shop by hand or by another app in the last seven days, and how many of these raised the figure. */
  edits: number;
  editsUp: number;
};

type Row = Omit<LocationStock, "rule" | "onShelf" | "reserved"> & { posTotal: number | null; posReserved: number | null };
export type SkuStock = { sku: string; title: string; barcode: string | null; category: string; locations: LocationStock[]; asOf: Date };

/** A web SKU at every mapped location of every shop that has it. Null: no shop has it. */
export async function findSkuStock(sku: string): Promise<SkuStock | null> {
  const [items, rows] = await Promise.all([
    db.$queryRaw<{ title: string; barcode: string | null; category: string }[]>`
      select i.title, i.barcode, i.category from catalogue_item i join connection s on s.id = i.connection_id where i.sku = ${sku} and i.gone_at is null order by s.role desc limit 1`,
    db.$queryRaw<Row[]>`
      select s.id as "shopId", s.name as "shopName", l.theirs as "locationId", coalesce(pl.name, l.theirs) as "locationName", l.warehouses, item.sku, coalesce(m.ours, item.sku) as "posSku",
        p.pos_total::float8 as "posTotal", p.pos_reserved::float8 as "posReserved", coalesce(p.unseen_units, 0) as "unseenUnits",
        ${raw(bufferOf({ shop: "s.id", sku: "item.sku", category: "item.category", location: "l.theirs" }))} as buffer,
        coalesce(allowance.units, 0) as allowed, allowance.until as "allowedUntil",
        p.sellable, p.shop_available as "shopAvailable", p.shop_on_hand as "shopOnHand", p.shop_held as "shopHeld", coalesce(p.version > p.cleared or p.leased_until > now(), false) as "isInFlight",
        p.read_at as "readAt", p.written_at as "writtenAt", p.confirmed_at as "confirmedAt", p.lag_ms as "lagMs", p.drift_since as "driftSince", coalesce(p.held_by, '') as "heldBy",
        item.may_oversell as "mayOversell", item.is_tracked as "isTracked", coalesce(p.is_stocked, true) as "isStocked", edited.edits, edited.up as "editsUp"
      from (select connection_id, sku, bool_or(may_oversell) as may_oversell, bool_and(is_tracked) as is_tracked, min(category) as category from catalogue_item where sku = ${sku} and gone_at is null group by 1, 2) item
      join connection s on s.id = item.connection_id and s.role = 'shop'
      join lateral (select k.theirs, array_agg(coalesce(w.name, k.ours) order by k.ours) as warehouses from link k left join place w on w.connection_id = s.pos_id and w.remote_id = k.ours
        where k.shop_id = s.id and k.kind = 'location' and k.state = 'mapped' group by k.theirs) l on true
      left join place pl on pl.connection_id = s.id and pl.remote_id = l.theirs
      left join link m on m.shop_id = s.id and m.kind = 'sku' and m.theirs = item.sku and m.state = 'mapped'
      left join stock_pair p on p.shop_id = s.id and p.location_id = l.theirs and p.sku = item.sku
      left join lateral (
        select count(*)::int as edits, (count(*) filter (where e.after > e.before))::int as up from stock_entry e
        where e.shop_id = s.id and e.location_id = l.theirs and e.sku = item.sku and e.what = 'shop-change' and e.at > now() - interval '7 days') edited on true
      left join allowance on allowance.shop_id = s.id and allowance.location_id = l.theirs and allowance.sku = item.sku and allowance.until > now()
      order by s.name, 4`,
  ]);
  const [item] = items;
  if (!item) return null;
  const live = await countUnits(rows.map(({ shopId, locationId }) => ({ shopId, locationId, sku })));
  return { sku, ...item, asOf: new Date(), locations: rows.map((row) => described(row, live.get(`${row.shopId}:${row.locationId}`) ?? 0)) };
}

function described({ posTotal, posReserved, ...row }: Row, liveUnits: number): LocationStock {
  const facts: StockFacts | null =
    posTotal === null
      ? null
      : {
          posTotal,
          posReserved: posReserved ?? 0,
          unseenUnits: row.unseenUnits,
          liveUnits,
          shopHeld: row.shopHeld ?? 0,
          buffer: row.buffer,
          allowed: row.allowed,
        };
  return {
    ...row,
    onShelf: posTotal === null ? null : posTotal / 1000,
    reserved: posReserved === null ? null : posReserved / 1000,
    rule: facts && sayRule(facts),
  };
}
