import type { House } from "@/lib/machine/house";
import type { Connected } from "@/prisma/seed/connect-retailer";
import { placed } from "@/prisma/seed/retailer-plan";
import { buildOrder } from "./build-order";
import { catalogueOf, mostUsed, type Product } from "./catalogue";
import { classify } from "./classify";
import type { Crosswalk } from "./judge-crossing";
import type { ProgressReader } from "./progress";
import type { Invoice } from "./read-invoices";
import { servicesOf } from "./service-products";
import { codeOfUnknown, placeNames, setUp } from "./set-up";
import { until } from "./until";
import { type Place, places, type WebOrder } from "./web-order";

export type Prepared = {
  orders: WebOrder[];
  products: Product[];
  /** SKUs that the till does not know yet. */
  unknown: ReadonlySet<string>;
  stock: ReadonlyMap<string, number>;
  connected: Connected;
  /** Shopify's number of each place. */
  locations: ReadonlyMap<Place, string>;
  crosswalk: Crosswalk;
};

/** Both platforms are filled and connected, and Parity has read both catalogues. */
export async function prepare(
  house: House,
  invoices: readonly Invoice[],
  unknownSkus: number,
  progress: ProgressReader,
  signal: AbortSignal,
): Promise<Prepared> {
  const orders = invoices.flatMap((invoice) => {
    const classified = classify(invoice);
    return classified.kind === "order" ? [buildOrder(invoice, classified.sale)] : [];
  });
  orders.sort((a, b) => a.placedAt - b.placedAt);
  const products = catalogueOf(invoices);
  const services = servicesOf(invoices);
  const unknown = new Set(mostUsed(invoices, unknownSkus));
  const stock = unitsSold(orders);
  const connected = await setUp(house, products, unknown, services, stock);
  await cataloguesRead(
    progress,
    connected,
    { till: products.length - unknown.size + services.products.length, shop: products.length },
    signal,
  );

  const skus = new Map(products.map(({ sku, skuAtTill }) => [sku, unknown.has(sku) ? codeOfUnknown(skuAtTill) : skuAtTill]));
  const locations = new Map(places.map((place) => [place, placed(connected.locations, placeNames[place])]));
  const warehouses = new Map(places.map((place) => [placed(locations, place), String(placed(connected.warehouses, placeNames[place]))]));
  return {
    orders,
    products,
    unknown,
    stock,
    connected,
    locations,
    crosswalk: {
      skuAtTill: ({ sku, title, isShipping }) => (sku === null ? services.skuOf(title, isShipping) : placed(skus, sku)),
      warehouseOf: (location) => placed(warehouses, location),
    },
  };
}

/** Until Parity knows so many products of each side. */
export async function cataloguesRead(
  progress: ProgressReader,
  { posId, shopId }: Connected,
  wanted: { till: number; shop: number },
  signal: AbortSignal,
): Promise<void> {
  await until({
    what: "Reading catalogues",
    look: async () => ({ till: await progress.countProducts(posId), shop: await progress.countProducts(shopId) }),
    isOver: ({ till, shop }) => till >= wanted.till && shop >= wanted.shop,
    mark: ({ till, shop }) => `${till} of ${wanted.till} in Sitoo, ${shop} of ${wanted.shop} in Shopify`,
    signal,
  });
}

/** Every place has enough of everything: this is about orders, not about stock. */
function unitsSold(orders: readonly WebOrder[]): Map<string, number> {
  const sold = new Map<string, number>();
  for (const { sku, quantity } of orders.flatMap(({ lines }) => lines)) if (sku !== null) sold.set(sku, (sold.get(sku) ?? 0) + quantity);
  return sold;
}
