import type { PosOrderDraft, PosRow } from "@/lib/domain/orders/pos-order";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { type Db, db, empty, type Prisma, rows, sql } from "./client";

export type OrderLink = {
  id: string;
  key: string;
  remoteId: string;
  reason: string;
  difference: string;
  webTotal: number;
  tillTotal: number;
  currency: string;
  byName: string | null;
  at: Date;
  undoneAt: Date | null;
  undoneByName: string | null;
  undoneWhy: string;
};

/** Every time somebody said that an order was entered by hand, oldest first; at most one of them counts. */
export const listOrderLinks = (shopId: string, orderId: string) =>
  db.$queryRaw<OrderLink[]>`
    select l.id, l.key, l.remote_id as "remoteId", l.reason, l.difference, l.web_total::float8 as "webTotal", l.till_total::float8 as "tillTotal", l.currency, u.name as "byName", l.at,
      l.undone_at as "undoneAt", w.name as "undoneByName", l.undone_why as "undoneWhy"
    from order_link l left join app_user u on u.id::text = l.by left join app_user w on w.id::text = l.undone_by
    where l.shop_id = ${shopId}::uuid and l.order_id = ${orderId} order by l.at`;

/** What a change of one order by a person depends on. */
export type StandingOrder = {
  posId: string;
  name: string;
  state: string;
  isUnderWay: boolean;
  source: ShopOrder | null;
  effects: { key: string; kind: string; state: string; remoteId: string | null; endedAt: Date | null }[];
};

export const findOrder = (shopId: string, orderId: string) => readOrder(db, shopId, orderId, empty);
/** No sender takes or leaves the order until the transaction ends. */
export const lockOrder = (tx: Db, shopId: string, orderId: string) => readOrder(tx, shopId, orderId, sql`for update`);

async function readOrder(tx: Db, shopId: string, orderId: string, lock: Prisma.Sql): Promise<StandingOrder | null> {
  const [lane] = await tx.$queryRaw<Omit<StandingOrder, "effects">[]>`
    select pos_id as "posId", name, state, coalesce(leased_until > now(), false) as "isUnderWay", source
    from order_lane where shop_id = ${shopId}::uuid and order_id = ${orderId} ${lock}`;
  if (!lane) return null;
  const effects = await tx.$queryRaw<StandingOrder["effects"]>`
    select key, kind, state, remote_id as "remoteId", ended_at as "endedAt" from effect where shop_id = ${shopId}::uuid and order_id = ${orderId} order by key ${lock}`;
  return { ...lane, effects };
}

/** The web order that an order of the POS belongs to already: made for it, linked to it, or under its number. */
export async function findOwner(
  tx: Db,
  posId: string,
  till: { id: string; externalId: string | null },
): Promise<{ shopId: string; orderId: string; name: string } | null> {
  const [owner] = await tx.$queryRaw<{ shopId: string; orderId: string; name: string }[]>`
    select e.shop_id as "shopId", e.order_id as "orderId", coalesce(nullif(l.name, ''), e.order_id) as name
    from effect e left join order_lane l on l.shop_id = e.shop_id and l.order_id = e.order_id
    where e.connection_id = ${posId}::uuid and (e.remote_id = ${till.id} or e.key = ${till.externalId}) order by e.remote_id = ${till.id} desc limit 1`;
  return owner ?? null;
}

type NewLink = {
  shopId: string;
  orderId: string;
  posId: string;
  draft: PosOrderDraft;
  remoteId: string;
  web: readonly PosRow[];
  webTotal: number;
  tillTotal: number;
  reason: string;
  difference: string;
  by: string;
};

/**
 * The web order is done: its key is taken by what was entered by hand, and nothing planned for it is left to be sent.
 * False: somebody else linked the one or the other first, or it is being sent.
 */
export async function linkOrder(tx: Db, link: NewLink): Promise<boolean> {
  const { shopId, orderId, posId, draft, remoteId, web, webTotal, tillTotal, reason, difference, by } = link;
  const key = draft.externalId;
  const made = await tx.$executeRaw`
    insert into order_link (id, shop_id, order_id, pos_id, key, remote_id, reason, difference, web, web_total, till_total, currency, by)
    values (gen_random_uuid(), ${shopId}::uuid, ${orderId}, ${posId}::uuid, ${key}, ${remoteId}, ${reason}, ${difference}, ${rows(web)}::jsonb, ${webTotal}, ${tillTotal}, ${draft.currency}, ${by})
    on conflict do nothing`;
  if (made === 0) return false;
  await tx.$executeRaw`delete from effect where shop_id = ${shopId}::uuid and order_id = ${orderId} and state in ('planned', 'refused') and key <> ${key}`;
  return (
    (await tx.$executeRaw`
      insert into effect (key, connection_id, kind, shop_id, order_id, request, state, remote_id, done_at)
      values (${key}, ${posId}::uuid, 'linked-order', ${shopId}::uuid, ${orderId}, ${JSON.stringify(draft)}::jsonb, 'done', ${remoteId}, clock_timestamp())
      on conflict (key) do update set kind = excluded.kind, request = excluded.request, state = 'done', remote_id = excluded.remote_id, done_at = excluded.done_at, answer = ''
        where effect.state in ('planned', 'refused', 'sent', 'unclear') and effect.shop_id = excluded.shop_id and effect.order_id = excluded.order_id`) >
    0
  );
}

/** Its number is free again, and the order is like one that never was at the till. False: it was not linked. */
export async function unlinkOrder(tx: Db, shopId: string, orderId: string, { by, why }: { by: string; why: string }): Promise<boolean> {
  const undone = await tx.$executeRaw`
    update order_link set undone_at = now(), undone_by = ${by}, undone_why = ${why}
    where shop_id = ${shopId}::uuid and order_id = ${orderId} and undone_at is null`;
  await tx.$executeRaw`delete from effect where shop_id = ${shopId}::uuid and order_id = ${orderId} and kind = 'linked-order'`;
  await tx.$executeRaw`delete from search_key where entity = 'order' and shop_id = ${shopId}::uuid and key = ${orderId} and kind = 'pos-id'`;
  return undone > 0;
}
