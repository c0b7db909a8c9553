import { endAllowances } from "@/lib/data/allowances";
import { listConnections } from "@/lib/data/connections";

import { inngest } from "../client";
import { stockWatchWanted } from "../events";
import { watchFreshness } from "./watch-stock/watch-freshness";
import { watchShop } from "./watch-stock/watch-shop";

/** Delays before they become errors: which flow is slower than its target, and which product stands still while others move. */
export const watchStock = inngest.createFunction(
  {
    id: "watch-stock",
    name: "Watch for stock that is late",
    triggers: [stockWatchWanted, { cron: "* * * * *" }],
    concurrency: [{ limit: 2 }],
    retries: 1,
  },
  async ({ event, step }) => {
    if (event.name === "stock/watch.wanted") {
      const { shopId } = event.data;
      return { [shopId]: await step.run("watch", () => watchShop(shopId)) };
    }
    const ids = await step.run("shops", async () => (await listConnections({ role: "shop" })).map(({ id }) => id));
    const late: Record<string, number | null> = {};
    for (const id of ids) {
      late[id] = await step.run(`watch-${id}`, async () => {
        await endAllowances(id);
        await watchFreshness(id);
        return watchShop(id);
      });
    }
    return late;
  },
);
