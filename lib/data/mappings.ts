import { z } from "zod";
import type { LinkEdit } from "@/lib/domain/mapping/link";

import { db, join, type Prisma, raw, sql } from "./client";

/** near: a gap whose code the till has but for case, spaces, dashes or leading zeros */
export const MappingShow = z.enum(["all", "blocked", "gaps", "near", "one-sided", "duplicates", "mapped"]);
export type MappingShow = z.infer<typeof MappingShow>;

export const MappingFilter = z.object({
  shop: z.union([z.uuid(), z.literal("")]).catch(""),
  show: MappingShow.catch("all"),
  q: z.string().max(100).catch(""),
});
export type MappingFilter = z.infer<typeof MappingFilter>;

/** mapped: by a saved mapping · same-code: no mapping needed · gap: sold or listed online, not at the till */
export type MappingState = "mapped" | "same-code" | "gap" | "broken";
export type SkuMapping = {
  theirs: string;
  title: string;
  barcode: string | null;
  ours: string | null;
  oursTitle: string | null;
  /** False where the till has the product switched off. */
  isSold: boolean;
  state: MappingState;
  source: string | null;
  changedBy: string | null;
  changedAt: Date | null;
  causeId: string | null;
  orders: number;
  amount: number;
  currency: string;
  /** How many web SKUs point at the same product of the till. */
  sharing: number;
};

// Web SKUs are those of the shop's catalogue and those that orders asked for and were held by.
const listed = (shopId: string) => sql`
  with pos as (select pos_id as id from connection where id = ${shopId}::uuid),
  theirs as (
    select sku, max(title) as title, max(barcode) as barcode, max(norm) as norm from catalogue_item where connection_id = ${shopId}::uuid and gone_at is null and sku <> '' group by sku
    union all
    select entity, max(evidence ->> 'title'), null, ltrim(regexp_replace(upper(entity), '[^[:alnum:]]', '', 'g'), '0') from cause where connection_id = ${shopId}::uuid and kind = 'sku-unknown' and state <> 'resolved'
      and not exists (select 1 from catalogue_item c where c.connection_id = ${shopId}::uuid and c.sku = entity and c.gone_at is null) group by entity),
  joined as (
    select t.sku as theirs, t.title, t.barcode, t.norm, l.ours as linked, coalesce(l.ours, t.sku) as target, l.source, l.changed_by, l.changed_at
    from theirs t left join link l on l.shop_id = ${shopId}::uuid and l.kind = 'sku' and l.theirs = t.sku and l.state = 'mapped'),
  rows as (
    select j.*, p.sku as ours, p.title as "oursTitle", coalesce(p.is_active, true) as "isSold",
      case when p.sku is null and j.linked is not null then 'broken' when p.sku is null then 'gap' when j.linked is not null then 'mapped' else 'same-code' end as state,
      coalesce(k.id, i.id) as "causeId", coalesce(k.records, i.records, 0) as orders, coalesce(k.amount, i.amount, 0)::float8 as amount, coalesce(k.currency, i.currency, '') as currency,
      case when p.sku is null then 0 else count(*) over (partition by p.sku) end::int as sharing
    from joined j
    left join lateral (select sku, title, is_active from catalogue_item c where c.connection_id = (select id from pos) and c.sku = j.target and c.gone_at is null limit 1) p on true
    left join cause k on k.connection_id = ${shopId}::uuid and k.kind = 'sku-unknown' and k.entity = j.theirs and k.state <> 'resolved'
    left join cause i on i.connection_id = ${shopId}::uuid and i.kind = 'sku-inactive' and i.entity = j.target and i.state <> 'resolved')`;

const chosen: Record<MappingShow, Prisma.Sql> = {
  all: sql`true`,
  blocked: sql`orders > 0`,
  gaps: sql`state in ('gap', 'broken')`,
  near: sql`state in ('gap', 'broken') and norm <> '' and exists (select 1 from catalogue_item c where c.connection_id = (select id from pos) and c.norm = rows.norm and c.gone_at is null)`,
  "one-sided": sql`state = 'gap' and orders = 0`,
  duplicates: sql`sharing > 1`,
  mapped: sql`state = 'mapped'`,
};

