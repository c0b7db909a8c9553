import type { CauseDraft } from "@/lib/domain/exceptions/kind";
import { inTransaction } from "./client";
import { confirmEffects } from "./effects";
import { type Settled, settleOrders } from "./order-lanes";
import { markPairsOfOrders } from "./order-units";
import { type HeldRecord, raiseCauses, releaseHeld } from "./raise-causes";
import { type Outcome, writeRecords } from "./records";
import { settleReleaseLines } from "./release-plans";
import { keepSearchKeys, type SearchKey } from "./search-keys";

/** What became of one order in one run. `outcome` "unchanged" and "waiting" move the lane and leave no record. */
export type OrderResult = {
  shopId: string;
  orderId: string;
  version: string;
  name: string;
  attempts: number;
  outcome: Outcome | "unchanged" | "waiting";
  why: string;
  waitMs: number;
  causes: CauseDraft[];
  amount: number;
  currency: string;
  customerHash: string;
  promiseAt: string | null;
  units: number;
  detail: Record<string, unknown>;
  confirmedKeys: string[];
  /** Beyond its number, id and customer. */
  searchKeys: { value: string; kind: SearchKey["kind"] }[];
};

const laneState: Record<OrderResult["outcome"], Settled["state"]> = {
  confirmed: "done",
  "accepted-different": "held",
  "not-yet-visible": "waiting",
  skipped: "done",
  held: "held",
  failed: "waiting",
  unchanged: "done",
  waiting: "waiting",
};

/** Everything that follows from a batch of results, in one transaction: lanes, records, causes, effects, search, releases. */
export async function recordOrders(run: { id: string; flow: string }, lease: string, results: readonly OrderResult[]): Promise<void> {
  if (results.length === 0) return;
  await inTransaction(async (tx) => {
    await settleOrders(
      tx,
      lease,
      results.map(({ shopId, orderId, version, outcome, why, attempts, waitMs }) => ({
        shopId,
        orderId,
        version,
        attempts,
        waitMs,
        state: laneState[outcome],
        reason: why,
        outcome: outcome === "unchanged" ? "confirmed" : outcome === "waiting" ? "" : outcome,
      })),
    );
    await writeRecords(
      tx,
      run,
      results.flatMap(({ outcome, shopId, orderId, name, why, detail }) =>
        outcome === "unchanged" || outcome === "waiting"
          ? []
          : [{ connectionId: shopId, entity: "order" as const, key: orderId, label: name, outcome, why, detail }],
      ),
    );
    await confirmEffects(
      tx,
      results.flatMap(({ confirmedKeys }) => confirmedKeys),
    );
    await keepSearchKeys(tx, results.flatMap(searchKeysOf));
    await raiseCauses(tx, results.filter(({ causes }) => causes.length > 0).map(heldRecord));
    await releaseHeld(
      tx,
      results
        .filter(({ causes, outcome }) => causes.length === 0 && outcome !== "failed" && outcome !== "not-yet-visible")
        .map(({ shopId, orderId }) => ({ shopId, entity: "order", key: orderId })),
    );
    await settleReleaseLines(tx, results);
    await markPairsOfOrders(
      tx,
      results.filter(({ outcome }) => outcome === "confirmed"),
    );
  });
}

/** Its number, id and customer, whatever became of it, and what else it is called by now. */
function searchKeysOf({ shopId, orderId, name, customerHash, searchKeys }: OrderResult): SearchKey[] {
  const own = [
    { value: name, kind: "name" as const },
    { value: orderId, kind: "id" as const },
    { value: customerHash, kind: "email" as const },
  ];
  return [...own, ...searchKeys].map((key) => ({ ...key, entity: "order", shopId, key: orderId, label: name }));
}

const heldRecord = ({ shopId, orderId, name, amount, currency, customerHash, promiseAt, units, causes }: OrderResult): HeldRecord => ({
  shopId,
  entity: "order",
  key: orderId,
  label: name,
  amount,
  currency,
  customerHash,
  promiseAt,
  units,
  causes,
});
