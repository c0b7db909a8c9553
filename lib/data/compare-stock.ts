import type { LocationId, Sku } from "@/lib/domain/ids";
import type { PairFigures } from "@/lib/domain/stock/compare-pairs";
import { type Db, db, inTransaction, rows } from "./client";
import { lateKinds } from "./late-pairs";

export const listShopSkus = async (shopId: string): Promise<Sku[]> =>
  (
    await db.$queryRaw<
      { sku: Sku }[]
    >`select distinct sku from catalogue_item where connection_id = ${shopId}::uuid and gone_at is null and sku <> '' order by sku`
  ).map(({ sku }) => sku);

/** Pairs that are being looked at anyway: marked, in a drain's hands, or written a moment ago. */
export const listInFlight = async (shopId: string, locationId: LocationId): Promise<Set<Sku>> =>
  new Set(
    (
      await db.$queryRaw<{ sku: Sku }[]>`
        select sku from stock_pair where shop_id = ${shopId}::uuid and location_id = ${locationId} and (version > cleared or leased_until > now() or written_at > now() - interval '60 seconds')`
    ).map(({ sku }) => sku),
  );

const atOnce = 5_000;

/** These were found equal when they began to be read: seen and confirmed now, unless something was heard of one meanwhile. */
export async function keepEqualPairs(
  shop: { id: string; posId: string },
  locationId: LocationId,
  equal: readonly PairFigures[],
  readAt: Date,
): Promise<void> {
  const sorted = equal.map(figuresOf).sort((a, b) => (a.sku < b.sku ? -1 : 1));
  for (let from = 0; from < sorted.length; from += atOnce) {
    await inTransaction(
      (tx) => tx.$executeRaw`
        insert into stock_pair as p (shop_id, location_id, sku, pos_id, version, cleared, pos_total, pos_reserved, unseen_units, buffer, sellable, shop_available, shop_on_hand, shop_held, is_stocked, read_at, confirmed, confirmed_at)
        select ${shop.id}::uuid, ${locationId}, r.sku, ${shop.posId}::uuid, v, v, r."posTotal", r."posReserved", r."unseenUnits", r.buffer, r.sellable, r.available, r."onHand", r."shopHeld", r."isStocked", ${readAt}, r.available, now()
        from json_to_recordset(${rows(sorted.slice(from, from + atOnce))}) as r(sku text, "posTotal" bigint, "posReserved" bigint, "unseenUnits" int, buffer int, sellable int, available int, "onHand" int, "shopHeld" int, "isStocked" bool)
        cross join lateral nextval('pair_version') v
        on conflict (shop_id, location_id, sku) do update set pos_total = excluded.pos_total, pos_reserved = excluded.pos_reserved, unseen_units = excluded.unseen_units, buffer = excluded.buffer,
          sellable = excluded.sellable, shop_available = excluded.shop_available, shop_on_hand = excluded.shop_on_hand, shop_held = excluded.shop_held, is_stocked = excluded.is_stocked, read_at = excluded.read_at,
          confirmed = excluded.confirmed, confirmed_at = now(), drift_since = null,
          held_by = case when p.held_by = any(${[...lateKinds]}::text[]) then '' else p.held_by end
        where p.version = p.cleared and (p.leased_until is null or p.leased_until < now()) and (p.read_at is null or p.read_at < ${readAt})`,
    );
  }
}

/** What a compare found, for the board, until a drain has looked: call it after the pairs were marked. */
export async function noteDrift(tx: Db, shopId: string, locationId: LocationId, differing: readonly PairFigures[]): Promise<void> {
  await tx.$executeRaw`
    update stock_pair p set pos_total = r."posTotal", pos_reserved = r."posReserved", unseen_units = r."unseenUnits", buffer = r.buffer, sellable = r.sellable,
      shop_available = r.available, drift_since = coalesce(p.drift_since, now())
    from json_to_recordset(${rows(differing.map(figuresOf))}) as r(sku text, "posTotal" bigint, "posReserved" bigint, "unseenUnits" int, buffer int, sellable int, available int)
    where p.shop_id = ${shopId}::uuid and p.location_id = ${locationId} and p.sku = r.sku`;
}

const figuresOf = ({
  sku,
  facts: { posTotal, posReserved, unseenUnits, buffer, shopHeld },
  sellable,
  available,
  onHand,
  isStocked,
}: PairFigures) => ({
  sku,
  posTotal,
  posReserved,
  unseenUnits,
  buffer,
  shopHeld,
  sellable,
  available,
  onHand,
  isStocked,
});

/** "Edited on the wrong side" says itself for a day; then it is over. */
export const listOldEdits = (tx: Db, shopId: string) =>
  tx.$queryRaw<{ shopId: string; entity: string; key: string }[]>`
    select shop_id as "shopId", entity, key from exception where shop_id = ${shopId}::uuid and entity = 'product' and key like 'edit:%' and state in ('held', 'set-aside') and held_at < now() - interval '1 day'`;
