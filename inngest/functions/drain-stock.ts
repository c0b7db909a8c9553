import { setTimeout as pause } from "node:timers/promises";

import { inTransaction } from "@/lib/data/client";
import { beginDrain, wakeDrains } from "@/lib/data/stock-pairs";

import { inngest } from "../client";
import { drainWanted } from "../events";
import { drainBatch } from "./drain-stock/drain-batch";

const mostBatches = 20;
/** A moment for more marks to arrive: a fuller batch costs hardly more calls than a small one. */
const gatherMs = 150;

/**
 * Brings what the web offers to what may be sold, a batch of marked pairs at a time. Leases keep two drains apart,
 * not the engine; each step may run twice without harm.
 */
export const drainStock = inngest.createFunction(
  {
    id: "drain-stock",
    name: "Send stock to the shop",
    triggers: [drainWanted],
    concurrency: [{ limit: 4 }, { key: "event.data.shopId", limit: 1 }],
    retries: 4,
  },
  async ({ event, step }) => {
    const { shopId } = event.data;
    let [taken, wrote] = [0, 0];
    for (let at = 1; at <= mostBatches; at += 1) {
      const batch = await step.run(`batch-${at}`, async () => {
        if (at === 1) {
          await pause(gatherMs);
          if (!(await beginDrain(shopId))) return { taken: 0, wrote: 0, isLast: true };
        }
        return drainBatch(shopId);
      });
      taken += batch.taken;
      wrote += batch.wrote;
      if (batch.isLast) return { taken, wrote };
    }
    await step.run("go-on", () => inTransaction((tx) => wakeDrains(tx, [shopId])));
    return { taken, wrote };
  },
);
