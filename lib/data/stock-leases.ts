import type { LocationId, Sku, WarehouseId } from "@/lib/domain/ids";
import { allowanceOf, bufferOf } from "./buffer-rule";
import { type Db, db, rows } from "./client";
import { byPair } from "./stock-pairs";

const leaseSeconds = 60;

/** A pair as a drain takes it: what it is called on each side, and what was last seen of it. */
export type ClaimedPair = {
  locationId: LocationId;
  sku: Sku;
  version: string;
  /** False: it was clear and is only looked at once more. */
  isMarked: boolean;
  isUrgent: boolean;
  heldBy: string;
  disagreements: number;
  sellable: number | null;
  shopAvailable: number | null;
  shopOnHand: number | null;
  shopHeld: number | null;
  target: number | null;
  isAsking: boolean;
  /** The shop's orders were asked for and have arrived since its figure fell without us. */
  asked: boolean;
  /** Since when it differs, else since when it is marked. */
  since: Date;
  /** A person asked for it to be stocked here. */
  isActivating: boolean;
} & PairNames;

export type PairNames = {
  buffer: number;
  /** What an accepted edit in the shop adds. */
  allowed: number;
  /** The shop's own number for its stock; empty where the shop has no such product. */
  itemId: string;
  /** Products of the shop with this SKU: above one, nobody can say which is meant. */
  items: number;
  price: string | null;
  posSku: Sku;
  warehouseIds: WarehouseId[];
  isKnownAtPos: boolean;
};

/** The names of pairs `c` of the shop $1, as columns of a query. */
const names = `
  ${bufferOf({ shop: "$1::uuid", sku: "c.sku", category: "item.category", location: "c.location_id" })} as buffer,
  ${allowanceOf({ shop: "$1::uuid", sku: "c.sku", location: "c.location_id" })} as allowed,
  coalesce(item.id, '') as "itemId", coalesce(item.n, 0)::int as items, item.price::text as price,
  coalesce(mapped.ours, c.sku) as "posSku",
  coalesce((select array_agg(ours order by ours) from link l where l.shop_id = $1::uuid and l.kind = 'location' and l.theirs = c.location_id and l.state = 'mapped'), '{}') as "warehouseIds",
  exists (select 1 from connection s join catalogue_item i on i.connection_id = s.pos_id where s.id = $1::uuid and i.sku = coalesce(mapped.ours, c.sku) and i.gone_at is null) as "isKnownAtPos"`;
const namesFrom = `
  left join link mapped on mapped.shop_id = $1::uuid and mapped.kind = 'sku' and mapped.theirs = c.sku and mapped.state = 'mapped'
  left join lateral (select min(stock_id) as id, count(*) as n, min(price) as price, coalesce(min(category), '') as category from catalogue_item i where i.connection_id = $1::uuid and i.sku = c.sku and i.gone_at is null) item on true`;

