import { findVariant } from "./catalogue";
import type { FulfilmentOrderLineRow } from "./fulfilment-source";
import { moveLevel } from "./levels";
import { findLine } from "./orders";
import type { Shop } from "./shop";

/** The item whose stock a line takes; null for custom lines and for what is not tracked. */
function trackedItem(shop: Shop, variantId: number | null): number | null {
  const variant = findVariant(shop, variantId);
  return variant?.tracked === 1 ? variant.id : null;
}

/** An order promises units of a location: less available, on hand stays. */
export function commit(shop: Shop, variantId: number | null, location: number, units: number): void {
  const item = trackedItem(shop, variantId);
  if (item !== null && units !== 0) moveLevel(shop, item, location, { available: -units, committed: units });
}

/** Units that leave the building: the promise is kept, on hand falls. */
export function handOver(shop: Shop, variantId: number | null, location: number, units: number): void {
  const item = trackedItem(shop, variantId);
  if (item !== null && units !== 0) moveLevel(shop, item, location, { committed: -units });
}

/** What a fulfilment order still holds is free again, or gone where nothing is to be restocked. */
export function release(shop: Shop, line: FulfilmentOrderLineRow, location: number, units: number, restock = true): void {
  const variantId = findLine(shop, line.line_id)?.variant_id ?? null;
  if (restock) commit(shop, variantId, location, -units);
  else handOver(shop, variantId, location, units);
}
