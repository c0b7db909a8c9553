import type { RecordRow } from "@/components/query/use-records";
import { orderHref } from "@/components/trace/order-search";

/** Where a record is told in full. */
export function recordHref({ entity, connectionId, key }: Pick<RecordRow, "entity" | "connectionId" | "key">): string {
  if (entity === "order") return orderHref({ shopId: connectionId, orderId: key });
  return `/connections/${connectionId}`;
}
