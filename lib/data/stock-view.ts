import { z } from "zod";

import { worthOf } from "@/lib/domain/money";
import type { DriftFilter } from "@/lib/domain/stock/drift-filter";
import { db, empty, type Prisma, sql } from "./client";
import { demandDays, type Elsewhere, isSoldOut, isWanted, listElsewhere, soldOf } from "./wanted-pairs";

export type DriftRow = {
  shopId: string;
  shopName: string;
  locationId: string;
  locationName: string;
  sku: string;
  title: string;
  /** Units at the till, with their decimals; null = not read yet. */
  onShelf: number | null;
  reserved: number | null;
  unseenUnits: number;
  buffer: number;
  sellable: number | null;
  shopAvailable: number | null;
  /** Above zero the web offers more than may be sold. */
  drift: number | null;
  amount: number;
  currency: string;
  driftSince: Date | null;
  isInFlight: boolean;
  isUrgent: boolean;
  markedAt: Date | null;
  confirmedAt: Date | null;
  writtenAt: Date | null;
  lagMs: number | null;
  heldBy: string;
  /** Changes made in the shop by hand or by another app in the last seven days, and how many of these raised the figure. */
  edits: number;
  editsUp: number;
  /** None left where it sells: units sold in four weeks, what that is worth a week, and who has some. Only in the list of these. */
  wanted: { sold: number; weekly: number; elsewhere: Elsewhere } | null;
};

/** The last row of the page before. */
export const DriftKeyset = z.object({ rank: z.coerce.number().int(), shopId: z.uuid(), locationId: z.string(), sku: z.string() });
export type DriftKeyset = z.infer<typeof DriftKeyset>;

const drift = sql`case when p.drift_since is not null then p.shop_available - p.sellable end`;
const inFlight = sql`(p.version > p.cleared or coalesce(p.leased_until > now(), false))`;
const chosen = {
  known: empty,
  all: sql`and (p.drift_since is not null or p.held_by <> '' or p.version > p.cleared)`,
  differs: sql`and p.drift_since is not null`,
  danger: sql`and p.drift_since is not null and p.shop_available > p.sellable`,
  lost: sql`and p.drift_since is not null and p.shop_available < p.sellable`,
  "in-flight": sql`and ${inFlight}`,
  held: sql`and p.held_by <> ''`,
  wanted: sql`and ${isWanted}`,
  edited: sql`and (p.shop_id, p.location_id, p.sku) in (select e.shop_id, e.location_id, e.sku from stock_entry e where e.what = 'shop-change' and e.at > now() - interval '7 days')`,
} satisfies Record<DriftFilter["show"], Prisma.Sql>;

const withoutShow = ({ shop, location, q }: Omit<DriftFilter, "show">): Prisma.Sql => sql`where true
  ${shop === "" ? empty : sql`and p.shop_id = ${shop}::uuid`} ${location === "" ? empty : sql`and p.location_id = ${location}`}
  ${q === "" ? empty : sql`and (p.sku ilike ${`%${q}%`} or exists (select 1 from catalogue_item i where i.connection_id = p.shop_id and i.sku = p.sku and (i.title ilike ${`%${q}%`} or i.barcode = ${q})))`}`;

// Danger first, largest first, then lost sales, then the rest; of what is wanted what sells most.
const byDanger = sql`case when p.drift_since is null then 2000000000 when p.shop_available > p.sellable then -(p.shop_available - p.sellable) else 1000000000 - (p.sellable - p.shop_available) end`;

type Found = DriftRow & { rank: number; price: string | null; sold?: number };

