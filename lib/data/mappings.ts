import { z } from "zod";

import { db, empty, type Prisma, sql } from "./client";

export const MappingFilter = z.object({
  shop: z.union([z.uuid(), z.literal("")]).catch(""),
  show: z.enum(["all", "blocked", "gaps", "mapped", "duplicates", "one-sided"]).catch("all"),
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
    select sku, max(title) as title, max(barcode) as barcode from catalogue_item where connection_id = ${shopId}::uuid and gone_at is null and sku <> '' group by sku
    union all
    select entity, max(evidence ->> 'title'), null from cause where connection_id = ${shopId}::uuid and kind = 'sku-unknown' and state <> 'resolved'
      and not exists (select 1 from catalogue_item c where c.connection_id = ${shopId}::uuid and c.sku = entity and c.gone_at is null) group by entity),
  joined as (
    select t.sku as theirs, t.title, t.barcode, l.ours as linked, coalesce(l.ours, t.sku) as target, l.source, l.changed_by, l.changed_at
    from theirs t left join link l on l.shop_id = ${shopId}::uuid and l.kind = 'sku' and l.theirs = t.sku and l.state = 'mapped'),
  rows as (
    select j.*, p.sku as ours, p.title as "oursTitle",
      case when p.sku is null and j.linked is not null then 'broken' when p.sku is null then 'gap' when j.linked is not null then 'mapped' else 'same-code' end as state,
      k.id as "causeId", coalesce(k.records, 0) as orders, coalesce(k.amount, 0)::float8 as amount, coalesce(k.currency, '') as currency,
      case when p.sku is null then 0 else count(*) over (partition by p.sku) end::int as sharing
    from joined j
    left join lateral (select sku, title from catalogue_item c where c.connection_id = (select id from pos) and c.sku = j.target and c.gone_at is null limit 1) p on true
    left join cause k on k.connection_id = ${shopId}::uuid and k.kind = 'sku-unknown' and k.entity = j.theirs and k.state <> 'resolved')`;

function where({ show, q }: MappingFilter): Prisma.Sql {
  const chosen = {
    all: empty,
    blocked: sql`and orders > 0`,
    gaps: sql`and state in ('gap', 'broken')`,
    mapped: sql`and state = 'mapped'`,
    duplicates: sql`and sharing > 1`,
    "one-sided": sql`and state = 'gap' and orders = 0`,
  }[show];
  return sql`where true ${chosen} ${q === "" ? empty : sql`and (theirs ilike ${`%${q}%`} or title ilike ${`%${q}%`} or target ilike ${`%${q}%`} or barcode = ${q})`}`;
}

/** What needs somebody first: what gaps hold, then gaps, then the rest by code. */
export async function listSkuMappings(shopId: string, filter: MappingFilter, { limit = 200, offset = 0 } = {}): Promise<SkuMapping[]> {
  return db.$queryRaw<SkuMapping[]>`
    ${listed(shopId)} select theirs, title, barcode, case when state = 'broken' then target else ours end as ours, "oursTitle", state, source, u.name as "changedBy", changed_at as "changedAt", "causeId", orders, amount, currency, sharing
    from rows left join app_user u on u.id::text = changed_by ${where(filter)} order by amount desc, (state in ('gap', 'broken')) desc, theirs limit ${limit} offset ${offset}`;
}

export async function countSkuMappings(
  shopId: string,
  filter: MappingFilter,
): Promise<{ all: number; gaps: number; blocked: number; shown: number }> {
  const [row] = await db.$queryRaw<{ all: number; gaps: number; blocked: number; shown: number }[]>`
    ${listed(shopId)} select count(*)::int as all, (count(*) filter (where state in ('gap', 'broken')))::int as gaps, (count(*) filter (where orders > 0))::int as blocked,
      (select count(*)::int from rows ${where(filter)}) as shown from rows`;
  return row!;
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
  causeId: string | null;
  orders: number;
  amount: number;
  currency: string;
  changedAt: Date | null;
};

/** Lines without a code that were mapped, or that hold orders. */
export async function listServiceMappings(shopId: string): Promise<ServiceMapping[]> {
  return db.$queryRaw<ServiceMapping[]>`
    select coalesce(l.theirs, k.entity) as theirs, l.ours, k.id as "causeId", coalesce(k.records, 0) as orders, coalesce(k.amount, 0)::float8 as amount, coalesce(k.currency, '') as currency, l.changed_at as "changedAt"
    from (select * from link where shop_id = ${shopId}::uuid and kind = 'service' and state = 'mapped') l
    full join (select * from cause where connection_id = ${shopId}::uuid and kind = 'line-without-product' and state <> 'resolved') k on k.entity = l.theirs order by 2 nulls first, 1`;
}

export type LinkBatch = {
  batchId: string;
  at: Date;
  byName: string | null;
  by: string;
  undoneAt: Date | null;
  changes: { kind: string; theirs: string; before: string | null; after: string | null }[];
  count: number;
};

export async function listLinkHistory(shopId: string, limit = 50): Promise<LinkBatch[]> {
  return db.$queryRaw<LinkBatch[]>`
    select h.batch_id as "batchId", min(h.at) as at, max(u.name) as "byName", max(h.by) as by, max(h.undone_at) as "undoneAt", count(*)::int as count,
      (json_agg(json_build_object('kind', h.kind, 'theirs', h.theirs, 'before', h.before ->> 'ours', 'after', h.after ->> 'ours') order by h.id))::json as changes
    from link_change h left join app_user u on u.id::text = h.by where h.shop_id = ${shopId}::uuid group by h.batch_id order by 2 desc limit ${limit}`;
}
