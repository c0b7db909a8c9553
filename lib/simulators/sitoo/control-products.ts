import { z } from "zod";

import type { Account } from "./account";
import { findWarehouse } from "./places";
import { groupForRate } from "./product-groups";
import { changeProduct, createProduct, findProductBySku, ProductChanges } from "./products";
import { demand, found } from "./refused";
import { thousandths } from "./scalars";
import { touchLevel } from "./stock";

/** `price` is moneyprice by a shorter name, `vat` per cent instead of a vatid, `stock` the level per warehouseid. */
const ProductEntry = ProductChanges.extend({
  sku: z.string(),
  price: z.string().optional(),
  vat: z.number().optional(),
  stock: z.record(z.string(), z.union([z.number(), z.string()])).default({}),
});
export const ProductsBody = z.object({ eshopid: z.int().default(1), products: z.array(ProductEntry) });
export const ProductPatch = ProductChanges.extend({ eshopid: z.int().default(1), vat: z.number().optional() });

const toThousandths = (quantity: number | string) =>
  typeof quantity === "number" ? Math.round(quantity * 1000) : thousandths(Number(quantity).toFixed(3));

/** Levels given here are the opening stock: no transaction, no event. */
export function putProducts(account: Account, { eshopid, products }: z.infer<typeof ProductsBody>): object {
  const warehouses = new Set(products.flatMap(({ stock }) => Object.keys(stock)));
  for (const id of warehouses) demand(findWarehouse(account, Number(id)) !== null, `Unknown warehouseid ${id}`);
  for (const { price, vat, stock, ...fields } of products) {
    const changes = {
      ...fields,
      ...(price === undefined ? {} : { moneyprice: price }),
      ...(vat === undefined ? {} : { vatid: groupForRate(account, eshopid, vat) }),
    };
    const known = findProductBySku(account, eshopid, fields.sku);
    if (known) changeProduct(account, eshopid, known.productid, changes);
    else createProduct(account, eshopid, changes);
    for (const [warehouseid, quantity] of Object.entries(stock))
      setLevel(account, Number(warehouseid), fields.sku, toThousandths(quantity));
  }
  return { products: products.length };
}

/** Renames (`sku`), reprices or moves to another rate; its levels move along, old transactions keep the old SKU. */
export function changeProductBySku(account: Account, sku: string, { eshopid, vat, ...changes }: z.infer<typeof ProductPatch>): true {
  const { productid } = found(findProductBySku(account, eshopid, sku), "sku");
  changeProduct(account, eshopid, productid, vat === undefined ? changes : { ...changes, vatid: groupForRate(account, eshopid, vat) });
  if (changes.sku !== undefined && changes.sku !== sku) {
    account.state.run("update warehouse_item set sku = ?, datelastmodified = ? where sku = ?", changes.sku, account.clock.now(), sku);
    account.state.run("update reservation set sku = ? where sku = ?", changes.sku, sku);
  }
  return true;
}

/** Says what is there without a transaction or an event. */
export function setLevel(account: Account, warehouseid: number, sku: string, total: number): void {
  const { warehouseitemid } = touchLevel(account, warehouseid, sku);
  account.state.run(
    "update warehouse_item set total = ?, datelastmodified = ? where warehouseitemid = ?",
    total,
    account.clock.now(),
    warehouseitemid,
  );
}
