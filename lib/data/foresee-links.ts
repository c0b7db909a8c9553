import type { LinkEdit } from "@/lib/domain/mapping/link";
import { causeKindsOf } from "@/lib/domain/mapping/link";
import { findCausesOf } from "./causes";
import { listProblems } from "./check-edits";
import { db } from "./client";

export type Foreseen = {
  kind: LinkEdit["kind"];
  theirs: string;
  ours: string | null;
  /** Why it cannot be saved; null when it can. */
  problem: string | null;
  oursTitle: string | null;
  /** Other web SKUs that will sell the same product of the till. */
  sharing: string[];
  /** Free units of that product at the till, or shown at that location; null where never read. */
  units: number | null;
  /** For a location: units of the warehouse that it will show instead. */
  unitsNext: number | null;
};

export type Foresight = { edits: Foreseen[]; causeIds: string[] };

/** What saving these edits means, without saving them. */
export async function foreseeLinks(shopId: string, edits: readonly LinkEdit[]): Promise<Foresight> {
  const products = edits.flatMap(({ kind, ours }) => (kind === "location" || ours === null ? [] : [ours]));
  const [problems, titles, sharing, units, shown, causeIds] = await Promise.all([
    listProblems(db, shopId, edits),
    listTitles(shopId, products),
    listSharing(shopId, edits),
    listFreeUnits(shopId, products),
    listShownUnits(shopId),
    listCausesOf(shopId, edits),
  ]);
  return {
    causeIds,
    edits: edits.map((edit, index): Foreseen => {
      const isLocation = edit.kind === "location";
      const ours = edit.ours ?? "";
      return {
        ...edit,
        problem: problems.get(index) ?? null,
        oursTitle: isLocation ? (shown.get(ours)?.warehouse ?? null) : (titles.get(ours) ?? null),
        sharing: edit.kind === "sku" && ours ? (sharing.get(ours) ?? []).filter((sku) => sku !== edit.theirs) : [],
        units: isLocation ? (byLocation(shown, edit.theirs)?.units ?? null) : (units.get(ours) ?? null),
        unitsNext: isLocation && ours ? (shown.get(ours)?.units ?? null) : null,
      };
    }),
  };
}

async function listCausesOf(shopId: string, edits: readonly LinkEdit[]): Promise<string[]> {
  const before = await db.link.findMany({ where: { shopId, kind: "sku", theirs: { in: skusOf(edits) }, state: "mapped" } });
  const was = new Map(before.map(({ theirs, ours }) => [theirs, ours]));
  return findCausesOf(
    shopId,
    edits.flatMap(({ kind, theirs }) => [
      { kinds: causeKindsOf[kind], entity: theirs },
      // What is switched off at the till is held under the till's code, not the shop's.
      ...(kind === "sku" && was.get(theirs) ? [{ kinds: ["sku-inactive"], entity: was.get(theirs)! }] : []),
    ]),
  );
}

const skusOf = (edits: readonly LinkEdit[]) => edits.flatMap(({ kind, theirs }) => (kind === "sku" ? [theirs] : []));

async function listTitles(shopId: string, skus: readonly string[]): Promise<Map<string, string>> {
  const found = await db.$queryRaw<{ sku: string; title: string }[]>`
    select sku, title from catalogue_item where connection_id = (select pos_id from connection where id = ${shopId}::uuid) and gone_at is null and sku = any(${skus}::text[])`;
  return new Map(found.map(({ sku, title }) => [sku, title]));
}

/** Till SKU → all web SKUs that will point at it, these edits included. */
async function listSharing(shopId: string, edits: readonly LinkEdit[]): Promise<Map<string, string[]>> {
  const edited = edits.filter(({ kind }) => kind === "sku");
  const ours = edited.flatMap((edit) => (edit.ours === null ? [] : [edit.ours]));
  const theirs = edited.map((edit) => edit.theirs);
  const others = await db.$queryRaw<{ theirs: string; ours: string }[]>`
    select l.theirs, l.ours from link l where l.shop_id = ${shopId}::uuid and l.kind = 'sku' and l.state = 'mapped' and l.ours = any(${ours}::text[]) and l.theirs <> all(${theirs}::text[])
    union
    select c.sku, c.sku from catalogue_item c where c.connection_id = ${shopId}::uuid and c.gone_at is null and c.sku = any(${ours}::text[]) and c.sku <> all(${theirs}::text[])
      and not exists (select 1 from link l where l.shop_id = ${shopId}::uuid and l.kind = 'sku' and l.theirs = c.sku and l.state = 'mapped')`;
  const all = [...others, ...edited.flatMap((edit) => (edit.ours === null ? [] : [{ theirs: edit.theirs, ours: edit.ours }]))];
  return new Map([...Map.groupBy(all, (one) => one.ours)].map(([sku, same]) => [sku, same.map((one) => one.theirs).sort()]));
}

/** Till SKU → units free at all its locations, as last read. */
async function listFreeUnits(shopId: string, skus: readonly string[]): Promise<Map<string, number>> {
  const found = await db.$queryRaw<{ sku: string; units: number }[]>`
    with pointing as (
      select theirs, ours from link where shop_id = ${shopId}::uuid and kind = 'sku' and state = 'mapped' and ours = any(${skus}::text[])
      union select s, s from unnest(${skus}::text[]) as s),
    free as (
      select distinct on (n.ours, p.location_id) n.ours, p.pos_total - coalesce(p.pos_reserved, 0) as units from stock_pair p join pointing n on n.theirs = p.sku
      where p.shop_id = ${shopId}::uuid and p.pos_total is not null order by n.ours, p.location_id, p.read_at desc)
    select ours as sku, floor(sum(units) / 1000)::float8 as units from free group by ours`;
  return new Map(found.map(({ sku, units }) => [sku, units]));
}

type Shown = { location: string; warehouse: string; units: number | null };

/** By warehouse: the location it feeds now, and what is sold online from it. */
async function listShownUnits(shopId: string): Promise<Map<string, Shown>> {
  const found = await db.$queryRaw<(Shown & { id: string })[]>`
    select w.remote_id as id, l.theirs as location, w.name as warehouse,
      (select sum(coalesce(p.sellable, p.shop_available))::float8 from stock_pair p where p.shop_id = s.id and p.location_id = l.theirs) as units
    from connection s join place w on w.connection_id = s.pos_id
    left join link l on l.shop_id = s.id and l.kind = 'location' and l.state = 'mapped' and l.ours = w.remote_id where s.id = ${shopId}::uuid`;
  return new Map(found.map(({ id, ...row }) => [id, row]));
}

const byLocation = (shown: ReadonlyMap<string, Shown>, location: string) => [...shown.values()].find((row) => row.location === location);
