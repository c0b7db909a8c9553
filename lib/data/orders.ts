import type { OrderFilter } from "@/lib/domain/orders/order-filter";
import { db, empty, type Prisma, sql } from "./client";
import { type Keyset, pageOf, startOfToday } from "./keyset";
import { orderHits } from "./order-hits";
import { laneMoney, looksInside, orderMoney, partOf } from "./order-money";

export type OrderRow = {
  shopId: string;
  orderId: string;
  name: string;
  shopName: string;
  posName: string;
  state: string;
  outcome: string;
  reason: string;
  amount: number;
  currency: string;
  units: number;
  seenAt: Date;
  promiseAt: Date | null;
  settledAt: Date | null;
  causes: { id: string; kind: string; entity: string; evidence: Record<string, unknown> }[];
};

const seenAt = sql`coalesce(l.placed_at, l.hinted_at)`;
const limits = {
  broken: sql`now()`,
  "4h": sql`now() + interval '4 hours'`,
  today: sql`greatest(${startOfToday()} + interval '1 day', now())`,
} as const;

/** When it is promised: a condition on order_lane l. */
export const promised = (promise: OrderFilter["promise"]): Prisma.Sql => {
  if (promise === "") return empty;
  if (promise === "day") return sql`and l.promise_at >= ${startOfToday()} and l.promise_at < ${startOfToday()} + interval '1 day'`;
  return sql`and l.state <> 'done' and l.promise_at < ${limits[promise]}`;
};

/** Lists, totals and the figures on the home page share it. */
function where(filter: OrderFilter): Prisma.Sql {
  const { q, state, promise, shop, healed, due, cause, promotion } = filter;
  const hits = q === "" ? null : orderHits(q);
  return sql`where ${laneMoney(filter)}
    ${looksInside(filter) ? sql`and (l.shop_id, l.order_id) in (select m."shopId", m."orderId" from (${orderMoney(sql`${laneMoney(filter)} ${promised(promise)}`)}) m where ${partOf(filter)})` : empty}
    ${cause === "" ? empty : sql`and (l.shop_id, l.order_id) in (select e.shop_id, e.key from exception e where e.entity = 'order' and e.state in ('held', 'set-aside') and e.cause_id = ${cause}::uuid)`}
    ${promotion === "" ? empty : sql`and (l.shop_id, l.order_id) in (select d.shop_id, d.order_id from price_difference d where d.promotion_id = ${promotion}::uuid)`}
    ${state === "" ? empty : state === "open" ? sql`and l.state <> 'done'` : sql`and l.state = ${state}`}
    ${promised(promise)}
    ${due === "" ? empty : sql`and l.state in ('ready', 'waiting') and l.not_before <= now()`}
    ${
      healed === ""
        ? empty
        : sql`and l.state = 'done' and l.outcome = 'confirmed' and (l.shop_id, l.order_id) in (
            select e.shop_id, e.key from exception e where e.entity = 'order' and e.state = 'released' and e.released_at >= ${startOfToday(shop)})
          and not exists (select 1 from release_line p join release_plan plan on plan.id = p.plan_id
            where p.shop_id = l.shop_id and p.order_id = l.order_id and p.lane_version is not null and plan.by <> 'flow')`
    }
    ${q === "" ? empty : hits ? sql`and (l.shop_id, l.order_id) in (select shop_id, key from (${hits}) hit)` : sql`and false`}`;
}

export type OrderPage = { orders: OrderRow[]; next: string | null };

/** Newest first. */
export async function listOrders(filter: OrderFilter, after: Keyset | null, limit = 100): Promise<OrderPage> {
  const found = await db.$queryRaw<OrderRow[]>`
    select l.shop_id as "shopId", l.order_id as "orderId", l.name, s.name as "shopName", p.name as "posName", l.state, l.outcome, l.reason, l.amount::float8 as amount, l.currency, l.units,
      ${seenAt} as "seenAt", l.promise_at as "promiseAt", l.settled_at as "settledAt",
      case when l.state = 'held' then coalesce((select json_agg(json_build_object('id', c.id, 'kind', c.kind, 'entity', c.entity, 'evidence', c.evidence)) from exception e join cause c on c.id = e.cause_id
        where e.entity = 'order' and e.shop_id = l.shop_id and e.key = l.order_id and e.state = 'held'), '[]') else '[]' end as causes
    from order_lane l join connection s on s.id = l.shop_id join connection p on p.id = l.pos_id ${where(filter)}
      ${after ? sql`and (${seenAt}, l.order_id) < (${after.at}::timestamptz, ${after.id})` : empty}
    order by ${seenAt} desc, l.order_id desc limit ${limit + 1}`;
  const { rows, next } = pageOf(found, limit, ({ seenAt: at, orderId: id }) => ({ at, id }));
  return { orders: rows, next };
}

export type MoneyTotals = { currency: string; shop: number; till: number; shopVat: number; tillVat: number };
export type OrderTotals = {
  orders: number;
  people: number;
  amounts: { currency: string; amount: number }[];
  oldestAt: Date | null;
  /** Both sides of the part that the filter means, where it asks for one: a store's share, the rows at one rate. */
  money: MoneyTotals[] | null;
};

export async function countOrders(filter: OrderFilter): Promise<OrderTotals> {
  const found = sql`from order_lane l join connection s on s.id = l.shop_id ${where(filter)}`;
  const [[count], amounts, money] = await Promise.all([
    db.$queryRaw<{ orders: number; people: number; oldestAt: Date | null }[]>`
      select count(*)::int as orders, count(distinct nullif(l.customer_hash, ''))::int as people, min(${seenAt}) as "oldestAt" ${found}`,
    db.$queryRaw<{ currency: string; amount: number }[]>`
      select l.currency, sum(l.amount)::float8 as amount ${found} and l.currency <> '' group by 1 order by 2 desc`,
    filter.what === "" || filter.what === "void"
      ? null
      : db.$queryRaw<MoneyTotals[]>`
          select m.currency, sum(m.shop)::float8 as shop, sum(m.till)::float8 as till, sum(m.shop_vat)::float8 as "shopVat", sum(m.till_vat)::float8 as "tillVat"
          from (${orderMoney(laneMoney(filter))}) m where (m."shopId", m."orderId") in (select l.shop_id, l.order_id ${found}) and ${partOf(filter)} group by 1 order by 2 desc`,
  ]);
  return { orders: count?.orders ?? 0, people: count?.people ?? 0, oldestAt: count?.oldestAt ?? null, amounts, money };
}
