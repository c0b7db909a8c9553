import type { ShopOrder } from "./shop-order";

/** When the customer was told to expect the goods; null once nothing is left to hand over. */
export function promiseOf(order: ShopOrder, hours: { pickupPromiseHours: number; shippingPromiseHours: number }): string | null {
  if (order.cancelledAt || !order.allocations.some(({ lines }) => lines.some(({ remaining }) => remaining > 0))) return null;
  const isPickup = order.allocations.some(({ method }) => method === "pickup");
  return new Date(
    Date.parse(order.placedAt) + (isPickup ? hours.pickupPromiseHours : hours.shippingPromiseHours) * 3_600_000,
  ).toISOString();
}
