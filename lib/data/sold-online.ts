import { db } from "./client";

/** Of these products of a POS: those that a shop counts and sells, under the same code or as mapped. Service products are none of them. */
export async function listSoldOnline(posId: string, skus: readonly string[]): Promise<Set<string>> {
  const sold = await db.$queryRaw<{ sku: string }[]>`
    select m.sku from unnest(${skus}::text[]) m(sku) where exists (
      select 1 from connection s join catalogue_item i on i.connection_id = s.id and i.gone_at is null and i.is_tracked
      left join link l on l.shop_id = s.id and l.kind = 'sku' and l.theirs = i.sku and l.state = 'mapped'
      where s.pos_id = ${posId}::uuid and coalesce(l.ours, i.sku) = m.sku)`;
  return new Set(sold.map(({ sku }) => sku));
}
