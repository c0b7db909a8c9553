import { inTransaction } from "@/lib/data/client";
import { noteDrift } from "@/lib/data/compare-stock";
import { type NewRecord, writeRecords } from "@/lib/data/records";
import { keepStockEntries } from "@/lib/data/stock-entries";
import { markPairs, pairText } from "@/lib/data/stock-pairs";
import type { LocationId } from "@/lib/domain/ids";
import { worthOf } from "@/lib/domain/money";
import { sayRule } from "@/lib/domain/stock/sellable";

import type { Finding } from "./compare-location";

type Shop = { id: string; posId: string; currency: string };

/** Writes down exactly what differs, with sign and money, and marks it so that a drain puts it right. */
export async function recordDifferences(
  runId: string,
  shop: Shop,
  { locationId, name }: { locationId: LocationId; name: string },
  differing: readonly Finding[],
): Promise<void> {
  if (differing.length === 0) return;
  await inTransaction(async (tx) => {
    await markPairs(
      tx,
      shop.posId,
      differing.map(({ sku, sellable }) => ({ shopId: shop.id, locationId, sku, urgent: sellable === 0 })),
    );
    await noteDrift(tx, shop.id, locationId, differing);
    await keepStockEntries(
      tx,
      shop.id,
      differing.map(({ sku, available, sellable, drift }) => ({
        locationId,
        sku,
        what: "compare",
        before: available,
        after: sellable,
        text: sayDrift(drift),
      })),
    );
    await writeRecords(
      tx,
      { id: runId, flow: "compare-stock" },
      differing.map((finding) => recordOf(shop, locationId, name, finding)),
    );
  });
}

const recordOf = (
  shop: Shop,
  locationId: LocationId,
  store: string,
  { sku, facts, sellable, available, drift, price }: Finding,
): NewRecord => ({
  connectionId: shop.id,
  entity: "product",
  key: pairText({ locationId, sku }),
  label: `${sku} at ${store}`,
  outcome: "accepted-different",
  why: sayDrift(drift),
  detail: {
    sku,
    locationId,
    store,
    available,
    sellable,
    drift,
    amount: worthOf(price, Math.abs(drift), shop.currency),
    currency: shop.currency,
    rule: sayRule(facts),
  },
});

const sayDrift = (drift: number): string =>
  drift > 0 ? `The web offers ${drift} more than may be sold` : `The web hides ${-drift} that could be sold`;
