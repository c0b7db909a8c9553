import { inTransaction } from "@/lib/data/client";
import { type Connection, getConnection } from "@/lib/data/connections";
import { findLastCheck, holdLate, type LatePairRow, listUnverified } from "@/lib/data/late-pairs";
import { type HeldRecord, raiseCauses, releaseHeld } from "@/lib/data/raise-causes";
import { pairText } from "@/lib/data/stock-pairs";
import { compareOverdue } from "@/lib/domain/exceptions/kinds/compare-overdue";
import { stockUnverified } from "@/lib/domain/exceptions/kinds/stock-unverified";
import { dayIn } from "@/lib/domain/say-clock";
import { mostNamed } from "@/lib/domain/stock/judge-late";

const hour = 3_600_000;
const blank = { amount: 0, currency: "", customerHash: "", promiseAt: null, units: 0 };

/** Which figures nobody has seen right for too long: a full check that does not end, or single products that it leaves out. */
export async function watchFreshness(shopId: string, now = new Date()): Promise<void> {
  const shop = await getConnection(shopId);
  if (!shop.posId || shop.isPaused || (await getConnection(shop.posId)).isPaused) return;
  const { verifiedWithinHours } = shop.options;
  const { endedAt, pairs, knownSince } = await findLastCheck(shopId);
  const checkedAt = endedAt ?? knownSince ?? now;
  const hours = Math.floor((now.getTime() - checkedAt.getTime()) / hour);
  const check = { shopId, entity: "connection" as const, key: "compare" };
  if (hours >= verifiedWithinHours && pairs > 0) {
    const evidence = { hours, day: endedAt ? dayIn(shop.zone, endedAt) : "", pairs };
    const causes = [compareOverdue.raise(evidence, { field: "Last full check", value: endedAt ? `${hours} hours ago` : "never" })];
    await inTransaction((tx) =>
      raiseCauses(tx, [{ ...check, ...blank, label: `Full check of ${shop.name}`, causes }], { complete: false }),
    );
    return;
  }
  const left = await listUnverified(shopId, verifiedWithinHours, mostNamed);
  await inTransaction(async (tx) => {
    await releaseHeld(tx, [check]);
    const judged = left.map((pair) => ({ ...pair, kind: stockUnverified.id as "stock-unverified" }));
    const held = await holdLate(tx, shopId, judged);
    await raiseCauses(
      tx,
      judged.filter((pair) => held.has(pairText(pair))).map((pair) => recordOf(shop, pair, now)),
    );
  });
}

function recordOf(shop: Connection, pair: LatePairRow, now: Date): HeldRecord {
  const { sku, locationId, store, since } = pair;
  const day = dayIn(shop.zone, since);
  const hours = Math.floor((now.getTime() - since.getTime()) / hour);
  const causes = [stockUnverified.raise({ sku, locationId, store, hours, day }, { field: "Last seen right", value: day })];
  return { ...blank, shopId: shop.id, entity: "product", key: pairText(pair), label: `${sku} at ${store}`, causes };
}
