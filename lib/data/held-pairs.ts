import { db } from "./client";
import type { PairKey } from "./stock-pairs";

/** The pairs of stock that these causes hold. */
export const listHeldPairs = (causeIds: readonly string[]): Promise<PairKey[]> =>
  db.$queryRaw<PairKey[]>`
    select distinct p.shop_id as "shopId", p.location_id as "locationId", p.sku from exception e
    join stock_pair p on p.shop_id = e.shop_id and p.location_id = split_part(e.key, ':', 1) and p.sku = substr(e.key, strpos(e.key, ':') + 1)
    where e.cause_id = any(${causeIds}::uuid[]) and e.entity = 'product' and e.state in ('held', 'set-aside')`;
