import { z } from "zod";

import { findProduct, listVariantsBySku, ProductDoc, type VariantRow } from "./catalogue";
import { gid, idOf } from "./ids";
import { findLevel } from "./levels";
import { listLocations } from "./locations";
import { Amount } from "./order-doc";
import { demand, found } from "./refusal";
import type { Shop } from "./shop";

const VariantFields = z.object({
  sku: z.string().nullable().default(null),
  barcode: z.string().nullable().default(null),
  price: Amount.default("0.00"),
  compareAt: Amount.nullable().default(null),
  inventoryPolicy: z.enum(["DENY", "CONTINUE"]).default("DENY"),
  tracked: z.boolean().default(true),
  taxable: z.boolean().default(true),
  requiresShipping: z.boolean().default(true),
  /** On hand per location id; left out, the item is stocked everywhere with nothing. */
  stock: z.record(z.string(), z.int()).optional(),
});
const NewVariant = VariantFields.extend({ variantTitle: z.string().default("Default Title") });
const NewProduct = ProductDoc.extend({
  title: z.string(),
  handle: z.string().optional(),
  status: z.enum(["ACTIVE", "DRAFT", "ARCHIVED", "UNLISTED"]).default("ACTIVE"),
  variants: z.array(NewVariant).min(1).optional(),
});
/** A product with its variants, or the fields of a single variant on the product itself. A SKU may come again: Shopify allows that. */
export const ProductsBody = z.object({
  products: z.array(NewProduct.extend(VariantFields.shape)),
  webhooks: z.boolean().default(true),
});

export const VariantPatch = z
  .object({
    sku: z.string().nullable(),
    title: z.string(),
    barcode: z.string().nullable(),
    price: Amount,
    compareAt: Amount.nullable(),
    inventoryPolicy: z.enum(["DENY", "CONTINUE"]),
    tracked: z.boolean(),
    status: z.enum(["ACTIVE", "DRAFT", "ARCHIVED", "UNLISTED"]),
  })
  .partial();

const handleOf = (title: string) =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");

export function putProducts(shop: Shop, { products }: z.infer<typeof ProductsBody>): object {
  const locations = listLocations(shop).map(({ id }) => id);
  return {
    products: products.map(({ title, handle, status, vendor, productType, tags, variants, ...single }) => {
      const { state, clock, webhooks } = shop;
      const now = clock.nowMs();
      const doc = JSON.stringify(ProductDoc.parse({ vendor, productType, tags }));
      const insert = "insert into product (handle, title, status, created_at, updated_at, doc) values (?, ?, ?, ?, ?, ?)";
      // A handle is unique: a taken one gets a number, as in the admin.
      const wanted = handle ?? handleOf(title);
      const last = state.one<{ id: number | null }>("select max(id) id from product")?.id ?? 0;
      const taken = state.one("select 1 from product where handle = ?", wanted) !== null;
      const { id } = state.run(insert, taken ? `${wanted}-${last + 1}` : wanted, title, status, now, now, doc);
      const made = (variants ?? [{ ...single, variantTitle: "Default Title" }]).map((variant, at) =>
        addVariant(shop, id, at + 1, variant, locations),
      );
      webhooks.productChanged("products/create", id);
      return {
        productId: String(idOf("Product", id)),
        variants: made.map(({ row, sku }) => ({
          sku,
          id: gid("ProductVariant", row),
          inventoryItemId: String(idOf("InventoryItem", row)),
        })),
      };
    }),
  };
}

