import { db } from "./client";
import { emailHash, searchForm } from "./search-keys";

export type Found = { kind: "order" | "product" | "cause"; label: string; detail: string; key: string; shopId: string };

/** Orders by number, id, external id, till id, e-mail or the last four of any of them; products by SKU, barcode or title; open causes by what they name. */
export async function search(text: string, limit = 12): Promise<Found[]> {
  const value = searchForm(text);
  if (value.length < 2) return [];
  const exact = [value, ...(text.includes("@") ? [emailHash(text)] : [])];
  const [orders, products, causes] = await Promise.all([
    db.$queryRaw<{ key: string; shopId: string; label: string; state: string; shopName: string; reason: string }[]>`
      with hits as (
        select shop_id, key, 0 as far from search_key where value = any(${exact}::text[]) and entity = 'order'
        union all (select shop_id, key, 1 from search_key where value like ${`${value.replace(/[%_\\]/g, "\\$&")}%`} and kind <> 'email' and entity = 'order' limit 50)
        union all (select shop_id, key, 2 from search_key where ${value.length === 4} and right(value, 4) = ${value} and kind <> 'email' and entity = 'order' limit 50))
      select l.order_id as key, l.shop_id as "shopId", l.name as label, l.state, s.name as "shopName", l.reason
      from (select shop_id, key, min(far) as far from hits group by shop_id, key) h join order_lane l on l.shop_id = h.shop_id and l.order_id = h.key
      join connection s on s.id = l.shop_id order by h.far, l.placed_at desc nulls last limit ${limit}`,
    db.$queryRaw<{ sku: string; shopId: string; title: string; name: string }[]>`
      (select c.sku, c.connection_id as "shopId", c.title, n.name from catalogue_item c join connection n on n.id = c.connection_id where (c.sku = ${text.trim()} or c.barcode = ${text.trim()}) and c.gone_at is null limit ${limit})
      union (select c.sku, c.connection_id, c.title, n.name from catalogue_item c join connection n on n.id = c.connection_id where c.norm like ${`${value.toUpperCase().replace(/[^A-Z0-9]/g, "")}%`} and ${/[a-z0-9]{2}/.test(value)} and c.gone_at is null limit ${limit}) limit ${limit}`,
    db.$queryRaw<{ id: string; kind: string; entity: string; records: number; shopId: string }[]>`
      select id, kind, entity, records, connection_id as "shopId" from cause where state <> 'resolved' and entity ilike ${`%${text.trim().replace(/[%_\\]/g, "\\$&")}%`} limit 5`,
  ]);
  return [
    ...orders.map(({ key, shopId, label, state, shopName, reason }) => ({
      kind: "order" as const,
      key,
      shopId,
      label,
      detail: `${shopName} · ${state}${reason ? ` · ${reason}` : ""}`,
    })),
    ...causes.map(({ id, kind, entity, records, shopId }) => ({
      kind: "cause" as const,
      key: id,
      shopId,
      label: entity,
      detail: `${kind} · holds ${records}`,
    })),
    ...products.map(({ sku, shopId, title, name }) => ({
      kind: "product" as const,
      key: sku,
      shopId,
      label: sku,
      detail: `${title} · ${name}`,
    })),
  ];
}
