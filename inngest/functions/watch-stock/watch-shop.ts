import { inTransaction } from "@/lib/data/client";
import { type Connection, getConnection } from "@/lib/data/connections";
import { freeLate, holdLate, type LatePairRow, listLatePairs } from "@/lib/data/late-pairs";
import { type HeldRecord, raiseCauses } from "@/lib/data/raise-causes";
import { pairText } from "@/lib/data/stock-pairs";
import { keepStockWatch } from "@/lib/data/stock-watch";
import { stockLate } from "@/lib/domain/exceptions/kinds/stock-late";
import { webTooHigh } from "@/lib/domain/exceptions/kinds/web-too-high";
import { worthOf } from "@/lib/domain/money";
import { sinceIn } from "@/lib/domain/say-clock";
import { judgeLate, mostNamed } from "@/lib/domain/stock/judge-late";

import { watchLag } from "./watch-lag";

/**
 * Names each pair that has waited or differed for longer than its shop allows, and says where a whole flow is slow. Answers how
 * many are named; null where nothing can flow: that is the connection's own exception.
 */
export async function watchShop(shopId: string, now = new Date()): Promise<number | null> {
  const shop = await getConnection(shopId);
  if (!shop.posId) return null;
  const pos = await getConnection(shop.posId);
  await inTransaction((tx) => freeLate(tx, shopId));
  const flowingSince = await keepStockWatch(shopId);
  if (flowingSince === null) return null;
  await watchLag(shop, pos, flowingSince, now);

  const { lateAfterSeconds } = shop.options;
  if (now.getTime() - flowingSince.getTime() < lateAfterSeconds * 1_000) return 0;
  const late = await listLatePairs(shopId, lateAfterSeconds, mostNamed + 1);
  // So many are no matter of single products: the flow itself is late, and says so.
  if (late.length > mostNamed) return 0;
  return nameLate(shop, late, now);
}

const nameLate = (shop: Connection, late: readonly LatePairRow[], now: Date): Promise<number> =>
  inTransaction(async (tx) => {
    const judged = late.map((pair) => ({ ...pair, ...judgeLate(pair) }));
    const held = await holdLate(tx, shop.id, judged);
    const named = judged.filter((pair) => held.has(pairText(pair))).map((pair) => recordOf(shop, pair, now));
    await raiseCauses(tx, named);
    return named.length;
  });

function recordOf(shop: Connection, pair: LatePairRow & ReturnType<typeof judgeLate>, now: Date): HeldRecord {
  const { sku, locationId, store, since, price } = pair;
  const at = { sku, locationId, store, since: since.toISOString(), clock: sinceIn(shop.zone, since, now) };
  const units = pair.kind === "web-too-high" ? pair.web - pair.sellable : 0;
  return {
    shopId: shop.id,
    entity: "product",
    key: pairText(pair),
    label: `${sku} at ${store}`,
    amount: worthOf(price, units, shop.currency),
    currency: shop.currency,
    customerHash: "",
    promiseAt: null,
    units,
    causes: [
      pair.kind === "web-too-high"
        ? webTooHigh.raise({ ...at, web: pair.web, sellable: pair.sellable }, { field: "Difference", value: `+${units} since ${at.clock}` })
        : stockLate.raise(at, { field: "Waits since", value: at.clock }),
    ],
  };
}
