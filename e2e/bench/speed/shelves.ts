import { inTransaction } from "@/lib/data/client";
import { emit } from "@/lib/data/outbox";
import { wakePull } from "@/lib/data/pos-movements";
import { mapAtMost } from "@/lib/domain/map-at-most";
import type { House } from "@/lib/machine/house";
import type { Connected } from "@/prisma/seed/connect-retailer";
import { openControl } from "@/prisma/seed/control";
import { placed } from "@/prisma/seed/retailer-plan";
import type { Product } from "../replay/catalogue";
import { cataloguesRead } from "../replay/prepare";
import { openProgress } from "../replay/progress";
import { servicesOf } from "../replay/service-products";
import { placeNames, setUp } from "../replay/set-up";
import { until } from "../replay/until";
import { type Place, places } from "../replay/web-order";
import { openPairWatch, type PairWatch } from "./pair-watch";

export type Shelf = { place: Place; warehouseId: number; locationId: string };
export type Shelves = {
  connected: Connected;
  products: Product[];
  /** Five stores and the web warehouse; each has every product. */
  shelves: Shelf[];
  watch: PairWatch;
};

/** What every shelf holds of everything, so that any figure tells how often it was changed. */
export const units = 500;

/** A retailer with so many products in five stores and a web warehouse, both sides equal and every pair seen. */
export async function stockShelves(house: House, count: number, signal: AbortSignal): Promise<Shelves> {
  const services = servicesOf([]);
  const products = Array.from({ length: count }, (_, nth): Product => {
    const sku = String(100_000 + nth);
    return { sku, skuAtTill: sku, title: `PRODUCT ${sku}`, price: 195 + (nth % 40) * 100 };
  });
  const stock = new Map(products.map(({ sku }) => [sku, units]));
  const connected = await setUp(house, products, new Set(), services, stock);
  const { posId, shopId } = connected;
  const progress = openProgress(house.databaseUrl);
  await cataloguesRead(progress, connected, { till: count + services.products.length, shop: count }, signal);
  await progress.close();

  const watch = openPairWatch(house.databaseUrl, shopId);
  await inTransaction(async (tx) => {
    await wakePull(tx, posId);
    await emit(tx, [{ name: "stock/compare.requested", data: { shopId } }]);
  });
  await until({
    what: "Seeing every pair",
    look: () => watch.countConfirmed(0),
    isOver: (seen) => seen >= count * places.length,
    mark: (seen) => `${seen} of ${count * places.length}`,
    signal,
  });
  const shelves = places.map((place) => ({
    place,
    warehouseId: placed(connected.warehouses, placeNames[place]),
    locationId: placed(connected.locations, placeNames[place]),
  }));
  return { connected, products, shelves, watch };
}

/**
 * Both platforms alone with each other and the shop's figures as they were, so that the recorded calls find what they found.
 * `changed`: the pairs whose figure is to be put back.
 */
export async function standBack(
  { simulators }: House,
  watch: PairWatch,
  changed: readonly { sku: string; locationId: string }[],
): Promise<void> {
  await watch.pauseAll();
  const [sitoo, shopify] = [openControl(simulators.sitoo), openControl(simulators.shopify)];
  await sitoo.put("/events", { url: null });
  await shopify.post("/subscriptions/delete", {});
  await mapAtMost(16, changed, ({ sku, locationId }) => shopify.post("/corrupt-level", { sku, locationId, onHand: units }));
}
