import type { PosOrderDraft } from "@/lib/domain/orders/pos-order";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { db, empty, type Prisma, sql } from "./client";
import { orderHits } from "./order-hits";

/** Where somebody works: "posId:warehouseId"; null = everywhere. */
export type Places = readonly string[] | null;

export type StoreOrderAtTill = {
  shopId: string;
  orderId: string;
  name: string;
  shopName: string;
  placeName: string;
  posPlatform: string;
  remoteId: string | null;
  atTillSince: Date | null;
  promiseAt: Date | null;
  request: PosOrderDraft;
  told: { topic: string; body: string; at: string }[];
};
export type StoreOrderComing = {
  shopId: string;
  orderId: string;
  name: string;
  shopName: string;
  posName: string;
  state: string;
  reason: string;
  promiseAt: Date | null;
  source: ShopOrder;
  causes: {
    kind: string;
    entity: string;
    evidence: Record<string, unknown>;
    ownerName: string | null;
    ownerRole: string;
    heldAt: string;
  }[];
};

const days = 14;
const most = 300;
const mostAtTill = 1_000;
/** By number, id or e-mail, or by the customer's name: of these few orders it can be looked up as it stands. */
const found = (q: string, { shop, order, name }: Record<"shop" | "order" | "name", Prisma.Sql>): Prisma.Sql => {
  if (q === "") return empty;
  const hits = orderHits(q);
  if (hits === null) return sql`and false`;
  return sql`and ((${shop}, ${order}) in (select shop_id, key from (${hits}) hit) or ${name} ilike ${`%${q.replace(/[%_\\]/g, "\\$&")}%`})`;
};
const nameIn = (person: Prisma.Sql) => sql`concat_ws(' ', ${person}->>'firstName', ${person}->>'lastName')`;

/** Web orders that the till of these places holds, newest promise last, with what the till told of each. */
export const listOrdersAtTill = (places: Places, q: string) => db.$queryRaw<StoreOrderAtTill[]>`
  select * from (select e.shop_id as "shopId", e.order_id as "orderId", l.name, s.name as "shopName", coalesce(w.store_name, w.name, e.request->>'warehouseId') as "placeName", p.platform as "posPlatform",
    e.remote_id as "remoteId", e.done_at as "atTillSince", l.promise_at as "promiseAt", e.request,
    coalesce((select json_agg(json_build_object('topic', d.topic, 'body', d.body, 'at', d.received_at) order by d.received_at) from delivery d
      where d.connection_id = e.connection_id and d.about = 'pos-order:' || e.remote_id), '[]') as told
  from effect e join order_lane l on l.shop_id = e.shop_id and l.order_id = e.order_id join connection s on s.id = e.shop_id join connection p on p.id = e.connection_id
    left join place w on w.connection_id = e.connection_id and w.remote_id = e.request->>'warehouseId'
  where e.state = 'done' and e.done_at > now() - ${days} * interval '1 day' and ${isMine(places, sql`e.connection_id`, sql`e.request->>'warehouseId'`)} ${found(q, { shop: sql`e.shop_id`, order: sql`e.order_id`, name: nameIn(sql`e.request`) })}
  order by e.done_at desc limit ${mostAtTill}) latest order by "promiseAt" nulls last, "atTillSince"`;

/** Web orders meant for these places that are not at the till yet, and why. */
export const listOrdersComing = (places: Places, q: string) => db.$queryRaw<StoreOrderComing[]>`
  select l.shop_id as "shopId", l.order_id as "orderId", l.name, s.name as "shopName", p.name as "posName", l.state, l.reason, l.promise_at as "promiseAt", l.source,
    coalesce((select json_agg(json_build_object('kind', c.kind, 'entity', c.entity, 'evidence', c.evidence, 'ownerName', u.name, 'ownerRole', c.owner_role, 'heldAt', e.held_at))
      from exception e join cause c on c.id = e.cause_id left join app_user u on u.id = c.owner_id
      where e.entity = 'order' and e.shop_id = l.shop_id and e.key = l.order_id and e.state = 'held'), '[]') as causes
  from order_lane l join connection s on s.id = l.shop_id join connection p on p.id = l.pos_id
  where l.state <> 'done' and l.source is not null
    and exists (select 1 from jsonb_array_elements(l.source->'allocations') a join link k on k.shop_id = l.shop_id and k.kind = 'location' and k.state = 'mapped' and k.theirs = a->>'locationId'
      where ${isMine(places, sql`l.pos_id`, sql`k.ours`)}) ${found(q, { shop: sql`l.shop_id`, order: sql`l.order_id`, name: nameIn(sql`l.source`) })}
  order by l.promise_at nulls last, l.placed_at limit ${most}`;

const isMine = (places: Places, pos: Prisma.Sql, warehouse: Prisma.Sql): Prisma.Sql =>
  places === null
    ? sql`true`
    : sql`(${pos}, (${warehouse})) in (select split_part(mine, ':', 1)::uuid, split_part(mine, ':', 2) from unnest(${places}::text[]) mine)`;

export type StoreStock = {
  placeName: string;
  shopName: string;
  isPaused: boolean;
  pausedUntil: Date | null;
  products: number;
  confirmedAt: Date | null;
  waiting: number;
  waitingSince: Date | null;
};

/** Per place and shop: does the website show what is on the shelf? */
export const listStoreStock = (places: Places) => db.$queryRaw<StoreStock[]>`
  select coalesce(w.store_name, w.name, k.ours) as "placeName", s.name as "shopName", s.is_paused or p.is_paused as "isPaused",
    nullif(greatest(s.lane_paused_until, p.lane_paused_until, now()), now()) as "pausedUntil", count(*)::int as products, max(sp.confirmed_at) as "confirmedAt",
    (count(*) filter (where sp.version > sp.cleared))::int as waiting, min(sp.marked_at) filter (where sp.version > sp.cleared) as "waitingSince"
  from link k join connection s on s.id = k.shop_id join connection p on p.id = s.pos_id join stock_pair sp on sp.shop_id = k.shop_id and sp.location_id = k.theirs
    left join place w on w.connection_id = p.id and w.remote_id = k.ours
  where k.kind = 'location' and k.state = 'mapped' and ${isMine(places, sql`p.id`, sql`k.ours`)}
  group by 1, 2, 3, 4 order by 1, 2`;
