import { db } from "./client";

/** Causes that a newer catalogue or mapping may have ended are probed at once instead of at their next turn. */
export async function probeSoon(of: { posId: string } | { shopId: string }): Promise<void> {
  const shopIds =
    "shopId" in of ? [of.shopId] : (await db.connection.findMany({ where: { posId: of.posId }, select: { id: true } })).map(({ id }) => id);
  await db.$executeRaw`
    update cause set next_probe_at = now() where connection_id = any(${shopIds}::uuid[]) and state in ('open', 'working', 'snoozed') and not asks_first
      and kind in ('sku-unknown', 'sku-inactive', 'location-unmapped', 'line-without-product', 'rate-unknown') and next_probe_at > now()`;
}
