import type { BufferRow } from "./buffers";
import { db } from "./client";

/** Every rule that may count for a web SKU: its own, its category's and those for every product. */
export const listSkuBuffers = (sku: string): Promise<BufferRow[]> =>
  db.$queryRaw<BufferRow[]>`
    select b.shop_id as "shopId", b.sku, b.category, b.location_id as "locationId", b.units, b.changed_by as "changedBy", b.changed_at as "changedAt" from buffer b
    where b.sku in (${sku}, '') and (b.category = '' or exists (
      select 1 from catalogue_item i where i.connection_id = b.shop_id and i.sku = ${sku} and i.category = b.category and i.gone_at is null))
    order by b.sku desc, b.category desc, b.location_id desc`;
