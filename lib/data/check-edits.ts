import { AppError } from "@/lib/app-error";
import type { LinkEdit } from "@/lib/domain/mapping/link";
import type { Db } from "./client";

/** What a mapping may point at: a product or warehouse the POS really has, and a warehouse for one location only. */
export async function checkEdits(tx: Db, shopId: string, edits: readonly LinkEdit[]): Promise<void> {
  const problems = await listProblems(tx, shopId, edits);
  const [first] = problems.values();
  if (first !== undefined) throw new AppError("invalid", problems.size === 1 ? first : `${first} (and ${problems.size - 1} more)`);
}

/** By position in `edits`: why it cannot be saved. */
export async function listProblems(tx: Db, shopId: string, edits: readonly LinkEdit[]): Promise<Map<number, string>> {
  const shop = await tx.connection.findUnique({ where: { id: shopId } });
  if (!shop?.posId) throw new AppError("not-found", "This shop does not exist.");
  const skus = edits.flatMap(({ kind, ours }) => (kind === "location" || ours === null ? [] : [ours]));
  const [products, warehouses, locations] = await Promise.all([
    tx.$queryRaw<
      { sku: string }[]
    >`select sku from catalogue_item where connection_id = ${shop.posId}::uuid and gone_at is null and sku = any(${skus}::text[])`,
    tx.place.findMany({ where: { connectionId: shop.posId } }),
    tx.link.findMany({ where: { shopId, kind: "location", state: "mapped" } }),
  ]);
  const known = new Set(products.map(({ sku }) => sku));
  const places = new Map(warehouses.map(({ remoteId, name }) => [remoteId, name]));
  const feeding = new Map(locations.map(({ theirs, ours }) => [theirs, ours]));
  for (const { kind, theirs, ours } of edits) if (kind === "location") feeding.set(theirs, ours);

  const problems = new Map<number, string>();
  edits.forEach(({ kind, theirs, ours }, index) => {
    if (ours === null) return;
    if (kind !== "location") {
      if (!known.has(ours)) problems.set(index, `${ours} is not a product of the till.`);
      return;
    }
    if (!places.has(ours)) problems.set(index, `${ours} is not a warehouse of the till.`);
    const other = [...feeding].find(([location, warehouse]) => warehouse === ours && location !== theirs);
    if (other) problems.set(index, `${places.get(ours) ?? ours} already feeds another location; one warehouse can feed only one.`);
  });
  return problems;
}
