import { z } from "zod";

import { gid, idOf, rowOf } from "./ids";
import { findLevel, type LevelRow, levelSource } from "./levels";
import { connection, connectionOf, type PageArgs } from "./paging";
import { type Columns, searchSql } from "./search";
import { type Shop, timeText } from "./shop";

export type VariantRow = {
  id: number;
  product_id: number;
  position: number;
  sku: string | null;
  title: string;
  barcode: string | null;
  price: string;
  compare_at: string | null;
  policy: "DENY" | "CONTINUE";
  tracked: number;
  taxable: number;
  requires_shipping: number;
  created_at: number;
  updated_at: number;
};
export type ProductRow = {
  id: number;
  handle: string;
  title: string;
  status: string;
  created_at: number;
  updated_at: number;
  doc: string;
};
export const ProductDoc = z.object({
  vendor: z.string().default(""),
  productType: z.string().default(""),
  tags: z.array(z.string()).default([]),
});

export const findVariant = ({ state }: Shop, id: number | null): VariantRow | null =>
  id === null ? null : state.one<VariantRow>("select * from variant where id = ?", id);
export const findProduct = ({ state }: Shop, id: number | null): ProductRow | null =>
  id === null ? null : state.one<ProductRow>("select * from product where id = ?", id);

/** SKUs are case-sensitive, and not unique. */
export const listVariantsBySku = ({ state }: Shop, sku: string): VariantRow[] =>
  state.many<VariantRow>("select * from variant where sku_key = ? and sku = ? order by id", sku.toLowerCase(), sku);

const defaultTitle = "Default Title";
const nameOf = (product: ProductRow | null, { title }: VariantRow) =>
  title === defaultTitle ? (product?.title ?? "") : `${product?.title ?? ""} - ${title}`;
export const variantName = (shop: Shop, variant: VariantRow): string => nameOf(findProduct(shop, variant.product_id), variant);

export function variantSource(shop: Shop, row: VariantRow) {
  const { state } = shop;
  const available = () =>
    state.one<{ n: number }>("select coalesce(sum(available), 0) n from level where item = ? and active = 1", row.id)?.n ?? 0;
  const product = () => findProduct(shop, row.product_id);
  return {
    __typename: "ProductVariant",
    id: gid("ProductVariant", row.id),
    legacyResourceId: String(idOf("ProductVariant", row.id)),
    sku: row.sku,
    title: row.title,
    displayName: () => nameOf(product(), row),
    barcode: row.barcode,
    price: row.price,
    compareAtPrice: row.compare_at,
    inventoryPolicy: row.policy,
    inventoryQuantity: available,
    sellableOnlineQuantity: available,
    availableForSale: () => row.tracked === 0 || row.policy === "CONTINUE" || available() > 0,
    taxable: row.taxable === 1,
    taxCode: null,
    position: row.position,
    requiresComponents: false,
    selectedOptions: [{ name: "Title", value: row.title }],
    createdAt: timeText(row.created_at),
    updatedAt: timeText(row.updated_at),
    inventoryItem: () => inventoryItemSource(shop, row),
    product: () => {
      const found = product();
      return found && productSource(shop, found);
    },
  };
}

export function inventoryItemSource(shop: Shop, row: VariantRow) {
  const { state } = shop;
  return {
    __typename: "InventoryItem",
    id: gid("InventoryItem", row.id),
    legacyResourceId: String(idOf("InventoryItem", row.id)),
    sku: row.sku,
    tracked: row.tracked === 1,
    requiresShipping: row.requires_shipping === 1,
    unitCost: null,
    duplicateSkuCount: () =>
      row.sku === null
        ? 0
        : (state.one<{ n: number }>("select count(*) - 1 n from variant where sku_key = ? and sku = ?", row.sku.toLowerCase(), row.sku)
            ?.n ?? 0),
    createdAt: timeText(row.created_at),
    updatedAt: timeText(row.updated_at),
    variant: () => variantSource(shop, row),
    variants: (args: PageArgs) => connectionOf([row], args, (variant) => variantSource(shop, variant)),
    inventoryLevel({ locationId, includeInactive }: { locationId: string; includeInactive?: boolean | null }) {
      const location = rowOf("Location", locationId);
      const level = location === null ? null : findLevel(shop, row.id, location);
      return level && (level.active === 1 || includeInactive) ? levelSource(shop, level) : null;
    },
    inventoryLevels: (args: PageArgs & { includeInactive?: boolean | null }) =>
      connection<LevelRow>(
        state,
        args,
        {
          select: "level.*",
          from: "level",
          where: "item = ? and active >= ?",
          values: [row.id, args.includeInactive ? 0 : 1],
          sort: "item",
          id: "location",
        },
        (level) => levelSource(shop, level),
      ),
  };
}

