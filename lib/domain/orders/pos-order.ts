import { z } from "zod";

import { LocationId, Sku, WarehouseId } from "../ids";
import { Currency, Minor, Rate } from "../money";
import { Route } from "./route";
import { Address } from "./shop-order";

/** One row of an order at the POS; amounts are gross for the whole row. */
export const PosRow = z.object({
  sku: Sku,
  title: z.string(),
  quantity: z.int(),
  gross: Minor,
  discount: Minor,
  rate: Rate,
  /** The shop's own tax for the row, carried beside: the POS computes its own. */
  shopTax: Minor,
  shopLineId: z.string(),
});
export type PosRow = z.infer<typeof PosRow>;

/** What we send: one per web order and location. */
export const PosOrderDraft = z.object({
  /** The shop location these rows belong to, to notice a later move. */
  locationId: LocationId,
  externalId: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/),
  warehouseId: WarehouseId,
  currency: Currency,
  placedAt: z.iso.datetime(),
  reservedUntil: z.iso.datetime().nullable(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  phone: z.string(),
  invoice: Address.nullable(),
  /** Null = collected at the store. */
  delivery: Address.nullable(),
  rows: z.array(PosRow).min(1),
  payments: z.array(z.object({ name: z.string(), amount: Minor, externalId: z.string() })),
  webOrderId: z.string(),
  webOrderName: z.string(),
  shopName: z.string(),
  /** Where the shop named no location: why this one. */
  route: Route.optional(),
});
export type PosOrderDraft = z.infer<typeof PosOrderDraft>;

/** What the POS holds, as read back. */
export const PosOrder = z.object({
  id: z.string(),
  externalId: z.string().nullable(),
  state: z.enum(["open", "closed", "cancelled", "abandoned"]),
  warehouseId: WarehouseId.nullable(),
  webOrderId: z.string().nullable(),
  currency: Currency,
  total: Minor,
  reservedUntil: z.iso.datetime().nullable(),
  rows: z.array(z.object({ sku: z.string(), quantity: z.int(), gross: Minor, net: Minor, vat: Minor, rate: Rate })),
});
export type PosOrder = z.infer<typeof PosOrder>;
