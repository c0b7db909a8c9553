import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { unitsOf } from "@/lib/domain/stock/units-of-order";
import { type Db, rows } from "./client";
import { listSharingPairs } from "./find-pairs";
import { markPairs, settleMs } from "./stock-pairs";

/** Keeps which units these orders want where, as just read, and marks the pairs for which that changed. */
export async function keepOrderUnits(tx: Db, shopId: string, orders: readonly ShopOrder[]): Promise<void> {
  if (orders.length === 0) return;
  const list = orders.flatMap((order) => unitsOf(order).map((unit) => ({ orderId: order.id, ...unit })));
  const changed = await tx.$queryRaw<{ locationId: string; sku: string }[]>`
    with wanted as (select * from json_to_recordset(${rows(list)}) as r("orderId" text, "locationId" text, sku text, remaining int, quantity int)),
    gone as (
      delete from order_unit u where u.shop_id = ${shopId}::uuid and u.order_id = any(${orders.map(({ id }) => id as string)}::text[])
        and not exists (select 1 from wanted w where w."orderId" = u.order_id and w."locationId" = u.location_id and w.sku = u.sku)
      returning u.location_id, u.sku),
    kept as (
      insert into order_unit as u (shop_id, order_id, location_id, sku, remaining, quantity) select ${shopId}::uuid, "orderId", "locationId", sku, remaining, quantity from wanted
      on conflict (shop_id, order_id, location_id, sku) do update set remaining = excluded.remaining, quantity = excluded.quantity
        where (u.remaining, u.quantity) is distinct from (excluded.remaining, excluded.quantity)
      returning u.location_id, u.sku)
    select location_id as "locationId", sku from gone union select location_id, sku from kept`;
  await markShared(
    tx,
    changed.map((one) => ({ shopId, ...one })),
  );
}

/** What the till shows of these orders has changed: their pairs are looked at again. */
export async function markPairsOfOrders(tx: Db, orders: readonly { shopId: string; orderId: string }[]): Promise<void> {
  if (orders.length === 0) return;
  const at = await tx.$queryRaw<{ shopId: string; locationId: string; sku: string }[]>`
    select distinct u.shop_id as "shopId", u.location_id as "locationId", u.sku from order_unit u
    join json_to_recordset(${rows(orders.map(({ shopId, orderId }) => ({ shopId, orderId })))}) as r("shopId" uuid, "orderId" text) on u.shop_id = r."shopId" and u.order_id = r."orderId"`;
  await markShared(tx, at);
}

/** Whether the till reserves has been found out anew: every unit of its shops' orders counts differently now. */
export async function markPairsOfUnits(tx: Db, posId: string): Promise<void> {
  const at = await tx.$queryRaw<{ shopId: string; locationId: string; sku: string }[]>`
    select distinct u.shop_id as "shopId", u.location_id as "locationId", u.sku from order_unit u join connection s on s.id = u.shop_id where s.pos_id = ${posId}::uuid`;
  await markShared(tx, at);
}

async function markShared(tx: Db, at: readonly { shopId: string; locationId: string; sku: string }[]): Promise<void> {
  const pairs = await listSharingPairs(tx, at);
  for (const [posId, of] of Map.groupBy(pairs, ({ posId: id }) => id)) await markPairs(tx, posId, of, { waitMs: settleMs });
}

/** Orders long gone from both sides say nothing about stock any more. */
export const pruneOrderUnits = (tx: Db) =>
  tx.$executeRaw`
    delete from order_unit u using order_lane l where l.shop_id = u.shop_id and l.order_id = u.order_id and u.remaining = 0 and l.state = 'done' and l.settled_at < now() - interval '30 days'
      and exists (select 1 from effect e where e.shop_id = u.shop_id and e.order_id = u.order_id and e.confirmed_at is not null)`;
