import type { WarehouseId } from "@/lib/domain/ids";
import type { PosMovement } from "@/lib/domain/stock/level";
import { type Db, db, rows } from "./client";
import { emit } from "./outbox";

/** Keeps movements of a POS, each once. Answers those that were new. */
export async function keepMovements(tx: Db, posId: string, movements: readonly PosMovement[]): Promise<PosMovement[]> {
  if (movements.length === 0) return [];
  const kept = await tx.$queryRaw<{ id: string; sku: string }[]>`
    insert into pos_movement (pos_id, movement_id, sku, warehouse_id, kind, change, total_after, at)
    select ${posId}::uuid, r.id, r.sku, r."warehouseId", r.kind, r.change, r."totalAfter", r.at
    from json_to_recordset(${rows(movements)}) as r(id bigint, sku text, "warehouseId" text, kind text, change bigint, "totalAfter" bigint, at timestamptz)
    on conflict (pos_id, movement_id, sku) do nothing returning movement_id::text as id, sku`;
  const fresh = new Set(kept.map(({ id, sku }) => `${id}:${sku}`));
  return movements.filter(({ id, sku }) => fresh.has(`${id}:${sku}`));
}

/** "Something moved at this POS": said a hundred times it is one pull, and one more when it was said during the pull. */
export async function wakePull(tx: Db, posId: string): Promise<void> {
  const woken = await tx.$queryRaw<{ id: string }[]>`
    update connection set pull_wanted_at = now() where id = ${posId}::uuid and (pull_wanted_at is null or pull_wanted_at < now() - interval '30 seconds') returning id`;
  await emit(
    tx,
    woken.map(({ id }) => ({ name: "stock/movements.wanted", data: { posId: id } })),
  );
}

/** A pull starts by taking the wish back. False: nobody has wished since the last one, or the POS is paused. */
export async function takePull(posId: string): Promise<boolean> {
  const taken = await db.$queryRaw<{ runs: boolean }[]>`
    update connection set pull_wanted_at = null where id = ${posId}::uuid and pull_wanted_at is not null
    returning not is_paused and coalesce(lane_paused_until < now(), true) as runs`;
  return taken[0]?.runs ?? false;
}

/** Warehouses that some shop's stock comes from. */
export const listFeedingWarehouses = async (posId: string): Promise<WarehouseId[]> =>
  (
    await db.$queryRaw<{ id: WarehouseId }[]>`
      select distinct l.ours as id from connection s join link l on l.shop_id = s.id and l.kind = 'location' and l.state = 'mapped' and l.ours is not null where s.pos_id = ${posId}::uuid`
  ).map(({ id }) => id);

export const pruneMovements = (tx: Db) => tx.$executeRaw`delete from pos_movement where seen_at < now() - interval '90 days'`;
