import { type Db, db } from "./client";

export type BufferPlace = { shopId: string; sku: string; category: string; locationId: string };
export type BufferRow = BufferPlace & { units: number; changedBy: string; changedAt: Date };

/** Empty SKU, category or location = every one. Null units takes the rule away. Answers what it was. */
export async function saveBuffer(tx: Db, place: BufferPlace, units: number | null, by: string): Promise<number | null> {
  const { shopId, sku, category, locationId } = place;
  const at = { shopId, sku, category, locationId };
  const where = { shopId_sku_category_locationId: at };
  const before = await tx.buffer.findUnique({ where });
  if (units === null) await tx.buffer.deleteMany({ where: at });
  else {
    const changed = { units, changedBy: by, changedAt: new Date() };
    await tx.buffer.upsert({ where, create: { ...at, ...changed }, update: changed });
  }
  return before?.units ?? null;
}

/** A rule with the names that people know it by. */
export type NamedBuffer = BufferRow & { locationName: string; title: string; by: string; products: number };

/** The rules of a shop, the widest first; `products`: how many each concerns. */
export const listBuffers = (shopId: string, limit = 500): Promise<NamedBuffer[]> =>
  db.$queryRaw<NamedBuffer[]>`
    select b.shop_id as "shopId", b.sku, b.category, b.location_id as "locationId", b.units, b.changed_by as "changedBy", b.changed_at as "changedAt",
      coalesce(l.name, b.location_id) as "locationName", coalesce(item.title, '') as title, coalesce(u.name, '') as by, coalesce(item.n, 0)::int as products
    from buffer b left join place l on l.connection_id = b.shop_id and l.remote_id = b.location_id left join app_user u on u.id::text = b.changed_by
    left join lateral (
      select count(distinct i.sku) as n, min(i.title) filter (where b.sku <> '') as title from catalogue_item i
      where i.connection_id = b.shop_id and i.gone_at is null and i.sku <> '' and b.sku in (i.sku, '') and b.category in (i.category, '')) item on true
    where b.shop_id = ${shopId}::uuid order by b.sku, b.category, "locationName" limit ${limit}`;

/** What sorts of thing a shop sells, and how many products of each. */
export const listCategories = (shopId: string): Promise<{ category: string; products: number }[]> =>
  db.$queryRaw`
    select category, count(distinct sku)::int as products from catalogue_item
    where connection_id = ${shopId}::uuid and gone_at is null and category <> '' and sku <> '' group by 1 order by 1`;