function addVariant(shop: Shop, product: number, position: number, variant: z.infer<typeof NewVariant>, locations: readonly number[]) {
  const { state, clock } = shop;
  const now = clock.nowMs();
  const { id } = state.run(
    `insert into variant (product_id, position, sku, sku_key, title, barcode, price, compare_at, policy, tracked, taxable, requires_shipping,
       created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    product,
    position,
    variant.sku,
    variant.sku?.toLowerCase() ?? null,
    variant.variantTitle,
    variant.barcode,
    variant.price,
    variant.compareAt,
    variant.inventoryPolicy,
    variant.tracked ? 1 : 0,
    variant.taxable ? 1 : 0,
    variant.requiresShipping ? 1 : 0,
    now,
    now,
  );
  const stock = variant.stock ?? Object.fromEntries(locations.map((location) => [String(location), 0]));
  for (const [location, units] of Object.entries(stock)) {
    demand(locations.includes(Number(location)), `There is no location ${location}`);
    const insert = "insert into level (item, location, available, created_at, updated_at) values (?, ?, ?, ?, ?)";
    state.run(insert, id, Number(location), units, now, now);
  }
  return { row: id, sku: variant.sku };
}

/** The one variant with this SKU. */
export function getVariant(shop: Shop, sku: string): VariantRow {
  const variants = listVariantsBySku(shop, sku);
  demand(variants.length < 2, `${variants.length} variants have the SKU ${sku}`);
  return found(variants[0], `variant with the SKU ${sku}`);
}

export function changeVariant(shop: Shop, sku: string, patch: z.infer<typeof VariantPatch>): true {
  const { state, clock, webhooks } = shop;
  const variant = getVariant(shop, sku);
  const product = found(findProduct(shop, variant.product_id), "product");
  const next = {
    ...variant,
    ...(patch.barcode !== undefined && { barcode: patch.barcode }),
    ...(patch.sku !== undefined && { sku: patch.sku }),
  };
  const now = clock.nowMs();
  state.run(
    "update variant set sku = ?, sku_key = ?, barcode = ?, price = ?, compare_at = ?, policy = ?, tracked = ?, updated_at = ? where id = ?",
    next.sku,
    next.sku?.toLowerCase() ?? null,
    next.barcode,
    patch.price ?? variant.price,
    patch.compareAt === undefined ? variant.compare_at : patch.compareAt,
    patch.inventoryPolicy ?? variant.policy,
    patch.tracked === undefined ? variant.tracked : Number(patch.tracked),
    now,
    variant.id,
  );
  const update = "update product set title = ?, status = ?, updated_at = ? where id = ?";
  state.run(update, patch.title ?? product.title, patch.status ?? product.status, now, product.id);
  webhooks.productChanged("products/update", product.id);
  return true;
}

/** The product of this SKU and all its variants are gone; orders keep their lines. */
export function deleteProduct(shop: Shop, sku: string): true {
  const { product_id } = getVariant(shop, sku);
  shop.state.run("delete from level where item in (select id from variant where product_id = ?)", product_id);
  shop.state.run("delete from variant where product_id = ?", product_id);
  shop.state.run("delete from product where id = ?", product_id);
  shop.webhooks.productChanged("products/delete", product_id);
  return true;
}

const Place = z.object({ sku: z.string(), locationId: z.coerce.string() });
export const LevelBody = Place.extend({ available: z.int().optional(), onHand: z.int().optional() });
export const CorruptBody = LevelBody.extend({ committed: z.int().optional(), unavailable: z.int().optional() });

/** As if edited in the admin. */
export function setLevel(shop: Shop, { sku, locationId, available, onHand }: z.infer<typeof LevelBody>): object {
  const body = corruptLevel(shop, { sku, locationId, available, onHand });
  shop.webhooks.levelChanged(getVariant(shop, sku).id, Number(locationId));
  return body;
}

/** Overwrites figures without an event, so that a level no longer is what its history says. */
export function corruptLevel(
  shop: Shop,
  { sku, locationId, available, onHand, committed, unavailable }: z.infer<typeof CorruptBody>,
): object {
  const { id } = getVariant(shop, sku);
  const level = found(findLevel(shop, id, Number(locationId)), `level of ${sku} at ${locationId}`);
  const next = { committed: committed ?? level.committed, unavailable: unavailable ?? level.unavailable };
  const free = onHand === undefined ? (available ?? level.available) : onHand - next.committed - next.unavailable;
  shop.state.run(
    "update level set available = ?, committed = ?, unavailable = ?, updated_at = ? where item = ? and location = ?",
    free,
    next.committed,
    next.unavailable,
    shop.clock.nowMs(),
    id,
    Number(locationId),
  );
  return { sku, locationId, available: free, ...next };
}

export function listLevels({ state }: Shop, sku: string | undefined, locationId: string | undefined): object[] {
  return state.many(
    `select sku, cast(location as text) as locationId, available, committed, unavailable, available + committed + unavailable as onHand,
       active = 1 as isActive, tracked = 1 as tracked, policy as inventoryPolicy, cast(item + ${idOf("InventoryItem", 0)} as text) as inventoryItemId
     from level join variant on variant.id = level.item
     where (?1 is null or (sku_key = lower(?1) and sku = ?1)) and (?2 is null or location = cast(?2 as integer)) order by item, location`,
    sku ?? null,
    locationId ?? null,
  );
}