function matching(q: string): Prisma.Sql {
  const like = `%${q.trim().replace(/[%_\\]/g, "\\$&")}%`;
  return q.trim() === "" ? sql`true` : sql`(theirs ilike ${like} or title ilike ${like} or target ilike ${like} or barcode = ${q.trim()})`;
}

/** What needs somebody first: what gaps hold, then gaps, then the rest by code. */
export async function listSkuMappings(
  shopId: string,
  { show, q }: Pick<MappingFilter, "show" | "q">,
  { limit = 200, offset = 0 } = {},
): Promise<SkuMapping[]> {
  return db.$queryRaw<SkuMapping[]>`
    ${listed(shopId)} select theirs, coalesce(title, '') as title, barcode, case when state = 'broken' then target else ours end as ours, "oursTitle", "isSold", state, source,
      u.name as "changedBy", changed_at as "changedAt", "causeId", orders, amount, currency, sharing
    from rows left join app_user u on u.id::text = changed_by where ${chosen[show]} and ${matching(q)}
    order by amount desc, (state in ('gap', 'broken')) desc, theirs limit ${limit} offset ${offset}`;
}

export type MappingCounts = Record<MappingShow, number>;

/** How many each choice shows under the same search. */
export async function countSkuMappings(shopId: string, q: string): Promise<MappingCounts> {
  const counts = join(MappingShow.options.map((show) => sql`(count(*) filter (where ${chosen[show]}))::int as ${raw(`"${show}"`)}`));
  const [row] = await db.$queryRaw<MappingCounts[]>`${listed(shopId)} select ${counts} from rows where ${matching(q)}`;
  return row!;
}

export type SafeMatch = Pick<SkuMapping, "theirs" | "title" | "orders" | "amount" | "currency"> & {
  barcode: string;
  ours: string;
  oursTitle: string;
};

/** Gaps whose barcode exactly one product of the till carries: the only evidence that is accepted in bulk. */
export async function listSafeMatches(shopId: string, { show, q }: Pick<MappingFilter, "show" | "q">, limit = 2_000): Promise<SafeMatch[]> {
  return db.$queryRaw<SafeMatch[]>`
    ${listed(shopId)} select theirs, coalesce(title, '') as title, orders, amount, currency, rows.barcode, one.pos_sku as ours, one.pos_title as "oursTitle" from rows
    join lateral (
      select min(c.sku) as pos_sku, min(c.title) as pos_title from catalogue_item c
      where c.connection_id = (select id from pos) and c.gone_at is null and c.is_active and c.barcode = rows.barcode having count(distinct c.sku) = 1) one on true
    where state in ('gap', 'broken') and rows.barcode <> '' and ${chosen[show]} and ${matching(q)} order by amount desc, theirs limit ${limit}`;
}

export type LocationMapping = {
  theirs: string;
  name: string;
  isActive: boolean;
  offersPickup: boolean;
  ours: string | null;
  warehouse: string | null;
  storeName: string | null;
  causeId: string | null;
  orders: number;
  amount: number;
  currency: string;
  changedAt: Date | null;
  changedBy: string | null;
};

export async function listLocationMappings(shopId: string): Promise<LocationMapping[]> {
  return db.$queryRaw<LocationMapping[]>`
    select p.remote_id as theirs, p.name, p.is_active as "isActive", p.offers_pickup as "offersPickup", l.ours, w.name as warehouse, w.store_name as "storeName", k.id as "causeId",
      coalesce(k.records, 0) as orders, coalesce(k.amount, 0)::float8 as amount, coalesce(k.currency, '') as currency, l.changed_at as "changedAt", u.name as "changedBy"
    from place p join connection s on s.id = p.connection_id
    left join link l on l.shop_id = p.connection_id and l.kind = 'location' and l.theirs = p.remote_id and l.state = 'mapped'
    left join place w on w.connection_id = s.pos_id and w.remote_id = l.ours left join app_user u on u.id::text = l.changed_by
    left join cause k on k.connection_id = p.connection_id and k.kind = 'location-unmapped' and k.entity = p.remote_id and k.state <> 'resolved'
    where p.connection_id = ${shopId}::uuid order by (l.ours is null) desc, p.name`;
}

