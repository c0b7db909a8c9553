import { createHash } from "node:crypto";

import { openControl } from "./control";
import { drifting, onlineWarehouse, popUp } from "./demo-plan";
import { type Good, goods } from "./goods";
import type { Places } from "./retailer-plan";
import type { PastSale } from "./till-history";

const atOnce = 100;

/** The catalogue and the stock of the till: the same pieces as online once its past sales are made. */
export async function stockPos(url: string, { warehouses }: Places, sales: readonly PastSale[]): Promise<void> {
  const control = openControl(url);
  const soldOf = ({ tillSku }: Good, name: string) => sales.filter(({ sku, store }) => sku === tillSku && store === name).length;
  const products = goods.map((good) => ({
    sku: good.tillSku,
    title: titleOf(good),
    price: (good.price / 100).toFixed(2),
    vat: good.rate,
    barcode: good.barcode,
    stock: Object.fromEntries([...warehouses].map(([name, id]) => [id, piecesOf(good, name) + soldOf(good, name)])),
  }));
  for (let at = 0; at < products.length; at += atOnce) await control.post("/products", { products: products.slice(at, at + atOnce) });
}

/** Gives every variant a level at every location, the drifting pair a wrong one. */
export async function stockShop(url: string, { locations }: Places): Promise<void> {
  const byProduct = Map.groupBy(goods, ({ product }) => product);
  const products = [...byProduct].map(([title, variants]) => ({
    title,
    vendor: "Quillmoor",
    productType: variants[0]?.category ?? "",
    variants: variants.map((good) => ({
      sku: good.webSku,
      barcode: good.webBarcode || null,
      price: (good.price / 100).toFixed(2),
      variantTitle: good.variant || "Default Title",
      inventoryPolicy: good.mayOversell ? "CONTINUE" : "DENY",
      stock: Object.fromEntries([...locations].map(([name, id]) => [id, piecesOf(good, name) + driftOf(good, name)])),
    })),
  }));
  await openControl(url).post("/products", { products, webhooks: false });
}

const titleOf = ({ product, variant }: Good): string => (variant === "" ? product : `${product} - ${variant}`);
const driftOf = ({ tillSku }: Good, place: string): number => (tillSku === drifting.tillSku && place === drifting.store ? drifting.by : 0);

/** Few in a store, many in the warehouse, and a shelf in twenty is empty; of what sells below zero there are two. */
export function piecesOf({ tillSku, mayOversell }: Good, place: string): number {
  if (mayOversell) return 2;
  const drawn = createHash("sha256").update(`${tillSku}|${place}`).digest().readUInt16BE(0);
  if (place === popUp) return 6 + (drawn % 6);
  if (place === onlineWarehouse) return 30 + (drawn % 90);
  return drawn % 20 === 0 ? 0 : 4 + (drawn % 22);
}
