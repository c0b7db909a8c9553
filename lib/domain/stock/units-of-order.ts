import type { LocationId, Sku } from "../ids";
import type { ShopOrder } from "../orders/shop-order";

/** Units of one SKU that an order wants from one location: in all, and still to be handed over or shipped by the shop's count. */
export type OrderUnits = { locationId: LocationId; sku: Sku; remaining: number; quantity: number };

/** None for an order that never reaches the till, or was cancelled. */
export function unitsOf({ cancelledAt, isTest, isBornInPos, lines, allocations }: ShopOrder): OrderUnits[] {
  if (cancelledAt !== null || isTest || isBornInPos) return [];
  const wanted = new Map(lines.map(({ id, sku, quantity }) => [id, { sku, quantity }]));
  const units = new Map<string, OrderUnits>();
  for (const { locationId, lines: parts } of allocations) {
    if (locationId === null) continue;
    for (const { lineId, quantity, remaining } of parts) {
      const line = wanted.get(lineId);
      if (!line?.sku) continue;
      const taken = Math.min(quantity, line.quantity);
      if (taken === 0) continue;
      const key = `${locationId}:${line.sku}`;
      const so = units.get(key) ?? { locationId, sku: line.sku, remaining: 0, quantity: 0 };
      units.set(key, { ...so, remaining: so.remaining + Math.min(remaining, taken), quantity: so.quantity + taken });
      wanted.set(lineId, { ...line, quantity: line.quantity - taken });
    }
  }
  return [...units.values()];
}
