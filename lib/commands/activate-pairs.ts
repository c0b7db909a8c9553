import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { getConnection } from "@/lib/data/connections";
import { listSharingPairs } from "@/lib/data/find-pairs";
import { wantActivation } from "@/lib/data/stock-pairs";

import { command } from "./command";
import { StockPair } from "./push-stock";

/** Has the shop stock these products at their locations, also where there is none to sell yet; their figures follow. */
export const activatePairs = command({
  action: "stock.activate",
  needs: "stock:write",
  input: z.object({ shopId: z.uuid(), pairs: z.array(StockPair).min(1).max(200) }),
  async run(tx, { shopId, pairs }) {
    const { posId } = await getConnection(shopId);
    if (!posId) throw new AppError("invalid", "Choose a shop.");
    const asked = pairs.map((pair) => ({ shopId, ...pair }));
    const known = (await listSharingPairs(tx, asked)).filter(({ locationId, sku }) =>
      pairs.some((pair) => pair.locationId === locationId && pair.sku === sku),
    );
    if (known.length === 0) throw new AppError("invalid", "This location is not mapped to the till, or the shop has no such product.");
    await wantActivation(tx, posId, known);
    return { subject: `shop:${shopId}`, change: { pairs, count: known.length }, answer: { pairs: known.length } };
  },
});
