import type { LocationId, Sku } from "@/lib/domain/ids";
import { type Db, db, rows } from "./client";
import { releaseHeld } from "./raise-causes";

export type LatePairRow = {
  locationId: LocationId;
  sku: Sku;
  store: string;
  price: string | null;
  since: Date;
  shopAvailable: number | null;
  sellable: number | null;
  /** Thousandths that the till booked since both sides were last read. */
  movedSince: number;
};

/** Kinds that the watch raises and that end with the pair's next confirmed look. */
export const lateKinds = ["web-too-high", "stock-late", "stock-unverified"] as const;
export type LateKind = (typeof lateKinds)[number];

/** Pairs that wait or differ for longer than that and that nothing else holds, the largest danger first. */
export const listLatePairs = (shopId: string, lateAfterSeconds: number, limit: number): Promise<LatePairRow[]> =>
  db.$queryRaw<LatePairRow[]>`
    with late as (
      select p.pos_id, p.location_id, p.sku, p.read_at, p.shop_available, p.sellable, coalesce(p.drift_since, p.marked_at) as since from stock_pair p
      where p.shop_id = ${shopId}::uuid and p.held_by in ('', 'web-too-high', 'stock-late')
        and ((p.version > p.cleared and p.marked_at < now() - ${lateAfterSeconds} * interval '1 second') or p.drift_since < now() - ${lateAfterSeconds} * interval '1 second')
      order by p.shop_available - p.sellable desc nulls last, since, p.location_id, p.sku limit ${limit})
    select t.location_id as "locationId", t.sku, coalesce(l.name, t.location_id) as store, item.price::text as price, t.since, t.shop_available as "shopAvailable", t.sellable, coalesce(moved.units, 0)::float8 as "movedSince"
    from late t left join place l on l.connection_id = ${shopId}::uuid and l.remote_id = t.location_id
    left join link mapped on mapped.shop_id = ${shopId}::uuid and mapped.kind = 'sku' and mapped.theirs = t.sku and mapped.state = 'mapped'
    left join lateral (select min(price) as price from catalogue_item i where i.connection_id = ${shopId}::uuid and i.sku = t.sku and i.gone_at is null) item on true
    left join lateral (
      select sum(m.change) as units from link w join pos_movement m on m.pos_id = t.pos_id and m.warehouse_id = w.ours and m.sku = coalesce(mapped.ours, t.sku) and m.at > t.read_at - interval '1 day' and m.seen_at > t.read_at
      where w.shop_id = ${shopId}::uuid and w.kind = 'location' and w.theirs = t.location_id and w.state = 'mapped') moved on true
    order by t.shop_available - t.sellable desc nulls last, t.since`;

/** Clear pairs that no look has confirmed for so long though the full checks since confirmed others of their location. */
export const listUnverified = (shopId: string, hours: number, limit: number): Promise<LatePairRow[]> =>
  db.$queryRaw<LatePairRow[]>`
    select p.location_id as "locationId", p.sku, coalesce(l.name, p.location_id) as store, item.price::text as price, coalesce(p.confirmed_at, p.marked_at) as since,
      p.shop_available as "shopAvailable", p.sellable, 0::float8 as "movedSince"
    from stock_pair p left join place l on l.connection_id = p.shop_id and l.remote_id = p.location_id
    join lateral (select min(price) as price, count(*) as n from catalogue_item i where i.connection_id = p.shop_id and i.sku = p.sku and i.gone_at is null) item on item.n > 0
    where p.shop_id = ${shopId}::uuid and p.version = p.cleared and p.held_by in ('', 'stock-unverified') and p.drift_since is null and coalesce(p.confirmed_at, p.marked_at) < now() - ${hours} * interval '1 hour'
      and exists (select 1 from link w where w.shop_id = p.shop_id and w.kind = 'location' and w.theirs = p.location_id and w.state = 'mapped')
    order by since, p.location_id, p.sku limit ${limit}`;

/** When the last full check of a shop ended well, and how many pairs it is about. */
export async function findLastCheck(shopId: string): Promise<{ endedAt: Date | null; pairs: number; knownSince: Date | null }> {
  const [row] = await db.$queryRaw<{ endedAt: Date | null; pairs: number; knownSince: Date | null }[]>`
    select (select max(ended_at) from run where flow = 'compare-stock' and connection_id = ${shopId}::uuid and state in ('confirmed', 'attention')) as "endedAt",
      (select count(*)::int from stock_pair where shop_id = ${shopId}::uuid) as pairs, (select created_at from connection where id = ${shopId}::uuid) as "knownSince"`;
  return row!;
}

/** Says of these that they are held, unless they were confirmed meanwhile. Answers those that are. */
export async function holdLate(
  tx: Db,
  shopId: string,
  pairs: readonly { locationId: string; sku: string; kind: LateKind; since: Date }[],
): Promise<Set<string>> {
  if (pairs.length === 0) return new Set();
  const held = await tx.$queryRaw<{ id: string }[]>`
    update stock_pair p set held_by = r.kind from json_to_recordset(${rows(pairs)}) as r("locationId" text, sku text, kind text, since timestamptz)
    where p.shop_id = ${shopId}::uuid and p.location_id = r."locationId" and p.sku = r.sku and p.held_by = any(${["", ...lateKinds]}::text[])
      and (case when r.kind = 'stock-unverified' then coalesce(p.confirmed_at, p.marked_at) else coalesce(p.drift_since, case when p.version > p.cleared then p.marked_at end) end) = r.since
    returning p.location_id || ':' || p.sku as id`;
  return new Set(held.map(({ id }) => id));
}

/** Ends what the watch said of pairs that have been looked at since and are no longer held by it. */
export async function freeLate(tx: Db, shopId: string): Promise<void> {
  const over = await tx.$queryRaw<{ key: string }[]>`
    select distinct e.key from cause c join exception e on e.cause_id = c.id and e.state in ('held', 'set-aside')
    left join stock_pair p on p.shop_id = e.shop_id and p.location_id = split_part(e.key, ':', 1) and p.sku = substr(e.key, strpos(e.key, ':') + 1)
    where c.connection_id = ${shopId}::uuid and c.state <> 'resolved' and c.kind = any(${[...lateKinds]}::text[]) and coalesce(p.held_by, '') = ''`;
  await releaseHeld(
    tx,
    over.map(({ key }) => ({ shopId, entity: "product", key })),
  );
}
