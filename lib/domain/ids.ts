import { z } from "zod";

// Remote keys are kept byte for byte: a trailing space is another SKU.
export const Sku = z.string().min(1).max(255).brand<"Sku", "inout">();
export type Sku = z.infer<typeof Sku>;

export const ConnectionId = z.uuid().brand<"ConnectionId", "inout">();
export type ConnectionId = z.infer<typeof ConnectionId>;

/** A shop's own order id, as its API names it (Shopify: the number behind the gid). */
export const ShopOrderId = z.string().min(1).max(100).brand<"ShopOrderId", "inout">();
export type ShopOrderId = z.infer<typeof ShopOrderId>;

/** A shop's own id of a place that holds stock (Shopify Location, MSI source, supply channel). */
export const LocationId = z.string().min(1).max(100).brand<"LocationId", "inout">();
export type LocationId = z.infer<typeof LocationId>;

/** Sitoo `warehouseid` as text. */
export const WarehouseId = z.string().min(1).max(20).brand<"WarehouseId", "inout">();
export type WarehouseId = z.infer<typeof WarehouseId>;

export const CauseId = z.uuid().brand<"CauseId", "inout">();
export type CauseId = z.infer<typeof CauseId>;

export const PlanId = z.uuid().brand<"PlanId", "inout">();
export type PlanId = z.infer<typeof PlanId>;
