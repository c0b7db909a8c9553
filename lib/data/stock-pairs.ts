import type { LocationId, Sku } from "@/lib/domain/ids";
import { type Db, db, rows } from "./client";
import { emit } from "./outbox";

export type PairKey = { shopId: string; locationId: LocationId; sku: Sku };

/** One order for everybody who locks several pairs: two transactions never wait for each other. */
export const byPair = (a: Omit<PairKey, "shopId"> & { shopId?: string }, b: Omit<PairKey, "shopId"> & { shopId?: string }): number =>
  compare(a.shopId ?? "", b.shopId ?? "") || compare(a.locationId, b.locationId) || compare(a.sku, b.sku);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const pairText = ({ locationId, sku }: { locationId: string; sku: string }): string => `${locationId}:${sku}`;

/** What comes from the shop's side, where its own commitments already protect the units, may gather this long. */
export const settleMs = 2_000;

/**
 * "Look at these pairs": one row each however often it is said. `urgent`: the last unit, ahead of everything else.
 * `waitMs`: more may follow at once and can be looked at together; an earlier time that was set stays.
 */
export async function markPairs(
  tx: Db,
  posId: string,
  pairs: readonly (PairKey & { urgent?: boolean })[],
  { waitMs = 0 }: { waitMs?: number } = {},
): Promise<void> {
  if (pairs.length === 0) return;
  const list = [...Map.groupBy(pairs, (pair) => `${pair.shopId}:${pairText(pair)}`).values()]
    .map((same) => ({ ...same[0]!, urgent: same.some(({ urgent }) => urgent) }))
    .sort(byPair);
  await tx.$executeRaw`
    insert into stock_pair (shop_id, location_id, sku, pos_id, version, is_urgent, not_before)
    select r."shopId", r."locationId", r.sku, ${posId}::uuid, nextval('pair_version'), r.urgent, now() + ${waitMs} * interval '1 millisecond'
    from json_to_recordset(${rows(list)}) as r("shopId" uuid, "locationId" text, sku text, urgent bool)
    on conflict (shop_id, location_id, sku) do update set version = excluded.version, is_urgent = stock_pair.is_urgent or excluded.is_urgent,
      marked_at = case when stock_pair.version > stock_pair.cleared then stock_pair.marked_at else now() end, disagreements = 0,
      not_before = case when stock_pair.version > stock_pair.cleared then least(stock_pair.not_before, excluded.not_before) else excluded.not_before end`;
  if (waitMs === 0) await wakeDrains(tx, [...new Set(list.map(({ shopId }) => shopId))]);
}

/** Marks these pairs and has a person's wish kept with them that the shop stocks them there. */
export async function wantActivation(tx: Db, posId: string, pairs: readonly PairKey[]): Promise<void> {
  await markPairs(tx, posId, pairs);
  await tx.$executeRaw`
    update stock_pair p set is_activating = true from json_to_recordset(${rows(pairs.map(({ shopId, locationId, sku }) => ({ shopId, locationId, sku })))}) as r("shopId" uuid, "locationId" text, sku text)
    where p.shop_id = r."shopId" and p.location_id = r."locationId" and p.sku = r.sku`;
}

/** Marks every pair of these SKUs, category and locations that can be sold; null = all of them. Answers how many. */
export async function markEverywhere(
  tx: Db,
  shop: { id: string; posId: string },
  of: { skus: readonly string[] | null; category?: string | null; locationIds: readonly string[] | null },
): Promise<number> {
  const marked = await tx.$executeRaw`
    insert into stock_pair (shop_id, location_id, sku, pos_id, version)
    select ${shop.id}::uuid, p.location_id, p.sku, ${shop.posId}::uuid, nextval('pair_version') from (
      select distinct l.theirs collate "C" as location_id, i.sku collate "C" as sku from catalogue_item i
      join link l on l.shop_id = i.connection_id and l.kind = 'location' and l.state = 'mapped'
      where i.connection_id = ${shop.id}::uuid and i.gone_at is null and i.sku <> ''
        and (${of.category ?? null}::text is null or i.category = ${of.category ?? null}) and (${of.skus}::text[] is null or i.sku = any(${of.skus}::text[])) and (${of.locationIds}::text[] is null or l.theirs = any(${of.locationIds}::text[]))
      order by 1, 2) p
    on conflict (shop_id, location_id, sku) do update set version = excluded.version, not_before = now(), disagreements = 0,
      marked_at = case when stock_pair.version > stock_pair.cleared then stock_pair.marked_at else now() end`;
  if (marked > 0) await wakeDrains(tx, [shop.id]);
  return marked;
}

/** Flips each shop's wish from no to yes and only then tells the engine: one drain running, one waiting, never none. */
export async function wakeDrains(tx: Db, shopIds: readonly string[]): Promise<void> {
  const woken = await tx.$queryRaw<{ id: string }[]>`
    update connection set drain_wanted_at = now() where id in (
      select id from connection where id = any(${shopIds}::uuid[]) and (drain_wanted_at is null or drain_wanted_at < now() - interval '30 seconds') order by id for update)
    returning id`;
  await emit(
    tx,
    woken.map(({ id }) => ({ name: "stock/drain.wanted", data: { shopId: id } })),
  );
}

/** A drain starts by flipping the wish back. False: paused, or its till is. */
export async function beginDrain(shopId: string): Promise<boolean> {
  const [row] = await db.$queryRaw<{ runs: boolean }[]>`
    update connection s set drain_wanted_at = null from connection p where s.id = ${shopId}::uuid and p.id = s.pos_id
    returning not s.is_paused and not p.is_paused and coalesce(greatest(s.lane_paused_until, p.lane_paused_until) < now(), true) as runs`;
  return row?.runs ?? false;
}

/** Wakes drains for what nobody has looked at, whose time has come, or that no batch has taken along for its second look. */
export async function wakeDueDrains(): Promise<void> {
  const due = await db.$queryRaw<{ id: string }[]>`
    select s.id from connection s join connection t on t.id = s.pos_id where s.role = 'shop' and not s.is_paused and not t.is_paused
      and coalesce(greatest(s.lane_paused_until, t.lane_paused_until) < now(), true)
      and (s.drain_wanted_at is null or s.drain_wanted_at < now() - interval '30 seconds')
      and (exists (select 1 from stock_pair p where p.shop_id = s.id and p.version > p.cleared and p.not_before <= now() and (p.leased_until is null or p.leased_until < now()))
        or exists (select 1 from stock_pair p where p.shop_id = s.id and p.look_again_at < now() - interval '10 seconds' and (p.leased_until is null or p.leased_until < now())))`;
  if (due.length > 0) {
    await wakeDrains(
      db,
      due.map(({ id }) => id),
    );
  }
}

/** Marked pairs that wait for a drain, and the oldest of them. */
export async function countMarked(shopId: string): Promise<{ waiting: number; urgent: number; oldestAt: Date | null }> {
  const [row] = await db.$queryRaw<{ waiting: number; urgent: number; oldestAt: Date | null }[]>`
    select count(*)::int as waiting, (count(*) filter (where is_urgent))::int as urgent, min(marked_at) as "oldestAt" from stock_pair where shop_id = ${shopId}::uuid and version > cleared`;
  return row!;
}
