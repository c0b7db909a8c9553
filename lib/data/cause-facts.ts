import { type Prisma, sql } from "./client";

/** The store a cause is about, as "posId:warehouseId"; '' where it is about none, or about several. Over `cause c join connection n`. */
export const placeOfCause: Prisma.Sql = sql`coalesce(coalesce(n.pos_id, n.id) || ':' || (case
  when c.evidence ? 'warehouseId' then c.evidence ->> 'warehouseId'
  when c.evidence ? 'storeId' then (select min(w.remote_id) from place w where w.connection_id = coalesce(n.pos_id, n.id) and w.store_id = c.evidence ->> 'storeId')
  when c.evidence ? 'locationId' then (select l.ours from link l where l.shop_id = c.connection_id and l.kind = 'location' and l.state = 'mapped' and l.theirs = c.evidence ->> 'locationId')
  when c.evidence ? 'orderId' then (
    select min(l.ours) from order_unit u left join link l on l.shop_id = u.shop_id and l.kind = 'location' and l.state = 'mapped' and l.theirs = u.location_id
    where u.shop_id = c.connection_id and u.order_id = c.evidence ->> 'orderId' having count(distinct u.location_id) = 1)
  end), '')`;

/** What decides who owns it, as CauseFacts. */
export const factsOfCause: Prisma.Sql = sql`c.kind, c.connection_id as "shopId", ${placeOfCause} as place, c.currency`;
