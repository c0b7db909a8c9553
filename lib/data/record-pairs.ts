import type { CauseDraft } from "@/lib/domain/exceptions/kind";
import { inTransaction } from "./client";
import { emit } from "./outbox";
import { type HeldRecord, raiseCauses, releaseHeld } from "./raise-causes";
import { endRun, type NewRecord, startRun, writeRecords } from "./records";
import { keepStockEntries, type StockEntry } from "./stock-entries";
import { type PairResult, settlePairs } from "./stock-leases";
import { markPairs, pairText } from "./stock-pairs";

export type SettledPair = PairResult & {
  label: string;
  /** The kind that held it before this look. */
  wasHeldBy: string;
  causes: CauseDraft[];
  /** Said beside what holds it, each as a record of its own. */
  notices: { key: string; cause: CauseDraft }[];
  entries: StockEntry[];
  record: Pick<NewRecord, "outcome" | "why" | "detail"> | null;
  units: number;
  amount: number;
};

/** Everything that follows from a batch, in one transaction: pairs, timeline, records, causes. Runs that changed nothing are not kept. */
export async function recordPairs(
  shop: { id: string; posId: string; currency: string },
  lease: string,
  pairs: readonly SettledPair[],
  { asksOrders, counts, readAt }: { asksOrders: boolean; counts: Record<string, number>; readAt: Date },
): Promise<void> {
  const records = pairs.flatMap(({ record, label, ...pair }): NewRecord[] =>
    record ? [{ connectionId: shop.id, entity: "product", key: pairText(pair), label, ...record }] : [],
  );
  const runId = records.length > 0 ? await startRun("drain-stock", shop.id) : null;
  await inTransaction(async (tx) => {
    const lost = await settlePairs(tx, shop.id, lease, pairs, readAt);
    // Somebody else took these over while we wrote: whose figure stands at the shop is to be seen.
    await markPairs(
      tx,
      shop.posId,
      lost.filter(({ wrote }) => wrote).map(({ locationId, sku }) => ({ shopId: shop.id, locationId, sku })),
    );
    await keepStockEntries(
      tx,
      shop.id,
      pairs.flatMap(({ entries }) => entries),
    );
    const held = (pair: SettledPair, causes: readonly CauseDraft[], key = pairText(pair)): HeldRecord => ({
      shopId: shop.id,
      entity: "product",
      key,
      label: pair.label,
      amount: pair.amount,
      currency: shop.currency,
      customerHash: "",
      promiseAt: null,
      units: pair.units,
      causes,
    });
    await raiseCauses(
      tx,
      pairs.filter(({ causes }) => causes.length > 0).map((pair) => held(pair, pair.causes)),
    );
    await raiseCauses(
      tx,
      [...new Map(pairs.flatMap((pair) => pair.notices.map(({ key, cause }) => [key, held(pair, [cause], key)] as const))).values()],
      { complete: false },
    );
    await releaseHeld(
      tx,
      pairs
        .filter(({ causes, wasHeldBy }) => causes.length === 0 && wasHeldBy !== "")
        .map((pair) => ({ shopId: shop.id, entity: "product", key: pairText(pair) })),
    );
    if (asksOrders) await emit(tx, [{ name: "orders/pull.wanted", data: { shopId: shop.id } }]);
    if (!runId) return;
    await writeRecords(tx, { id: runId, flow: "drain-stock" }, records);
    await endRun(tx, runId, counts);
  });
}
