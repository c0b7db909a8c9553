import type { LocationId, Sku, WarehouseId } from "@/lib/domain/ids";
import { type Db, db, rows } from "./client";
import { emit } from "./outbox";

export type PairKey = { shopId: string; locationId: LocationId; sku: Sku };
const leaseSeconds = 60;

/** "Look at these pairs": one row each however often it is said. `urgent`: the last unit, ahead of everything else. */
export async function markPairs(tx: Db, posId: string, pairs: readonly (PairKey & { urgent?: boolean })[]): Promise<void> {
  if (pairs.length === 0) return;
  const key = ({ shopId, locationId, sku }: PairKey) => `${shopId}|${locationId}|${sku}`;
  const list = [...Map.groupBy(pairs, key)]
    .map(([id, same]) => ({ id, ...same[0]!, urgent: same.some(({ urgent }) => urgent) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  await tx.$executeRaw`
    insert into stock_pair (shop_id, location_id, sku, pos_id, version, is_urgent)
    select r."shopId", r."locationId", r.sku, ${posId}::uuid, nextval('pair_version'), r.urgent
    from json_to_recordset(${rows(list)}) as r("shopId" uuid, "locationId" text, sku text, urgent bool)
    on conflict (shop_id, location_id, sku) do update set version = excluded.version, is_urgent = stock_pair.is_urgent or excluded.is_urgent,
      marked_at = case when stock_pair.version > stock_pair.cleared then stock_pair.marked_at else now() end, not_before = now(), disagreements = 0`;
  await wakeDrains(tx, [...new Set(list.map(({ shopId }) => shopId))]);
}

/** Flips each shop's wish from no to yes and only then tells the engine: one drain running, one waiting, never none. */
export async function wakeDrains(tx: Db, shopIds: readonly string[]): Promise<void> {
  const woken = await tx.$queryRaw<{ id: string }[]>`
    update connection set drain_wanted_at = now() where id = any(${shopIds}::uuid[]) and (drain_wanted_at is null or drain_wanted_at < now() - interval '30 seconds') returning id`;
  await emit(
    tx,
    woken.map(({ id }) => ({ name: "stock/drain.wanted", data: { shopId: id } })),
  );
}

/** A drain starts by flipping the wish back. */
export const beginDrain = (shopId: string) => db.$executeRaw`update connection set drain_wanted_at = null where id = ${shopId}::uuid`;

/** Wakes drains for what nobody has looked at, or whose time has come. */
export async function wakeDueDrains(): Promise<void> {
  const due = await db.$queryRaw<{ id: string }[]>`
    select s.id from connection s where s.role = 'shop' and not s.is_paused and (s.lane_paused_until is null or s.lane_paused_until < now())
      and (s.drain_wanted_at is null or s.drain_wanted_at < now() - interval '30 seconds')
      and exists (select 1 from stock_pair p where p.shop_id = s.id and p.version > p.cleared and p.not_before <= now() and (p.leased_until is null or p.leased_until < now()))`;
  if (due.length > 0) {
    await wakeDrains(
      db,
      due.map(({ id }) => id),
    );
  }
}

export type ClaimedPair = {
  locationId: LocationId;
  sku: Sku;
  version: string;
  markedAt: Date;
  shopOnHand: number | null;
  disagreements: number;
  buffer: number;
  itemId: string;
  posSku: Sku;
  warehouseIds: WarehouseId[];
};

/** Takes marked pairs, last units first. The lease returns with the versions; a step whose lease has run out does not write. */
export async function claimPairs(shopId: string, lease: string, limit: number): Promise<ClaimedPair[]> {
  return db.$queryRaw<ClaimedPair[]>`
    with next as (
      select shop_id, location_id, sku from stock_pair where shop_id = ${shopId}::uuid and version > cleared and not_before <= now() and (leased_until is null or leased_until < now())
      order by is_urgent desc, version limit ${limit} for update skip locked),
    claimed as (
      update stock_pair p set lease = ${lease}, leased_until = now() + ${leaseSeconds} * interval '1 second' from next n
      where p.shop_id = n.shop_id and p.location_id = n.location_id and p.sku = n.sku
      returning p.location_id, p.sku, p.version, p.marked_at, p.shop_on_hand, p.disagreements)
    select c.location_id as "locationId", c.sku, c.version::text, c.marked_at as "markedAt", c.shop_on_hand as "shopOnHand", c.disagreements,
      coalesce((select units from buffer b where b.shop_id = ${shopId}::uuid and b.sku in (c.sku, '') and b.location_id in (c.location_id, '') order by (b.sku <> '') desc, (b.location_id <> '') desc limit 1), 0) as buffer,
      coalesce((select stock_id from catalogue_item i where i.connection_id = ${shopId}::uuid and i.sku = c.sku and i.gone_at is null limit 1), '') as "itemId",
      coalesce((select ours from link l where l.shop_id = ${shopId}::uuid and l.kind = 'sku' and l.theirs = c.sku and l.state = 'mapped'), c.sku) as "posSku",
      coalesce((select array_agg(ours) from link l where l.shop_id = ${shopId}::uuid and l.kind = 'location' and l.theirs = c.location_id and l.state = 'mapped'), '{}') as "warehouseIds"
    from claimed c`;
}

export const holdsLease = async (shopId: string, lease: string, pairs: number): Promise<boolean> => {
  const [row] = await db.$queryRaw<
    { held: number }[]
  >`select count(*)::int as held from stock_pair where shop_id = ${shopId}::uuid and lease = ${lease} and leased_until > now()`;
  return (row?.held ?? 0) >= pairs;
};

export type PairResult = {
  locationId: string;
  sku: string;
  version: string;
  /** Nothing more to do until it is marked again. */
  isClear: boolean;
  waitMs: number;
  posTotal: number | null;
  posReserved: number | null;
  unseenUnits: number;
  buffer: number;
  sellable: number | null;
  shopAvailable: number | null;
  shopOnHand: number | null;
  shopHeld: number | null;
  wrote: boolean;
  isConfirmed: boolean;
  heldBy: string;
};

/** Ends the work on pairs: one that was marked again meanwhile stays marked, for clear means "where version = the one claimed". */
export async function settlePairs(tx: Db, shopId: string, lease: string, results: readonly PairResult[]): Promise<void> {
  if (results.length === 0) return;
  await tx.$executeRaw`
    update stock_pair p set
      cleared = case when r."isClear" and p.version = r.version then p.version else p.cleared end,
      is_urgent = case when r."isClear" and p.version = r.version then false else p.is_urgent end,
      not_before = now() + r."waitMs" * interval '1 millisecond', lease = null, leased_until = null, read_at = now(),
      pos_total = coalesce(r."posTotal", p.pos_total), pos_reserved = coalesce(r."posReserved", p.pos_reserved), unseen_units = r."unseenUnits", buffer = r.buffer,
      sellable = coalesce(r.sellable, p.sellable), shop_available = coalesce(r."shopAvailable", p.shop_available), shop_on_hand = coalesce(r."shopOnHand", p.shop_on_hand), shop_held = coalesce(r."shopHeld", p.shop_held),
      target = coalesce(r.sellable, p.target), written_at = case when r.wrote then now() else p.written_at end,
      confirmed = case when r."isConfirmed" then r."shopAvailable" else p.confirmed end,
      confirmed_at = case when r."isConfirmed" then now() else p.confirmed_at end,
      lag_ms = case when r."isConfirmed" and r.wrote then (extract(epoch from now() - p.marked_at) * 1000)::int else p.lag_ms end,
      disagreements = case when r."isConfirmed" then 0 else p.disagreements + 1 end,
      drift_since = case when r."isConfirmed" then null when r."shopAvailable" is distinct from r.sellable then coalesce(p.drift_since, now()) else p.drift_since end,
      held_by = r."heldBy"
    from json_to_recordset(${rows(results)}) as r("locationId" text, sku text, version bigint, "isClear" bool, "waitMs" float8, "posTotal" bigint, "posReserved" bigint, "unseenUnits" int, buffer int, sellable int,
      "shopAvailable" int, "shopOnHand" int, "shopHeld" int, wrote bool, "isConfirmed" bool, "heldBy" text)
    where p.shop_id = ${shopId}::uuid and p.location_id = r."locationId" and p.sku = r.sku and p.lease = ${lease}`;
}

/** Gives pairs back untouched, to be taken again at once or later. */
export const returnPairs = (shopId: string, lease: string, waitMs: number) =>
  db.$executeRaw`update stock_pair set lease = null, leased_until = null, not_before = now() + ${waitMs} * interval '1 millisecond' where shop_id = ${shopId}::uuid and lease = ${lease}`;

/** Which pairs of which shops a product at a warehouse of this POS is shown as. */
export async function listPairsAt(
  posId: string,
  at: readonly { warehouseId: string; sku: string; urgent: boolean }[],
): Promise<(PairKey & { urgent: boolean })[]> {
  if (at.length === 0) return [];
  return db.$queryRaw<(PairKey & { urgent: boolean })[]>`
    select distinct place.shop_id as "shopId", place.theirs as "locationId", item.sku, m.urgent
    from json_to_recordset(${rows(at)}) as m("warehouseId" text, sku text, urgent bool)
    join link place on place.kind = 'location' and place.ours = m."warehouseId" and place.state = 'mapped'
    join connection s on s.id = place.shop_id and s.pos_id = ${posId}::uuid
    left join link mapped on mapped.shop_id = s.id and mapped.kind = 'sku' and mapped.ours = m.sku and mapped.state = 'mapped'
    join catalogue_item item on item.connection_id = s.id and item.gone_at is null
      and (item.sku = mapped.theirs or (item.sku = m.sku and not exists (select 1 from link other where other.shop_id = s.id and other.kind = 'sku' and other.theirs = m.sku and other.state = 'mapped' and other.ours <> m.sku)))`;
}

/** The pair behind a shop's own item number at a location. */
export async function listPairsOfItems(shopId: string, items: readonly { itemId: string; locationId: string }[]): Promise<PairKey[]> {
  return db.$queryRaw<PairKey[]>`
    select distinct i.connection_id as "shopId", r."locationId", i.sku from json_to_recordset(${rows(items)}) as r("itemId" text, "locationId" text)
    join catalogue_item i on i.connection_id = ${shopId}::uuid and i.stock_id = r."itemId" and i.gone_at is null and i.sku <> ''
    join link l on l.shop_id = i.connection_id and l.kind = 'location' and l.theirs = r."locationId" and l.state = 'mapped'`;
}
