import { inTransaction } from "@/lib/data/client";
import { saveLinks } from "@/lib/data/links";
import { emit } from "@/lib/data/outbox";
import type { House } from "@/lib/machine/house";
import { type Connected, connect, setUpSimulators } from "@/prisma/seed/connect-retailer";
import { openControl } from "@/prisma/seed/control";
import type { RetailerPlan } from "@/prisma/seed/retailer-plan";
import { seedPeople } from "@/prisma/seed/seed-people";
import type { Product } from "./catalogue";
import { inBatches } from "./in-batches";
import { pounds } from "./pence";
import type { Services } from "./service-products";
import { type Place, places } from "./web-order";

export const placeNames: Readonly<Record<Place, string>> = {
  "store-1": "Bath",
  "store-2": "Derby",
  "store-3": "Exeter",
  "store-4": "Leeds",
  "store-5": "York",
  web: "Web warehouse",
};

/** What the till calls an SKU until somebody maps it: nothing. */
export const codeOfUnknown = (skuAtTill: string) => `S-${skuAtTill}`;

export function planFor(services: Services): RetailerPlan {
  const titles = new Map(services.products.map(({ sku, title }) => [sku, title]));
  return {
    code: "RPL",
    posName: "Sitoo",
    shopName: "Gift shop",
    shopDomain: "gift-shop.myshopify.com",
    currency: "GBP",
    zone: "Europe/London",
    rates: [20, 0],
    stores: places.filter((place) => place !== "web").map((place) => placeNames[place]),
    warehouses: [placeNames.web],
    locations: places.map((place) => ({ name: placeNames[place], warehouse: placeNames[place], offersPickup: place !== "web" })),
    services: services.links.map(({ theirs, ours }) => ({ key: theirs, sku: ours!, title: titles.get(ours!) ?? ours!, rate: 20 })),
  };
}

type Stock = ReadonlyMap<string, number>;

/** Both platforms filled from the file and connected; `unknown` SKUs are left out of the till. `stock`: units that each place has. */
export async function setUp(
  house: House,
  products: readonly Product[],
  unknown: ReadonlySet<string>,
  services: Services,
  stock: Stock,
): Promise<Connected> {
  const addresses = { sitooUrl: house.simulators.sitoo, shopifyUrl: house.simulators.shopify, appUrl: house.appUrl };
  const plan = planFor(services);
  const simulators = await setUpSimulators(addresses, plan);
  // A webhook that was refused comes again in seconds, not in hours.
  await openControl(addresses.shopifyUrl).post("/setup", { clockFactor: 60 });
  const warehouses = [...simulators.pos.warehouses.values()];
  await putTillProducts(
    house,
    products.filter(({ sku }) => !unknown.has(sku)),
    warehouses,
    stock,
  );
  await putShopProducts(house, products, [...simulators.shop.locations.values()], stock);
  const cleaned = products.filter(({ sku, skuAtTill }) => sku !== skuAtTill && !unknown.has(sku));
  return connect(addresses, plan, simulators, async (tx, { posId, shopId }) => {
    await seedPeople(tx, () => undefined);
    await saveLinks(
      tx,
      shopId,
      cleaned.map(({ sku, skuAtTill }) => ({ kind: "sku", theirs: sku, ours: skuAtTill })),
      "set-up",
      "person",
    );
    await emit(
      tx,
      [posId, shopId].map((connectionId) => ({ name: "catalogue/pull.requested", data: { connectionId, full: true } })),
    );
  });
}

/** Puts the SKUs that were left out into the till, each under another code. */
export async function createUnderOtherCodes(
  house: House,
  { warehouses, posId }: Connected,
  products: readonly Product[],
  stock: Stock,
): Promise<void> {
  const renamed = products.map((product) => ({ ...product, skuAtTill: codeOfUnknown(product.skuAtTill) }));
  await putTillProducts(house, renamed, [...warehouses.values()], stock);
  await inTransaction((tx) => emit(tx, [{ name: "catalogue/pull.requested", data: { connectionId: posId, full: false } }]));
}

const putTillProducts = (house: House, products: readonly Product[], warehouses: readonly number[], stock: Stock) =>
  inBatches(products, 500, (batch) =>
    openControl(house.simulators.sitoo).post("/products", {
      products: batch.map(({ sku, skuAtTill, title, price }) => ({
        sku: skuAtTill,
        title,
        price: pounds(price),
        vat: 20,
        stock: Object.fromEntries(warehouses.map((id) => [id, stock.get(sku) ?? 0])),
      })),
    }),
  );

const putShopProducts = (house: House, products: readonly Product[], locations: readonly string[], stock: Stock) =>
  inBatches(products, 500, (batch) =>
    openControl(house.simulators.shopify).post("/products", {
      products: batch.map(({ sku, title, price }) => ({
        sku,
        title,
        price: pounds(price),
        stock: Object.fromEntries(locations.map((id) => [id, stock.get(sku) ?? 0])),
      })),
    }),
  );
