import { setTimeout as pause } from "node:timers/promises";

import type { House } from "@/lib/machine/house";
import { openControl } from "@/prisma/seed/control";
import { shopBody } from "./shop-body";
import type { Place, WebOrder } from "./web-order";

type Placing = {
  locations: ReadonlyMap<Place, string>;
  /** Orders per second; absent: as fast as the shop takes them. */
  rate?: number | undefined;
  signal: AbortSignal;
};

/** Customers place the orders one after the other, at a steady rate or at once. */
export async function placeOrders(house: House, orders: readonly WebOrder[], { locations, rate, signal }: Placing): Promise<void> {
  const shop = openControl(house.simulators.shopify);
  const beganAt = performance.now();
  for (const [at, order] of orders.entries()) {
    signal.throwIfAborted();
    const due = rate === undefined ? 0 : beganAt + (at * 1000) / rate - performance.now();
    if (due > 0) await pause(due, undefined, { signal });
    await shop.post("/orders", shopBody(order, locations));
  }
}
