import { z } from "zod";

import { db } from "@/lib/data/client";

import { openTestRetailer } from "../carry-orders/test-retailer";
import { readMovements } from "../pull-movements";
import { drainBatch } from "./drain-batch";
import { openStockPorts } from "./stock-ports";

const WebLevels = z.array(z.object({ sku: z.string(), locationId: z.string(), available: z.int(), committed: z.int(), onHand: z.int() }));
const TillLevels = z.array(
  z.object({ sku: z.string(), warehouseid: z.int(), total: z.string(), reserved: z.string(), available: z.string() }),
);
const Calls = z.record(z.string(), z.record(z.string(), z.int()));

/** The test retailer with the stock flow's steps to be called one by one, and the hands of staff on both sides. */
export async function openTestStock() {
  const retailer = await openTestRetailer();
  const { till, web, warehouses, locations, shopId, posId } = retailer;
  await readMovements(posId);

  return {
    ...retailer,
    /** Reads what moved at the till. */
    pull: () => readMovements(posId),
    /** Batches until nothing is due. Answers what was taken and written. */
    async drain({ beforeWrite }: { beforeWrite?: () => Promise<unknown> } = {}): Promise<{ taken: number; wrote: number }> {
      const sum = { taken: 0, wrote: 0 };
      const open: typeof openStockPorts = (shop, pos) => {
        const ports = openStockPorts(shop, pos);
        const write: typeof ports.stock.write = async (...args) => {
          await beforeWrite?.();
          return ports.stock.write(...args);
        };
        return { ...ports, stock: { ...ports.stock, write } };
      };
      for (let batch = await drainBatch(shopId, open); batch.taken > 0; batch = await drainBatch(shopId, open)) {
        sum.taken += batch.taken;
        sum.wrote += batch.wrote;
      }
      return sum;
    },
    /** As if this much time had passed for every pair. */
    letTimePass: (seconds: number) =>
      db.$executeRaw`
        update stock_pair set not_before = not_before - ${seconds} * interval '1 second', leased_until = leased_until - ${seconds} * interval '1 second',
          marked_at = marked_at - ${seconds} * interval '1 second', drift_since = drift_since - ${seconds} * interval '1 second', confirmed_at = confirmed_at - ${seconds} * interval '1 second',
          look_again_at = look_again_at - ${seconds} * interval '1 second', asked_at = asked_at - ${seconds} * interval '1 second', written_at = written_at - ${seconds} * interval '1 second'`,
    sell: (sku: string, quantity = 1, store = "Leeds") =>
      till.post("/sell", { warehouseid: warehouses.get(store), lines: [{ sku, quantity }] }),
    receive: (sku: string, quantity: number, store = "Leeds") =>
      till.post("/receive", { warehouseid: warehouses.get(store), lines: [{ sku, quantity }] }),
    async online(sku: string, store = "Leeds"): Promise<number> {
      const levels = await web.get(`/levels?sku=${encodeURIComponent(sku)}&locationId=${locations.get(store)}`, WebLevels);
      return levels[0]!.available;
    },
    webLevels: () => web.get("/levels", WebLevels),
    tillLevels: () => till.get("/levels", TillLevels),
    /** Calls to the shop since the last time, by operation. */
    async webCalls(): Promise<Record<string, number>> {
      const calls = await web.get("/calls", Calls);
      await web.post("/calls/reset", {});
      return Object.fromEntries(
        Object.entries(calls).map(([name, byStatus]) => [name, Object.values(byStatus).reduce((a, b) => a + b, 0)]),
      );
    },
  };
}
