import type { BufferRow } from "./buffers";
import { db } from "./client";

/** Every rule that may count for a web SKU, its own and those for every product. */
export const listSkuBuffers = (sku: string): Promise<BufferRow[]> =>
  db.buffer.findMany({ where: { sku: { in: [sku, ""] } }, orderBy: [{ sku: "desc" }, { locationId: "desc" }] });
