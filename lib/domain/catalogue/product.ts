import { z } from "zod";

import { LocationId, Sku, WarehouseId } from "../ids";
import { Rate } from "../money";

/** One sellable thing as one side knows it. */
export const Product = z.object({
  sku: Sku,
  /** The platform's id for it (Sitoo productid, Shopify variant number). */
  remoteId: z.string(),
  /** What stock is written to (Shopify inventory item number); empty where it is the SKU. */
  stockId: z.string(),
  title: z.string(),
  barcode: z.string().nullable(),
  isActive: z.boolean(),
  isTracked: z.boolean(),
  mayOversell: z.boolean(),
  rate: Rate.nullable(),
  /** What one costs, as a decimal in the connection's currency; null where the platform does not say it with the product. */
  price: z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .nullable(),
  /** What sort of thing it is by the platform's own word; empty where it does not say. */
  category: z.string(),
  changedAt: z.iso.datetime(),
});
export type Product = z.infer<typeof Product>;

/** A place at the shop that holds stock. */
export const ShopLocation = z.object({ id: LocationId, name: z.string(), isActive: z.boolean(), offersPickup: z.boolean() });
export type ShopLocation = z.infer<typeof ShopLocation>;

/** A Sitoo warehouse with the store it belongs to. */
export const PosWarehouse = z.object({
  id: WarehouseId,
  name: z.string(),
  storeId: z.string().nullable(),
  storeName: z.string().nullable(),
  isVirtual: z.boolean(),
  isSellable: z.boolean(),
  currency: z.string(),
});
export type PosWarehouse = z.infer<typeof PosWarehouse>;
