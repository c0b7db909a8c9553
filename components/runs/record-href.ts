import type { RecordRow } from "@/components/query/record-answers";
import { skuHref } from "@/components/stock/stock-search";
import { orderHref } from "@/components/trace/order-search";

/** Where a record is told in full. */
export function recordHref({ entity, connectionId, key, runId }: Pick<RecordRow, "entity" | "connectionId" | "key" | "runId">): string {
  if (entity === "order") return orderHref({ shopId: connectionId, orderId: key });
  const [, location, sku] = entity === "product" ? (/^([^:]+):(.+)$/s.exec(key) ?? []) : [];
  if (location && sku) return skuHref(sku, { shop: connectionId, at: location });
  return entity === "connection" ? `/connections/${connectionId}` : `/runs/${runId}`;
}
