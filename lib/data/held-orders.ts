import type { ShopOrderId } from "@/lib/domain/ids";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { db } from "./client";

export type HeldOrder = {
  shopId: string;
  orderId: ShopOrderId;
  name: string;
  amount: number;
  currency: string;
  sourceVersion: string | null;
  source: ShopOrder | null;
};

/** Orders held by any of these causes, promises first, each once. `limit` for a sample. */
export async function listHeldOrders(causeIds: readonly string[], limit = 100_000): Promise<HeldOrder[]> {
  return db.$queryRaw<HeldOrder[]>`
    select l.shop_id as "shopId", l.order_id as "orderId", l.name, l.amount::float8 as amount, l.currency, l.source_version as "sourceVersion", l.source
    from order_lane l
    where (l.shop_id, l.order_id) in (select shop_id, key from exception where cause_id = any(${causeIds}::uuid[]) and entity = 'order' and state = 'held')
    order by l.promise_at nulls last, l.placed_at limit ${limit}`;
}
