import type { Ports } from "@/lib/connectors/connector";
import { keepEqualPairs, listInFlight, listShopSkus } from "@/lib/data/compare-stock";
import type { Connection } from "@/lib/data/connections";
import { type NamedPair, namePairs } from "@/lib/data/stock-leases";
import type { LocationId, Sku, WarehouseId } from "@/lib/domain/ids";
import { comparePairs, isSameDifference, type PairFigures } from "@/lib/domain/stock/compare-pairs";
import { isReadable, type ListedPosLevel, type ShopLevel } from "@/lib/domain/stock/level";
import { sellableOf } from "@/lib/domain/stock/sellable";

import { readApart } from "../drain-stock/read-apart";
import { countUnits } from "../drain-stock/read-pairs";
import type { StockPorts } from "../drain-stock/stock-ports";
import { readMovements } from "../pull-movements";

export type ComparePorts = StockPorts & {
  posStock: Pick<Ports["posStock"], "read" | "listLevels">;
  stock: Pick<Ports["stock"], "batchSize" | "read" | "write" | "activate" | "listLevels">;
};
export type Place = { locationId: LocationId; warehouseIds: readonly WarehouseId[] };
export type Finding = PairFigures & { price: string | null };
export type Compared = { differing: Finding[]; compared: number; inFlight: number };

/** Everything at one location, both sides to the last page; what seems to differ is read again before it is believed. Throws ConnectorError. */
export async function compareLocation(
  ports: ComparePorts,
  shop: Connection,
  pos: Connection,
  { locationId, warehouseIds }: Place,
): Promise<Compared> {
  const readAt = new Date();
  const skus = await listShopSkus(shop.id);
  const named = await namePairs(
    shop.id,
    skus.map((sku) => ({ locationId, sku })),
  );
  const comparable = named.filter(({ items, isKnownAtPos }) => items === 1 && isKnownAtPos);
  const units = new Map([...(await countUnits(ports, shop, pos, comparable))].map(([, own]) => [own.sku, own]));
  const posLevels = await listPosLevels(ports, warehouseIds);
  const strange = new Set(posLevels.filter((level) => !isReadable(level)).map(({ sku }) => sku));
  const products = comparable.filter(({ posSku }) => !strange.has(posSku));
  const shopLevels = await listShopLevels(ports, locationId);
  const first = comparePairs(products, posLevels.filter(isReadable), shopLevels, units, await listInFlight(shop.id, locationId));

  const { believed, moved } = await lookAgain(ports, shop, pos, locationId, products, first.differing);
  await keepEqualPairs({ id: shop.id, posId: pos.id }, locationId, first.equal, readAt);
  return { differing: believed, compared: first.equal.length + first.differing.length - moved, inFlight: first.inFlight + moved };
}

/** What has moved in the meantime is in flight, and no difference: the till is asked for it first. */
async function lookAgain(
  ports: ComparePorts,
  shop: Connection,
  pos: Connection,
  locationId: LocationId,
  products: readonly NamedPair[],
  candidates: readonly PairFigures[],
): Promise<{ believed: Finding[]; moved: number }> {
  if (candidates.length === 0) return { believed: [], moved: 0 };
  await readMovements(pos.id);
  const first = new Map<Sku, PairFigures>(candidates.map((one) => [one.sku, one]));
  const pairs = products.filter(({ sku }) => first.has(sku));
  const again: Finding[] = [];
  for (let from = 0; from < pairs.length; from += ports.stock.batchSize) {
    const { seen } = await readApart(ports, shop, pos, pairs.slice(from, from + ports.stock.batchSize));
    for (const { pair, facts, level } of seen) {
      if (!facts || !level?.isTracked) continue;
      const sellable = sellableOf(facts);
      const available = level.isStocked ? level.available : 0;
      again.push({
        sku: pair.sku,
        facts,
        sellable,
        available,
        onHand: level.onHand,
        drift: available - sellable,
        isStocked: level.isStocked,
        price: pair.price,
      });
    }
  }
  const inFlight = await listInFlight(shop.id, locationId);
  const believed = again.filter((one) => !inFlight.has(one.sku) && isSameDifference(first.get(one.sku)!, one));
  return { believed, moved: pairs.filter(({ sku }) => inFlight.has(sku)).length };
}

async function listPosLevels({ posStock }: ComparePorts, warehouseIds: readonly WarehouseId[]): Promise<ListedPosLevel[]> {
  const all: ListedPosLevel[] = [];
  for (const warehouseId of warehouseIds) {
    let page: string | null = null;
    do {
      const { items, next }: Awaited<ReturnType<typeof posStock.listLevels>> = await posStock.listLevels(warehouseId, page);
      all.push(...items);
      page = next;
    } while (page !== null);
  }
  return all;
}

async function listShopLevels({ stock }: ComparePorts, locationId: LocationId): Promise<ShopLevel[]> {
  const all: ShopLevel[] = [];
  let page: string | null = null;
  do {
    const { items, next }: Awaited<ReturnType<typeof stock.listLevels>> = await stock.listLevels(locationId, page);
    all.push(...items);
    page = next;
  } while (page !== null);
  return all;
}