/** Takes marked pairs, last units first, and fills up with those due for their second look. A step whose lease has run out does not write. */
export async function claimPairs(shopId: string, lease: string, limit: number): Promise<ClaimedPair[]> {
  return db.$queryRawUnsafe<ClaimedPair[]>(
    `with marked as (
      select shop_id, location_id, sku from stock_pair where shop_id = $1::uuid and version > cleared and not_before <= now() and (leased_until is null or leased_until < now())
      order by is_urgent desc, version limit $3 for update skip locked),
    again as (
      select shop_id, location_id, sku from stock_pair where shop_id = $1::uuid and version = cleared and look_again_at <= now() and (leased_until is null or leased_until < now())
      order by look_again_at limit greatest(0, $3 - (select count(*) from marked)) for update skip locked),
    c as (
      update stock_pair p set lease = $2, leased_until = now() + interval '${leaseSeconds} seconds' from (select * from marked union all select * from again) n
      where p.shop_id = n.shop_id and p.location_id = n.location_id and p.sku = n.sku
      returning p.location_id, p.sku, p.version, p.cleared, p.is_urgent, p.held_by, p.disagreements, p.sellable, p.shop_available, p.shop_on_hand, p.shop_held, p.target, p.asked_at, p.is_activating, coalesce(p.drift_since, p.marked_at) as since)
    select c.location_id as "locationId", c.sku, c.version::text, c.version > c.cleared as "isMarked", c.is_urgent as "isUrgent", c.held_by as "heldBy", c.disagreements,
      c.sellable, c.shop_available as "shopAvailable", c.shop_on_hand as "shopOnHand", c.shop_held as "shopHeld", c.target,
      c.asked_at is not null as "isAsking", coalesce(c.asked_at < (select (cursors ->> 'orders')::timestamptz from connection where id = $1::uuid) and (c.asked_at < now() - interval '1 minute'
        or not exists (select 1 from order_lane l where l.shop_id = $1::uuid and l.source_version is null and l.state = 'ready')), false) as asked,
      c.since, c.is_activating as "isActivating",
      ${names}
    from c ${namesFrom} order by c.is_urgent desc, c.version`,
    shopId,
    lease,
    limit,
  );
}

/** Pairs by name, for a look that takes no lease. */
export async function namePairs(shopId: string, pairs: readonly { locationId: string; sku: string }[]): Promise<NamedPair[]> {
  return db.$queryRawUnsafe<NamedPair[]>(
    `select c.location_id as "locationId", c.sku, ${names}
    from (select "locationId" as location_id, sku from json_to_recordset($2::json) as r("locationId" text, sku text)) c ${namesFrom}`,
    shopId,
    JSON.stringify(pairs.map(({ locationId, sku }) => ({ locationId, sku }))),
  );
}
export type NamedPair = { locationId: LocationId; sku: Sku } & PairNames;

/**
 * To be asked before each write: which of these pairs are still ours. Their lease begins anew, and what is about to be sent is kept,
 * so that the next look knows our own figure from somebody else's.
 */
export async function beginWrites(
  shopId: string,
  lease: string,
  writes: readonly { locationId: LocationId; sku: Sku; onHand: number }[],
): Promise<{ locationId: string; sku: string }[]> {
  const list = [...writes].sort(byPair).map(({ locationId, sku, onHand }, place) => ({ locationId, sku, onHand, place }));
  return db.$queryRaw<{ locationId: string; sku: string }[]>`
    with held as (
      select p.location_id, p.sku, r."onHand" from stock_pair p join json_to_recordset(${rows(list)}) as r("locationId" text, sku text, "onHand" int, place int)
        on p.location_id = r."locationId" and p.sku = r.sku
      where p.shop_id = ${shopId}::uuid and p.lease = ${lease} and p.leased_until > now() order by r.place for update of p)
    update stock_pair p set target = h."onHand", leased_until = now() + ${leaseSeconds} * interval '1 second' from held h
    where p.shop_id = ${shopId}::uuid and p.location_id = h.location_id and p.sku = h.sku
    returning p.location_id as "locationId", p.sku`;
}

/** Gives pairs back untouched, to be taken again at once or later. */
export const returnPairs = (shopId: string, lease: string, waitMs: number) =>
  db.$executeRaw`
    update stock_pair set lease = null, leased_until = null, not_before = now() + ${waitMs} * interval '1 millisecond'
    where (shop_id, location_id, sku) in (
      select shop_id, location_id, sku from stock_pair where shop_id = ${shopId}::uuid and lease = ${lease} order by location_id collate "C", sku collate "C" for update)`;