export type ServiceMapping = {
  theirs: string;
  ours: string | null;
  oursTitle: string | null;
  causeId: string | null;
  orders: number;
  amount: number;
  currency: string;
  changedAt: Date | null;
  changedBy: string | null;
};

/** Lines without a code that were mapped, or that hold orders. */
export async function listServiceMappings(shopId: string): Promise<ServiceMapping[]> {
  return db.$queryRaw<ServiceMapping[]>`
    select coalesce(l.theirs, k.entity) as theirs, l.ours, (select max(c.title) from catalogue_item c join connection s on s.pos_id = c.connection_id where s.id = ${shopId}::uuid and c.sku = l.ours and c.gone_at is null) as "oursTitle",
      k.id as "causeId", coalesce(k.records, 0) as orders, coalesce(k.amount, 0)::float8 as amount, coalesce(k.currency, '') as currency, l.changed_at as "changedAt", u.name as "changedBy"
    from (select * from link where shop_id = ${shopId}::uuid and kind = 'service' and state = 'mapped') l
    full join (select * from cause where connection_id = ${shopId}::uuid and kind = 'line-without-product' and state <> 'resolved') k on k.entity = l.theirs
    left join app_user u on u.id::text = l.changed_by order by 2 nulls first, 1`;
}

export type LinkBatch = {
  batchId: string;
  at: Date;
  byName: string | null;
  by: string;
  undoneAt: Date | null;
  /** The first two hundred. A location's and a warehouse's name; null where the code is the name. */
  changes: {
    kind: string;
    theirs: string;
    before: string | null;
    after: string | null;
    name: string | null;
    beforeName: string | null;
    afterName: string | null;
  }[];
  count: number;
  kinds: Partial<Record<LinkEdit["kind"] | "promotion", number>>;
};

const mostChanges = 200;

export async function listLinkHistory(shopId: string, limit = 50): Promise<LinkBatch[]> {
  return db.$queryRaw<LinkBatch[]>`
    with latest as (select batch_id, min(at) as at from link_change where shop_id = ${shopId}::uuid group by batch_id order by 2 desc limit ${limit}),
    counted as (
      select batch_id, sum(count)::int as count, jsonb_object_agg(kind, count) as kinds
      from (select batch_id, kind, count(*)::int as count from link_change where batch_id in (select batch_id from latest) group by batch_id, kind) k group by batch_id),
    listed as (
      select c.*, row_number() over (partition by c.batch_id order by c.id) as place from link_change c where c.batch_id in (select batch_id from latest))
    select h.batch_id as "batchId", n.at, max(u.name) as "byName", max(h.by) as by, max(h.undone_at) as "undoneAt", t.count, t.kinds,
      (json_agg(json_build_object('kind', h.kind, 'theirs', h.theirs, 'before', h.before ->> 'ours', 'after', h.after ->> 'ours', 'name', coalesce(p.name, h.after -> 'promotion' ->> 'name', h.before -> 'promotion' ->> 'name'), 'beforeName', b.name, 'afterName', a.name) order by h.id))::json as changes
    from listed h join latest n on n.batch_id = h.batch_id join counted t on t.batch_id = h.batch_id
    join connection s on s.id = h.shop_id left join app_user u on u.id::text = h.by
    left join place p on h.kind = 'location' and p.connection_id = h.shop_id and p.remote_id = h.theirs
    left join place b on h.kind = 'location' and b.connection_id = s.pos_id and b.remote_id = h.before ->> 'ours'
    left join place a on h.kind = 'location' and a.connection_id = s.pos_id and a.remote_id = h.after ->> 'ours'
    where h.place <= ${mostChanges} group by h.batch_id, n.at, t.count, t.kinds order by n.at desc`;
}
