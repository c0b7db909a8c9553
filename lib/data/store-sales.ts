import { db } from "./client";

export type StoreSales = { storeId: string; name: string; isActive: boolean; lastSaleAt: Date | null };

/** When each store of a POS last sent a sale or a return, from whichever of its warehouses. */
export const listStoreSales = (posId: string): Promise<StoreSales[]> =>
  db.$queryRaw`
    select p.store_id as "storeId", coalesce(max(p.store_name), max(p.name)) as name, bool_or(p.is_active) as "isActive", max(sold.at) as "lastSaleAt"
    from place p left join lateral (
      select m.at from pos_movement m where m.pos_id = p.connection_id and m.warehouse_id = p.remote_id and m.kind in ('sale', 'refund') order by m.at desc limit 1) sold on true
    where p.connection_id = ${posId}::uuid and p.store_id is not null group by p.store_id order by 2`;

const gapMinutes = 15;

/** Says that the stores are being watched; answers since when without a gap, null = from the beginning. */
export async function keepWatch(posId: string, now: Date): Promise<Date | null> {
  const at = now.toISOString();
  const [row] = await db.$queryRaw<{ since: Date | null }[]>`
    update connection set cursors = cursors || jsonb_build_object('watched', ${at}::text)
      || case when (cursors->>'watched')::timestamptz < ${at}::timestamptz - ${gapMinutes} * interval '1 minute' then jsonb_build_object('watchedSince', ${at}::text) else '{}' end
    where id = ${posId}::uuid returning (cursors->>'watchedSince')::timestamptz as since`;
  return row?.since ?? null;
}