export type PairResult = {
  locationId: LocationId;
  sku: Sku;
  version: string;
  /** Nothing more to do until it is marked again. */
  isClear: boolean;
  /** A clear pair is looked at once more after the marks, never after that second look. */
  looksAgain: boolean;
  waitMs: number;
  posTotal: number | null;
  posReserved: number | null;
  unseenUnits: number;
  buffer: number;
  sellable: number | null;
  shopAvailable: number | null;
  /** Null keeps what was last seen: the fall that we are asking orders about. */
  shopOnHand: number | null;
  shopHeld: number | null;
  wrote: boolean;
  isConfirmed: boolean;
  asks: boolean;
  disagreements: number;
  heldBy: string;
  /** Null: not seen this time. */
  isStocked: boolean | null;
};

/**
 * Ends the work on pairs, which began to be read at `readAt`: one that was marked again meanwhile stays marked, for clear means "where version = the one claimed".
 * Answers those that somebody else had taken over: what was written of them must be looked at again.
 */
export async function settlePairs(
  tx: Db,
  shopId: string,
  lease: string,
  results: readonly PairResult[],
  readAt: Date,
): Promise<PairResult[]> {
  if (results.length === 0) return [];
  const list = rows([...results].sort(byPair).map((result, place) => ({ ...result, place })));
  await tx.$queryRaw`
    select 1 as locked from stock_pair p join json_to_recordset(${list}) as r("locationId" text, sku text, place int) on p.location_id = r."locationId" and p.sku = r.sku
    where p.shop_id = ${shopId}::uuid order by r.place for update of p`;
  const settled = await tx.$queryRaw<{ id: string }[]>`
    update stock_pair p set
      cleared = case when r."isClear" and p.version = r.version then p.version else p.cleared end,
      is_urgent = p.is_urgent and not (r."isClear" and p.version = r.version),
      look_again_at = case when r."isClear" and r."looksAgain" then now() + interval '5 seconds' end,
      not_before = case when p.version = r.version then now() + r."waitMs" * interval '1 millisecond' else p.not_before end,
      asked_at = case when r.asks then coalesce(p.asked_at, now()) end,
      lease = null, leased_until = null, read_at = ${readAt},
      pos_total = coalesce(r."posTotal", p.pos_total), pos_reserved = coalesce(r."posReserved", p.pos_reserved), unseen_units = r."unseenUnits", buffer = r.buffer,
      sellable = coalesce(r.sellable, p.sellable), shop_available = coalesce(r."shopAvailable", p.shop_available), shop_on_hand = coalesce(r."shopOnHand", p.shop_on_hand), shop_held = coalesce(r."shopHeld", p.shop_held),
      written_at = case when r.wrote then now() else p.written_at end,
      confirmed = case when r."isConfirmed" then r."shopAvailable" else p.confirmed end,
      confirmed_at = case when r."isConfirmed" then now() else p.confirmed_at end,
      lag_ms = case when r."isConfirmed" and r.wrote then (extract(epoch from now() - p.marked_at) * 1000)::int else p.lag_ms end,
      disagreements = case when p.version = r.version then r.disagreements else 0 end,
      drift_since = case when r."isConfirmed" then null when r.sellable is not null and r."shopAvailable" is distinct from r.sellable then coalesce(p.drift_since, now()) else p.drift_since end,
      held_by = r."heldBy", is_stocked = coalesce(r."isStocked", p.is_stocked), is_activating = p.is_activating and not (r."isClear" and p.version = r.version)
    from json_to_recordset(${list}) as r("locationId" text, sku text, version bigint, "isClear" bool, "looksAgain" bool, "waitMs" float8, "posTotal" bigint, "posReserved" bigint, "unseenUnits" int,
      buffer int, sellable int, "shopAvailable" int, "shopOnHand" int, "shopHeld" int, wrote bool, "isConfirmed" bool, asks bool, disagreements int, "heldBy" text, "isStocked" bool)
    where p.shop_id = ${shopId}::uuid and p.location_id = r."locationId" and p.sku = r.sku and p.lease = ${lease}
    returning p.location_id || ':' || p.sku as id`;
  const ours = new Set(settled.map(({ id }) => id));
  return results.filter(({ locationId, sku }) => !ours.has(`${locationId}:${sku}`));
}
