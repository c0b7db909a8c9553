import type { Period } from "@/lib/domain/finance/period";
import type { Sides } from "@/lib/domain/finance/sides";
import { db, empty, sql } from "./client";
import { laneMoney, orderMoney } from "./order-money";

export type RateSides = Sides & { rate: string | null };
export type StoreSides = Sides & { place: string; name: string; rates: RateSides[] };
export type DaySides = Sides & { day: string; stores: StoreSides[] };
export type Finance = {
  days: DaySides[];
  total: Sides;
  rates: RateSides[];
  elsewhere: { currency: string; orders: number; amount: number }[];
  void: number;
};

type Line = Sides & { currency: string; day: string | null; place: string | null; rate: string | null; level: number };

const order = sql`m."orderId"`;
const of = (state: string) => sql`m.state = ${state}`;
/** Grouped by place and rate, or not: the four sums that the page shows. */
const level = { total: 7, rates: 6, day: 3, store: 1, storeRates: 0 } as const;

/** A shop's orders of a period, day by day and store by store, with both sides of each. One currency; what is in another is named. */
export async function readFinance(shop: { id: string; currency: string }, { from, to }: Period): Promise<Finance> {
  const lanes = (what: "counted" | "void") => laneMoney({ shop: shop.id, from, to, what, currency: "" });
  const [lines, names, [left]] = await Promise.all([
    db.$queryRaw<Line[]>`
      select m.currency, m.day::text, m.place, m.rate, grouping(m.day, m.place, m.rate) as level,
        count(distinct ${order})::int as orders, count(distinct ${order}) filter (where ${of("crossed")})::int as crossed, count(distinct ${order}) filter (where ${of("held")})::int as held,
        count(distinct ${order}) filter (where ${of("waiting")})::int as waiting, count(distinct ${order}) filter (where ${of("by-hand")})::int as "byHand",
        count(distinct ${order}) filter (where ${of("crossed")} and m.shop_vat <> m.till_vat)::int as rounded,
        sum(m.shop)::float8 as shop, sum(m.till)::float8 as till, sum(m.shop_vat)::float8 as "shopVat", sum(m.till_vat)::float8 as "tillVat",
        coalesce(sum(m.till_vat - m.shop_vat) filter (where ${of("crossed")}), 0)::float8 as rounding,
        coalesce(sum(m.shop) filter (where ${of("held")}), 0)::float8 as "heldAmount", coalesce(sum(m.shop) filter (where ${of("waiting")}), 0)::float8 as "waitingAmount",
        coalesce(sum(m.shop) filter (where ${of("by-hand")}), 0)::float8 as "byHandAmount", coalesce(sum(m.till) filter (where m.state <> 'crossed'), 0)::float8 as "tillOfOpen"
      from (${orderMoney(lanes("counted"))}) m
      group by grouping sets ((m.currency), (m.currency, m.rate), (m.currency, m.day), (m.currency, m.day, m.place), (m.currency, m.day, m.place, m.rate))
      having grouping(m.rate) = 1 or m.rate is not null or sum(m.shop) <> 0`,
    listPlaceNames(shop.id),
    db.$queryRaw<
      { count: number }[]
    >`select count(*)::int as count from order_lane l join connection s on s.id = l.shop_id where ${lanes("void")}`,
  ]);
  const mine = lines.filter(({ currency }) => currency === shop.currency);
  const at = (wanted: number) => mine.filter((line) => line.level === wanted);
  const rates = Map.groupBy(at(level.storeRates), ({ day, place }) => `${day}|${place}`);
  const stores = Map.groupBy(at(level.store), ({ day }) => day);
  return {
    days: at(level.day)
      .map((line) => ({ ...sidesOf(line), day: line.day ?? "", stores: (stores.get(line.day) ?? []).map(toStore).sort(byName) }))
      .sort((a, b) => (a.day < b.day ? 1 : -1)),
    total: sidesOf(at(level.total)[0] ?? nothing),
    rates: at(level.rates).map(toRate).sort(byRate),
    elsewhere: lines
      .filter((line) => line.level === level.total && line.currency !== shop.currency)
      .map(({ currency, orders, shop: amount }) => ({ currency, orders, amount })),
    void: left?.count ?? 0,
  };

  function toStore(line: Line): StoreSides {
    const place = line.place ?? "none";
    const inside = rates.get(`${line.day}|${line.place}`) ?? [];
    return {
      ...sidesOf(line),
      place,
      name: names.get(place) ?? (place === "none" ? "No location" : place),
      rates: inside.map(toRate).sort(byRate),
    };
  }
}

/** Names of a shop's stores as orderMoney knows them: warehouses of its till, and its own locations that are not mapped. */
export async function listPlaceNames(shopId: string | null): Promise<Map<string, string>> {
  const found = await db.$queryRaw<{ place: string; name: string }[]>`
    select case when c.role = 'pos' then p.remote_id else 'shop:' || p.remote_id end as place, p.name || case when c.role = 'pos' then '' else ', not mapped' end as name
    from place p join connection c on c.id = p.connection_id
    ${shopId === null ? empty : sql`where c.id = ${shopId}::uuid or c.id = (select pos_id from connection where id = ${shopId}::uuid)`}`;
  return new Map(found.map(({ place, name }) => [place, name]));
}

export type Holding = {
  id: string;
  kind: string;
  entity: string;
  evidence: Record<string, unknown>;
  orders: number;
  amount: number;
  others: number;
};

/** What holds orders of the period, costliest first. An order with two causes counts in both: `others` = so many of them. */
export const listHolding = (shop: { id: string; currency: string }, { from, to }: Period, limit = 50): Promise<Holding[]> =>
  db.$queryRaw<Holding[]>`
    with held as (
      select l.order_id, l.amount from order_lane l join connection s on s.id = l.shop_id
      where ${laneMoney({ shop: shop.id, from, to, what: "held", currency: shop.currency })}),
    by as (select e.cause_id, h.order_id, h.amount, count(*) over (partition by h.order_id) as causes from held h join exception e on e.entity = 'order' and e.shop_id = ${shop.id}::uuid and e.key = h.order_id and e.state in ('held', 'set-aside'))
    select c.id, c.kind, c.entity, c.evidence, count(*)::int as orders, sum(by.amount)::float8 as amount, (count(*) filter (where by.causes > 1))::int as others
    from by join cause c on c.id = by.cause_id group by c.id order by sum(by.amount) desc, c.id limit ${limit}`;

const nothing: Sides = {
  orders: 0,
  crossed: 0,
  held: 0,
  waiting: 0,
  byHand: 0,
  rounded: 0,
  shop: 0,
  till: 0,
  shopVat: 0,
  tillVat: 0,
  rounding: 0,
  heldAmount: 0,
  waitingAmount: 0,
  byHandAmount: 0,
  tillOfOpen: 0,
};

const sidesOf = (line: Sides): Sides => Object.fromEntries(Object.keys(nothing).map((key) => [key, line[key as keyof Sides]])) as Sides;
const toRate = (line: Line): RateSides => ({ ...sidesOf(line), rate: line.rate });
const byName = (a: StoreSides, b: StoreSides) => a.name.localeCompare(b.name, "en");
const byRate = (a: RateSides, b: RateSides) => Number(b.rate ?? -1) - Number(a.rate ?? -1);
