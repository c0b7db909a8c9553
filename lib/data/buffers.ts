import { type Db, db } from "./client";

export type BufferRow = { shopId: string; sku: string; locationId: string; units: number; changedBy: string; changedAt: Date };

/** Empty SKU or location = every one. Null units takes the rule away. Answers what it was. */
export async function saveBuffer(
  tx: Db,
  { shopId, sku, locationId, units }: { shopId: string; sku: string; locationId: string; units: number | null },
  by: string,
): Promise<number | null> {
  const where = { shopId_sku_locationId: { shopId, sku, locationId } };
  const before = await tx.buffer.findUnique({ where });
  if (units === null) await tx.buffer.deleteMany({ where: { shopId, sku, locationId } });
  else {
    const changed = { units, changedBy: by, changedAt: new Date() };
    await tx.buffer.upsert({ where, create: { shopId, sku, locationId, ...changed }, update: changed });
  }
  return before?.units ?? null;
}

export const listBuffers = (shopId: string): Promise<BufferRow[]> =>
  db.buffer.findMany({ where: { shopId }, orderBy: [{ sku: "asc" }, { locationId: "asc" }] });
