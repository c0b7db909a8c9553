import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { getConnection } from "@/lib/data/connections";
import { listSharingPairs } from "@/lib/data/find-pairs";
import { emit } from "@/lib/data/outbox";
import { markPairs } from "@/lib/data/stock-pairs";

import { command } from "./command";

export const StockPair = z.object({ locationId: z.string().min(1).max(100), sku: z.string().min(1).max(255) });

/** Look at these pairs now: both sides are read anew, and only what differs is sent. */
export const pushPairs = command({
  action: "stock.push",
  needs: "stock:write",
  input: z.object({ shopId: z.uuid(), pairs: z.array(StockPair).min(1).max(1_000) }),
  async run(tx, { shopId, pairs }) {
    const { posId } = await getConnection(shopId);
    if (!posId) throw new AppError("invalid", "Choose a shop.");
    const known = await listSharingPairs(
      tx,
      pairs.map((pair) => ({ shopId, ...pair })),
    );
    await markPairs(tx, posId, known);
    return { subject: `shop:${shopId}`, change: { pairs: pairs.slice(0, 100), count: known.length }, answer: { pairs: known.length } };
  },
});

/** Compare all stock of a shop with the till, now instead of at night. */
export const compareStock = command({
  action: "stock.compare",
  needs: "stock:write",
  input: z.object({ shopId: z.uuid() }),
  async run(tx, { shopId }) {
    const { posId } = await getConnection(shopId);
    if (!posId) throw new AppError("invalid", "Choose a shop.");
    await emit(tx, [{ name: "stock/compare.requested", data: { shopId } }]);
    return { subject: `shop:${shopId}`, change: {}, answer: undefined };
  },
});
