import type { LocationId } from "../ids";
import { allocate, minor } from "../money";
import type { PosRow } from "./pos-order";
import type { Allocation, ShopOrder } from "./shop-order";

export type Place = { locationId: LocationId; name: string; isPickup: boolean };
export type Portion = { place: Place; rows: PosRow[] };

/** Places in a stable order, so that the same order always gets the same external ids. Null: the shop has not said where. */
export function placesOf(allocations: readonly Allocation[]): Place[] | null {
  const places = new Map<LocationId, Place>();
  for (const { locationId, locationName, method, lines } of allocations) {
    if (!lines.some(({ quantity }) => quantity > 0)) continue;
    if (locationId === null) return null;
    places.set(locationId, {
      locationId,
      name: locationName,
      isPickup: method === "pickup" || (places.get(locationId)?.isPickup ?? false),
    });
  }
  const sorted = [...places.values()].sort((a, b) => a.locationId.length - b.locationId.length || (a.locationId < b.locationId ? -1 : 1));
  return sorted.length > 0 ? sorted : null;
}

/** Units, money and tax of every row go where the shop sends the units; what it sends nowhere, and shipping, go with the first place. Sums stay exact. */
export function splitByLocation(
  order: ShopOrder,
  places: readonly Place[],
  rows: readonly PosRow[],
  shippingRows: readonly PosRow[],
): Portion[] {
  const at = new Map(places.map(({ locationId }, index) => [locationId, index]));
  const unitsOf = (row: PosRow): number[] => {
    const units = places.map(() => 0);
    let left = row.quantity;
    for (const { locationId, lines } of order.allocations) {
      const index = locationId === null ? undefined : at.get(locationId);
      if (index === undefined) continue;
      for (const line of lines) {
        if (line.lineId !== row.shopLineId) continue;
        const taken = Math.min(left, line.quantity);
        units[index]! += taken;
        left -= taken;
      }
    }
    units[0]! += left;
    return units;
  };

  const portions: Portion[] = places.map((place) => ({ place, rows: [] }));
  for (const row of rows) {
    const units = unitsOf(row);
    const [gross, discount, tax] = [allocate(row.gross, units), allocate(row.discount, units), allocate(row.shopTax, units)];
    units.forEach((quantity, index) => {
      if (quantity === 0) return;
      portions[index]!.rows.push({
        ...row,
        quantity,
        gross: gross[index] ?? minor(0),
        discount: discount[index] ?? minor(0),
        shopTax: tax[index] ?? minor(0),
      });
    });
  }
  portions[0]?.rows.push(...shippingRows);
  return portions.filter((portion) => portion.rows.length > 0);
}
