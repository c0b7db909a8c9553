import { normalForm } from "@/lib/domain/mapping/normal-form";
import { type Candidate, type Suggestion, suggest } from "@/lib/domain/mapping/suggest";
import { db } from "./client";

/** What the till's catalogue offers for web SKUs, by barcode, normal form, code endings and words of the title. */
export async function suggestFor(shopId: string, skus: readonly string[]): Promise<Map<string, Suggestion[]>> {
  const shop = await db.connection.findUniqueOrThrow({ where: { id: shopId } });
  const theirs = await db.$queryRaw<{ sku: string; title: string; barcode: string | null }[]>`
    select a.sku, coalesce((select max(title) from catalogue_item c where c.connection_id = ${shopId}::uuid and c.sku = a.sku),
        (select max(evidence ->> 'title') from cause k where k.connection_id = ${shopId}::uuid and k.kind = 'sku-unknown' and k.entity = a.sku), '') as title,
      (select max(barcode) from catalogue_item c where c.connection_id = ${shopId}::uuid and c.sku = a.sku) as barcode
    from unnest(${skus}::text[]) as a(sku)`;
  const found = await Promise.all(theirs.map(async (one) => [one.sku, suggest(one, await candidatesFor(shop.posId!, one))] as const));
  return new Map(found);
}

async function candidatesFor(
  posId: string,
  { sku, title, barcode }: { sku: string; title: string; barcode: string | null },
): Promise<Candidate[]> {
  const norm = normalForm(sku);
  const words = (title.match(/[\p{L}\p{N}]{3,}/gu) ?? []).slice(0, 6);
  return db.$queryRaw<Candidate[]>`
    (select sku, title, barcode, is_active as "isActive" from catalogue_item where connection_id = ${posId}::uuid and gone_at is null and (norm = ${norm} or (barcode is not null and barcode = ${barcode})) limit 20)
    union (select sku, title, barcode, is_active from catalogue_item where connection_id = ${posId}::uuid and gone_at is null and ${norm.length >= 4} and norm like ${`%${norm}`} limit 10)
    union (select sku, title, barcode, is_active from catalogue_item where connection_id = ${posId}::uuid and gone_at is null and ${words.length > 0} and title ilike all(${words.map((word) => `%${word}%`)}::text[]) limit 10)`;
}

/** Type-ahead over the till's products. */
export async function findPosProducts(shopId: string, text: string, limit = 12): Promise<Candidate[]> {
  const like = `%${text.trim().replace(/[%_\\]/g, "\\$&")}%`;
  return db.$queryRaw<Candidate[]>`
    select sku, title, barcode, is_active as "isActive" from catalogue_item where connection_id = (select pos_id from connection where id = ${shopId}::uuid) and gone_at is null
      and (sku ilike ${like} or title ilike ${like} or barcode = ${text.trim()}) order by (sku = ${text.trim()}) desc, length(sku), sku limit ${limit}`;
}
