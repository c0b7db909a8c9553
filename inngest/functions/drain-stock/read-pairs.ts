import { db } from "@/lib/data/client";
import type { Connection } from "@/lib/data/connections";
import { endEffects, listUnits } from "@/lib/data/own-units";
import type { NamedPair } from "@/lib/data/stock-leases";
import { pairText } from "@/lib/data/stock-pairs";
import type { Sku, WarehouseId } from "@/lib/domain/ids";
import { mapAtMost } from "@/lib/domain/map-at-most";
import type { PosLevel, ShopLevel } from "@/lib/domain/stock/level";
import type { StockFacts } from "@/lib/domain/stock/sellable";

import type { StockPorts } from "./stock-ports";

/** `facts` null: it cannot be said what is sellable here, for want of a name on one side. `level` null: the shop has no such product. */
export type SeenPair<P extends NamedPair = NamedPair> = { pair: P; facts: StockFacts | null; level: ShopLevel | null };

const readsAtOnce = 4;

/** Both sides of these pairs, in this order: our own count, the POS rows, the shop's rows. Throws ConnectorError. */
export async function readPairs<P extends NamedPair>(
  ports: StockPorts,
  shop: Connection,
  pos: Connection,
  pairs: readonly P[],
): Promise<SeenPair<P>[]> {
  const readable = pairs.filter(({ items, warehouseIds, isKnownAtPos }) => items === 1 && warehouseIds.length > 0 && isKnownAtPos);
  const units = await countUnits(ports, shop, pos, readable);
  const posLevels = await readPosLevels(ports, readable);
  const levels = readable.length === 0 ? [] : await ports.stock.read(readable);
  const levelOf = new Map(levels.map((level) => [pairText(level), level]));
  const canRead = new Set<P>(readable);
  return pairs.map((pair) => {
    const level = levelOf.get(pairText(pair)) ?? null;
    if (!canRead.has(pair)) return { pair, facts: null, level };
    const own = units.get(pairText(pair));
    const rows = pair.warehouseIds.flatMap((warehouseId) => posLevels.get(`${warehouseId}:${pair.posSku}`) ?? []);
    const facts = {
      posTotal: rows.reduce((sum, { total }) => sum + total, 0),
      posReserved: rows.reduce((sum, { reserved }) => sum + reserved, 0),
      unseenUnits: own?.unseen ?? 0,
      liveUnits: own?.live ?? 0,
      shopHeld: level?.held ?? 0,
      buffer: pair.buffer,
      allowed: pair.allowed,
    };
    return { pair, facts, level };
  });
}

/** Units of the shop's own live orders, by pair. */
export async function countUnits(
  { posOrders }: StockPorts,
  shop: Connection,
  pos: Connection,
  pairs: readonly NamedPair[],
): Promise<Map<string, { sku: Sku; unseen: number; live: number }>> {
  const { units, open } = await listUnits(shop.id, pairs, pos.reserves === "yes");
  const counted = new Map(units.map((own) => [pairText(own), { sku: own.sku, unseen: own.unheardAtPos, live: own.live }]));
  if (open.length === 0) return counted;

  const orders = await posOrders.listByIds([...new Set(open.map(({ posOrderId }) => posOrderId))]);
  const over = new Set(orders.filter(({ state }) => state !== "open").map(({ id }) => id));
  for (const one of open.filter(({ posOrderId }) => !over.has(posOrderId))) {
    const so = counted.get(pairText(one));
    if (so) so.unseen += one.quantity;
  }
  await endEffects(
    db,
    open.filter(({ posOrderId }) => over.has(posOrderId)).map(({ effectKey }) => effectKey),
  );
  return counted;
}

async function readPosLevels({ posStock }: StockPorts, pairs: readonly NamedPair[]): Promise<Map<string, PosLevel>> {
  const wanted = new Map<WarehouseId, Set<Sku>>();
  for (const { warehouseIds, posSku } of pairs) {
    for (const id of warehouseIds) wanted.set(id, (wanted.get(id) ?? new Set()).add(posSku));
  }
  const levels = await mapAtMost(readsAtOnce, [...wanted], ([id, skus]) => posStock.read(id, [...skus]));
  return new Map(levels.flat().map((level) => [`${level.warehouseId}:${level.sku}`, level]));
}
