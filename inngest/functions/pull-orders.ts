import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { inTransaction } from "@/lib/data/client";
import { type Connection, listConnections, moveCursor, noteAnswer } from "@/lib/data/connections";
import { listNewerVersions, markOrders } from "@/lib/data/order-lanes";

import { inngest } from "../client";
import { ordersWanted } from "../events";
import { pauseForFailure } from "./carry-orders/connection-trouble";

const overlapMs = 5 * 60_000;
const mostPages = 40;

/** The census behind the webhooks: every minute, which orders changed that nobody told us of. */
export const pullOrders = inngest.createFunction(
  {
    id: "pull-orders",
    name: "Ask the shops for changed orders",
    triggers: [ordersWanted, { cron: "* * * * *" }],
    concurrency: 1,
    retries: 1,
  },
  async ({ event, step }) => {
    if (event.name === "orders/pull.wanted") {
      const { shopId } = event.data;
      return { [shopId]: await step.run(`pull-${shopId}`, () => pullShop(shopId)) };
    }
    const shops = await step.run("shops", async () =>
      (await listConnections({ role: "shop" })).filter(({ isPaused }) => !isPaused).map(({ id }) => id),
    );
    const marked: Record<string, number> = {};
    for (const shopId of shops) marked[shopId] = await step.run(`pull-${shopId}`, () => pullShop(shopId));
    return marked;
  },
);

export async function pullShop(shopId: string): Promise<number> {
  const shop = (await listConnections({ role: "shop" })).find(({ id }) => id === shopId);
  if (!shop?.posId) return 0;
  try {
    return await pull(shop, shop.posId);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    await pauseForFailure(shop, error);
    return 0;
  }
}

async function pull(shop: Connection, posId: string): Promise<number> {
  const port = openPort(shop, "orders");
  const startedAt = Date.now();
  // A first pull looks back a day: what is older was settled before Parity came.
  const since = new Date(Date.parse(shop.cursors.orders ?? new Date(startedAt - 86_400_000).toISOString()) - overlapMs).toISOString();
  let page: string | null = null;
  let marked = 0;
  for (let pages = 0; pages < mostPages; pages += 1) {
    const { items, next }: Awaited<ReturnType<typeof port.listSince>> = await port.listSince(since, page);
    const changed = await listNewerVersions(shop.id, items);
    await inTransaction((tx) =>
      markOrders(
        tx,
        { id: shop.id, posId },
        changed.map(({ id, name }) => ({ orderId: id, name })),
      ),
    );
    marked += changed.length;
    page = next;
    if (page === null) break;
  }
  if (page === null) await moveCursor(shop.id, "orders", new Date(startedAt).toISOString());
  await noteAnswer(shop.id);
  return marked;
}
