import { randomUUID } from "node:crypto";

import type { LinkEdit } from "@/lib/domain/mapping/link";
import { type Db, db, rows } from "./client";
import { markEverywhere } from "./stock-pairs";

export type EditSource = "person" | "csv" | "undo";
type Stored = { kind: string; theirs: string; ours: string | null; state: string };

/** Saves mappings and their history as one batch that can be undone. Answers the batch's id; null when nothing changed. */
export async function saveLinks(
  tx: Db,
  shopId: string,
  edits: readonly LinkEdit[],
  by: string,
  source: EditSource,
  batchId: string = randomUUID(),
): Promise<string | null> {
  const distinct = [...new Map(edits.map((edit) => [`${edit.kind}|${edit.theirs}`, edit])).values()];
  const before = await tx.$queryRaw<Stored[]>`
    select l.kind, l.theirs, l.ours, l.state from link l join json_to_recordset(${rows(distinct)}) as r(kind text, theirs text) on r.kind = l.kind and r.theirs = l.theirs
    where l.shop_id = ${shopId}::uuid for update of l`;
  const was = new Map(before.map((row) => [`${row.kind}|${row.theirs}`, row]));
  const changed = distinct.filter(({ kind, theirs, ours }) => (was.get(`${kind}|${theirs}`)?.ours ?? null) !== ours);
  if (changed.length === 0) return null;

  await tx.$executeRaw`
    insert into link_change (batch_id, shop_id, kind, theirs, before, after, by)
    select ${batchId}::uuid, ${shopId}::uuid, r.kind, r.theirs, r.before, r.after, ${by}
    from json_to_recordset(${rows(changed.map(({ kind, theirs, ours }) => ({ kind, theirs, before: was.get(`${kind}|${theirs}`) ?? null, after: ours === null ? null : { kind, theirs, ours } })))}) as r(kind text, theirs text, before jsonb, after jsonb)`;
  await tx.$executeRaw`
    delete from link l using json_to_recordset(${rows(changed.filter(({ ours }) => ours === null))}) as r(kind text, theirs text)
    where l.shop_id = ${shopId}::uuid and l.kind = r.kind and l.theirs = r.theirs`;
  await tx.$executeRaw`
    insert into link (id, shop_id, kind, theirs, ours, source, changed_by)
    select gen_random_uuid(), ${shopId}::uuid, r.kind, r.theirs, r.ours, ${source}, ${by}
    from json_to_recordset(${rows(changed.filter(({ ours }) => ours !== null))}) as r(kind text, theirs text, ours text)
    on conflict (shop_id, kind, theirs) do update set ours = excluded.ours, state = 'mapped', source = excluded.source, changed_by = excluded.changed_by, changed_at = now()`;
  await markLinked(tx, shopId, changed);
  return batchId;
}

/** What a mapping joins shows another stock from now on. */
async function markLinked(tx: Db, shopId: string, changed: readonly LinkEdit[]): Promise<void> {
  const shop = await tx.connection.findUnique({ where: { id: shopId }, select: { posId: true } });
  if (!shop?.posId) return;
  const of = (kind: LinkEdit["kind"]) => changed.filter((edit) => edit.kind === kind).map(({ theirs }) => theirs);
  const [skus, locationIds] = [of("sku"), of("location")];
  if (skus.length > 0) await markEverywhere(tx, { id: shopId, posId: shop.posId }, { skus, locationIds: null });
  if (locationIds.length > 0) await markEverywhere(tx, { id: shopId, posId: shop.posId }, { skus: null, locationIds });
}

/** The till's SKUs that these web SKUs point at: by a mapping, else by the same code. */
export async function listTargets(shopId: string, skus: readonly string[]): Promise<string[]> {
  const links = await db.link.findMany({ where: { shopId, kind: "sku", theirs: { in: [...skus] }, state: "mapped" } });
  const ours = new Map(links.map((link) => [link.theirs, link.ours]));
  return [...new Set(skus.map((sku) => ours.get(sku) ?? sku))];
}

export const listLinks = (shopId: string) =>
  db.link.findMany({ where: { shopId, state: "mapped" }, orderBy: [{ kind: "asc" }, { theirs: "asc" }] });

/** By "kind|code": what the shop calls the product or location of an edit. What it does not have is left out. */
export async function listTheirNames(shopId: string, edits: readonly LinkEdit[]): Promise<Map<string, string>> {
  const found = await db.$queryRaw<{ key: string; name: string }[]>`
    with wanted as (select * from json_to_recordset(${rows(edits.filter(({ kind }) => kind !== "service"))}) as r(kind text, theirs text))
    select 'sku|' || c.sku as key, max(c.title) as name from catalogue_item c where c.connection_id = ${shopId}::uuid and c.gone_at is null
      and c.sku in (select theirs from wanted where kind = 'sku') group by c.sku
    union all
    select 'location|' || p.remote_id, p.name from place p where p.connection_id = ${shopId}::uuid and p.remote_id in (select theirs from wanted where kind = 'location')`;
  return new Map(found.map(({ key, name }) => [key, name]));
}
