import type { RecordRow } from "@/components/query/use-records";
import { orderHref } from "@/components/trace/order-search";

/** Where a record is told in full. */
export function recordHref({ entity, connectionId, key, runId }: Pick<RecordRow, "entity" | "connectionId" | "key" | "runId">): string {
  if (entity === "order") return orderHref({ shopId: connectionId, orderId: key });
  return entity === "connection" ? `/connections/${connectionId}` : `/runs/${runId}`;
}
