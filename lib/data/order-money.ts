import type { OrderFilter } from "@/lib/domain/orders/order-filter";
import { empty, type Prisma, sql } from "./client";

/** What an order `l` is to finance: crossed, held, waiting, by-hand or void. */
export const moneyState = sql`case
  when l.state = 'held' then 'held'
  when l.state in ('ready', 'waiting') then 'waiting'
  when l.outcome = 'skipped' or (l.outcome = 'confirmed' and l.source->>'cancelledAt' is not null) then 'void'
  when l.outcome = 'confirmed' then 'crossed' else 'by-hand' end`;

export const placedDay = sql`(coalesce(l.placed_at, l.hinted_at) at time zone s.zone)::date`;

/** Till's arithmetic for a row, as in predict-vat.ts: gross less net, and numeric rounds half away from zero as well. */
const vatOf = sql`r.paid - round(r.paid / (1 + r.rate / 100))`;

/**
 * Money of orders by place and VAT rate: "shopId", "orderId", day, state, currency, place, rate, shop, shop_vat, till, till_vat.
 * The shop's side adds up to what each order is worth there, to the penny; the till's side is what was read back and found equal.
 * What was sent tells place and rate. An order that is not through counts by what the shop says now, at its first place until it is split.
 * Rate null: money that no line explains. `lanes`: a condition on order_lane l and its shop s.
 */
export const orderMoney = (lanes: Prisma.Sql): Prisma.Sql => sql`
  with lane as (
    select l.shop_id, l.order_id, l.pos_id, l.amount, case when l.source->>'cancelledAt' is null then l.amount else 0 end as worth, l.source,
      coalesce(nullif(l.currency, ''), s.currency) as currency, ${placedDay} as day, ${moneyState} as state
    from order_lane l join connection s on s.id = l.shop_id where ${lanes}),
  sent as (
    select n.shop_id, n.order_id, e.request, e.request->>'warehouseId' as place, e.confirmed_at is not null as is_equal,
      row_number() over (partition by n.shop_id, n.order_id order by e.key) as nth
    from lane n join effect e on e.shop_id = n.shop_id and e.order_id = n.order_id and e.kind in ('pos-order', 'linked-order') where n.state <> 'void'),
  sent_row as (
    select shop_id, order_id, place, is_equal, (r->>'rate')::numeric as rate, (r->>'gross')::numeric - (r->>'discount')::numeric as paid, (r->>'shopTax')::numeric as tax
    from sent cross join jsonb_array_elements(request->'rows') r),
  home as (
    select n.*, coalesce(f.place, k.ours, 'shop:' || a.location, 'none') as place from lane n
    left join sent f on f.shop_id = n.shop_id and f.order_id = n.order_id and f.nth = 1
    left join lateral (
      select case when bool_or(a->>'locationId' is null) then null else (array_agg(a->>'locationId' order by length(a->>'locationId'), a->>'locationId' collate "C"))[1] end as location
      from jsonb_array_elements(n.source->'allocations') a
      where f.place is null and exists (select 1 from jsonb_array_elements(a->'lines') w where (w->>'quantity')::int > 0)) a on true
    left join link k on k.shop_id = n.shop_id and k.kind = 'location' and k.theirs = a.location and k.state = 'mapped'),
  said as (
    select h.shop_id, h.order_id, h.place, t.rate, (line->>'listed')::numeric - (line->>'discount')::numeric + case when (h.source->>'taxesIncluded')::bool then 0 else t.tax end as paid, t.tax
    from home h cross join lateral (
      select line from jsonb_array_elements(h.source->'lines') line where (line->>'quantity')::int > 0
      union all select line from jsonb_array_elements(h.source->'shippingLines') line where (line->>'listed')::numeric <> 0) x
    cross join lateral (select coalesce(sum((t->>'rate')::numeric), 0) as rate, coalesce(sum((t->>'amount')::numeric), 0) as tax from jsonb_array_elements(line->'taxes') t) t
    where h.state in ('held', 'waiting', 'by-hand') and h.source->>'cancelledAt' is null),
  part as (
    select shop_id, order_id, place, rate, paid as shop, tax as shop_vat, case when is_equal then paid else 0 end as till, case when is_equal then ${vatOf} else 0 end as till_vat from sent_row r
    union all select shop_id, order_id, place, rate, paid, tax, 0, 0 from said
    union all select h.shop_id, h.order_id, h.place, r.rate, -r.paid, -r.tax, 0, 0 from sent_row r join home h using (shop_id, order_id) where h.state <> 'crossed'),
  rest as (
    select h.shop_id, h.order_id, h.place, null::numeric as rate, h.worth - coalesce(sum(p.shop), 0) as shop, 0::numeric as shop_vat, 0::numeric as till, 0::numeric as till_vat
    from home h left join part p on p.shop_id = h.shop_id and p.order_id = h.order_id where h.state <> 'void' group by h.shop_id, h.order_id, h.place, h.worth)
  select n.shop_id as "shopId", n.order_id as "orderId", n.day, n.state, n.currency, m.place, trim_scale(m.rate)::text as rate, sum(m.shop) as shop, sum(m.shop_vat) as shop_vat, sum(m.till) as till, sum(m.till_vat) as till_vat
  from (select * from part union all select * from rest) m join lane n using (shop_id, order_id)
  group by 1, 2, 3, 4, 5, 6, 7
  having max(m.rate) is not null or sum(m.shop) <> 0 or n.state <> 'crossed'`;

/** Conditions on order_lane l that need no look inside the orders. */
export function laneMoney({ shop, from, to, what, currency }: Pick<OrderFilter, "shop" | "from" | "to" | "what" | "currency">): Prisma.Sql {
  const at = sql`coalesce(l.placed_at, l.hinted_at)`;
  const state = whole(what);
  return sql`true
    ${shop === "" ? empty : sql`and l.shop_id = ${shop}::uuid`}
    ${from === "" ? empty : sql`and ${at} >= ${from}::date - interval '2 days' and ${placedDay} >= ${from}::date`}
    ${to === "" ? empty : sql`and ${at} < ${to}::date + interval '3 days' and ${placedDay} <= ${to}::date`}
    ${state === null ? empty : sql`and ${moneyState} = any(${state}::text[])`}
    ${currency === "" ? empty : sql`and coalesce(nullif(l.currency, ''), s.currency) = ${currency}`}`;
}

function whole(what: OrderFilter["what"]): string[] | null {
  if (what === "") return null;
  if (what === "counted") return ["crossed", "held", "waiting", "by-hand"];
  if (what === "missing") return ["held", "waiting", "by-hand"];
  return [what === "rounding" ? "crossed" : what];
}

type Part = Pick<OrderFilter, "store" | "rate" | "what">;
export const looksInside = ({ store, rate, what }: Part): boolean => store !== "" || rate !== "" || what === "rounding";

/** Conditions on a row m of orderMoney. */
export const partOf = ({ store, rate, what }: Part): Prisma.Sql => sql`true
  ${store === "" ? empty : sql`and m.place = ${store}`}
  ${rate === "" ? empty : rate === "none" ? sql`and m.rate is null and m.shop <> 0` : sql`and m.rate = ${rate}`}
  ${what === "rounding" ? sql`and m.shop_vat <> m.till_vat` : empty}`;