/** What differs, is held or is being looked at: what endangers orders first. */
export async function listDrift(filter: DriftFilter, after: DriftKeyset | null, limit = 100): Promise<(DriftRow & { rank: number })[]> {
  const isWantedList = filter.show === "wanted";
  const rank = isWantedList ? sql`-least(2000000000, sold * greatest(1, coalesce(price::numeric, 0) * 100))::int` : sql`danger`;
  const found = await db.$queryRaw<Found[]>`
    select * from (select *, ${rank} as rank from (
      select p.shop_id as "shopId", s.name as "shopName", p.location_id as "locationId", coalesce(l.name, p.location_id) as "locationName", p.sku, coalesce(item.title, '') as title,
        p.pos_total::float8 / 1000 as "onShelf", p.pos_reserved::float8 / 1000 as reserved, p.unseen_units as "unseenUnits", p.buffer, p.sellable, p.shop_available as "shopAvailable", ${drift} as drift, item.price::text as price, s.currency, p.drift_since as "driftSince", ${inFlight} as "isInFlight", p.is_urgent as "isUrgent",
        case when p.version > p.cleared then p.marked_at end as "markedAt", p.confirmed_at as "confirmedAt", p.written_at as "writtenAt", p.lag_ms as "lagMs", p.held_by as "heldBy",
        edited.edits, edited.up as "editsUp", ${byDanger} as danger ${isWantedList ? sql`, ${soldOf} as sold` : empty}
      from stock_pair p join connection s on s.id = p.shop_id left join place l on l.connection_id = p.shop_id and l.remote_id = p.location_id
      left join lateral (select title, price from catalogue_item i where i.connection_id = p.shop_id and i.sku = p.sku and i.gone_at is null limit 1) item on true
      left join lateral (
        select count(*)::int as edits, (count(*) filter (where e.after > e.before))::int as up from stock_entry e
        where e.shop_id = p.shop_id and e.location_id = p.location_id and e.sku = p.sku and e.what = 'shop-change' and e.at > now() - interval '7 days') edited on true
      ${withoutShow(filter)} ${isWantedList ? sql`and ${isSoldOut}` : chosen[filter.show]}) seen ${isWantedList ? sql`where sold > 0` : empty}) listed
    ${after ? sql`where (rank, "shopId", "locationId", sku) > (${after.rank}, ${after.shopId}::uuid, ${after.locationId}, ${after.sku})` : empty}
    order by rank, "shopId", "locationId", sku limit ${limit}`;
  const elsewhere = isWantedList ? await listElsewhere(found) : new Map<string, Elsewhere>();
  return found.map(({ price, sold, ...row }) => {
    const others = elsewhere.get(`${row.shopId}/${row.locationId}/${row.sku}`) ?? [];
    const weekly = Math.round((worthOf(price, sold ?? 0, row.currency) * 7) / demandDays);
    return {
      ...row,
      amount: worthOf(price, Math.abs(row.drift ?? 0), row.currency),
      wanted: sold === undefined ? null : { sold, weekly, elsewhere: others },
    };
  });
}

/** In one currency: what orders could be endangered, and what sales are hidden, at the price of one. */
export type DriftMoney = { currency: string; danger: number; lost: number };
export type DriftCounts = Record<DriftFilter["show"], number> & { oldestConfirmedAt: Date | null; money: DriftMoney[] };

/** How many rows each choice of `show` would list. */
export async function countDrift(filter: Omit<DriftFilter, "show">): Promise<DriftCounts> {
  const count = (show: DriftFilter["show"]) => sql`(count(*) filter (where true ${chosen[show]}))::int`;
  const [[row], money] = await Promise.all([
    db.$queryRaw<Omit<DriftCounts, "money">[]>`
      select ${count("all")} as "all", ${count("differs")} as differs, ${count("danger")} as danger, ${count("lost")} as lost, ${count("in-flight")} as "in-flight", ${count("held")} as held,
        ${count("wanted")} as wanted, ${count("edited")} as edited, count(*)::int as known, min(p.confirmed_at) as "oldestConfirmedAt" from stock_pair p ${withoutShow(filter)}`,
    sumDrift(filter),
  ]);
  return { ...row!, money };
}

/** The sums of the lists of danger and lost sales, row by row as they show it. */
async function sumDrift(filter: Omit<DriftFilter, "show">): Promise<DriftMoney[]> {
  const groups = await db.$queryRaw<{ currency: string; price: string | null; drift: number; pairs: number }[]>`
    select s.currency, item.price::text as price, p.shop_available - p.sellable as drift, count(*)::int as pairs from stock_pair p join connection s on s.id = p.shop_id
    left join lateral (select price from catalogue_item i where i.connection_id = p.shop_id and i.sku = p.sku and i.gone_at is null limit 1) item on true
    ${withoutShow(filter)} ${chosen.differs} group by 1, 2, 3`;
  return [...Map.groupBy(groups, ({ currency }) => currency)].map(([currency, of]) => {
    const sum = (sign: number) =>
      of.reduce(
        (total, { price, drift, pairs }) => total + (Math.sign(drift) === sign ? worthOf(price, Math.abs(drift), currency) * pairs : 0),
        0,
      );
    return { currency, danger: sum(1), lost: sum(-1) };
  });
}

/** The 95th percentile and the middle of what it took from a movement to the confirmed figure online, over an hour. */
export async function measureLag(shopId: string): Promise<{ p50: number | null; p95: number | null; confirmed: number }> {
  const [row] = await db.$queryRaw<{ p50: number | null; p95: number | null; confirmed: number }[]>`
    select percentile_disc(0.5) within group (order by lag_ms) as p50, percentile_disc(0.95) within group (order by lag_ms) as p95, count(*)::int as confirmed
    from stock_pair where shop_id = ${shopId}::uuid and lag_ms is not null and written_at > now() - interval '1 hour'`;
  return row!;
}
