import { z } from "zod";

import { LocationId, Sku, WarehouseId } from "../ids";

/** Signed thousandths of a unit: 1.5 kg is 1500. */
export const Thousandths = z.int().brand<"Thousandths", "inout">();
export type Thousandths = z.infer<typeof Thousandths>;

/** Physical and reserved stock at the POS. */
export const PosLevel = z.object({ sku: Sku, warehouseId: WarehouseId, total: Thousandths, reserved: Thousandths });
export type PosLevel = z.infer<typeof PosLevel>;

/** A level in a long list; null where its figures make no sense. */
export const ListedPosLevel = PosLevel.extend({ total: Thousandths.nullable(), reserved: Thousandths.nullable() });
export type ListedPosLevel = z.infer<typeof ListedPosLevel>;
export const isReadable = (level: ListedPosLevel): level is PosLevel => level.total !== null;

/** One movement the POS booked: the level after it. */
export const PosMovement = z.object({
  id: z.string(),
  warehouseId: WarehouseId,
  sku: Sku,
  kind: z.enum(["in", "out", "sale", "refund", "count", "other"]),
  change: Thousandths,
  totalAfter: Thousandths,
  at: z.iso.datetime(),
});
export type PosMovement = z.infer<typeof PosMovement>;

/** What the shop shows at one location, whole units. `held` = committed or otherwise unavailable by the shop's own count. */
export const ShopLevel = z.object({
  sku: Sku,
  locationId: LocationId,
  itemId: z.string(),
  available: z.int(),
  onHand: z.int(),
  held: z.int(),
  isStocked: z.boolean(),
  isTracked: z.boolean(),
  mayOversell: z.boolean(),
});
export type ShopLevel = z.infer<typeof ShopLevel>;

/** `onHand` replaces `from` if the shop still holds `from` (compare and set). */
export const ShopLevelWrite = z.object({ sku: Sku, itemId: z.string(), locationId: LocationId, onHand: z.int(), from: z.int() });
export type ShopLevelWrite = z.infer<typeof ShopLevelWrite>;

export type ShopLevelOutcome = { sku: Sku; locationId: LocationId } & (
  | { result: "written" }
  | { result: "stale" }
  | { result: "refused"; reason: string }
  | { result: "unclear" }
);
