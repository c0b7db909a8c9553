import { db } from "./client";
import { orderHits } from "./order-hits";
import { searchForm } from "./search-keys";

export type Found = { kind: "order" | "product" | "cause"; label: string; detail: string; key: string; shopId: string };

/** Orders by number, id, external id, till id, e-mail or the last four of any of them; products by SKU, barcode or title; open causes by what they name. */
export async function search(text: string, limit = 12): Promise<Found[]> {
  const value = searchForm(text);
  const hits = orderHits(text);
  if (!hits) return [];
  const [orders, products, causes] = await Promise.all([
    db.$queryRaw<{ key: string; shopId: string; label: string; state: string; shopName: string; reason: string }[]>`
      select l.order_id as key, l.shop_id as "shopId", l.name as label, l.state, s.name as "shopName", l.reason
      from (${hits}) h join order_lane l on l.shop_id = h.shop_id and l.order_id = h.key
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