export function productSource(shop: Shop, row: ProductRow) {
  const { vendor, productType, tags } = ProductDoc.parse(JSON.parse(row.doc));
  const count = (sql: string) => shop.state.one<{ n: number }>(sql, row.id)?.n ?? 0;
  return {
    __typename: "Product",
    id: gid("Product", row.id),
    legacyResourceId: String(idOf("Product", row.id)),
    handle: row.handle,
    title: row.title,
    status: row.status,
    vendor,
    productType,
    tags,
    isGiftCard: false,
    createdAt: timeText(row.created_at),
    updatedAt: timeText(row.updated_at),
    totalInventory: () =>
      count("select coalesce(sum(available), 0) n from level join variant on variant.id = level.item where product_id = ? and active = 1"),
    variantsCount: () => ({ count: count("select count(*) n from variant where product_id = ?"), precision: "EXACT" }),
    variants: (args: PageArgs) =>
      connection<VariantRow>(
        shop.state,
        args,
        { select: "variant.*", from: "variant", where: "product_id = ?", values: [row.id], sort: "position", id: "id" },
        (variant) => variantSource(shop, variant),
      ),
  };
}

const productColumns: Columns = {
  id: { sql: `(product.id + ${idOf("Product", 0)})`, kind: "number" },
  title: { sql: "lower(product.title)", kind: "key" },
  handle: { sql: "product.handle", kind: "key" },
  status: { sql: "lower(product.status)", kind: "key" },
  created_at: { sql: "product.created_at", kind: "time" },
  updated_at: { sql: "product.updated_at", kind: "time" },
};
const variantColumns: Columns = {
  id: { sql: `(variant.id + ${idOf("ProductVariant", 0)})`, kind: "number" },
  product_id: { sql: `(variant.product_id + ${idOf("Product", 0)})`, kind: "number" },
  sku: { sql: "variant.sku_key", kind: "key" },
  barcode: { sql: "lower(variant.barcode)", kind: "key" },
  product_status: { sql: "(select lower(status) from product where product.id = variant.product_id)", kind: "key" },
  updated_at: { sql: "variant.updated_at", kind: "time" },
};

export type ListArgs = PageArgs & { query?: string | null; sortKey?: string | null };
const sortOf = (table: string, sortKey: string | null | undefined) =>
  ({ UPDATED_AT: `${table}.updated_at`, CREATED_AT: `${table}.created_at`, TITLE: `${table}.title`, SKU: `coalesce(${table}.sku, '')` })[
    sortKey ?? ""
  ] ?? `${table}.id`;

export function productsConnection(shop: Shop, args: ListArgs) {
  const { sql, values } = searchSql(args.query, productColumns);
  const sort = sortOf("product", args.sortKey === "SKU" ? null : args.sortKey);
  return connection<ProductRow>(
    shop.state,
    args,
    { select: "product.*", from: "product", where: sql, values, sort, id: "product.id" },
    (row) => productSource(shop, row),
  );
}

export function variantsConnection(shop: Shop, args: ListArgs) {
  const { sql, values } = searchSql(args.query, variantColumns);
  const listing = { select: "variant.*", from: "variant", where: sql, values, sort: sortOf("variant", args.sortKey), id: "variant.id" };
  return connection<VariantRow>(shop.state, args, listing, (row) => variantSource(shop, row));
}

export function itemsConnection(shop: Shop, args: ListArgs) {
  const { sql, values } = searchSql(args.query, {
    ...variantColumns,
    id: { sql: `(variant.id + ${idOf("InventoryItem", 0)})`, kind: "number" },
  });
  const listing = { select: "variant.*", from: "variant", where: sql, values, sort: "variant.id", id: "variant.id" };
  return connection<VariantRow>(shop.state, args, listing, (row) => inventoryItemSource(shop, row));
}
