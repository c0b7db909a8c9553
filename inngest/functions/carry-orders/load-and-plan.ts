import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { db } from "@/lib/data/client";
import { type Connection, getConnection } from "@/lib/data/connections";
import { listCorrections } from "@/lib/data/corrections";
import { type Effect, listEffects, planEffects } from "@/lib/data/effects";
import { loadOrderContext } from "@/lib/data/order-context";
import { type ClaimedOrder, claimLane, claimOrders, keepSources, leaveLane } from "@/lib/data/order-lanes";
import { keepDifferences } from "@/lib/data/price-facts";
import { type OrderResult, recordOrders } from "@/lib/data/record-orders";
import { endRun, startRun } from "@/lib/data/records";
import { emailHash } from "@/lib/data/search-keys";
import { orderUnreadable } from "@/lib/domain/exceptions/kinds/order-unreadable";
import { mapAtMost } from "@/lib/domain/map-at-most";
import { afterOrder } from "@/lib/domain/orders/after-order";
import { applyCorrections } from "@/lib/domain/orders/apply-corrections";
import { type OrderPlan, planOrder, type SentOrder } from "@/lib/domain/orders/plan-order";
import type { PosOrderDraft } from "@/lib/domain/orders/pos-order";
import { promiseOf } from "@/lib/domain/orders/promise";
import type { ShopOrder } from "@/lib/domain/orders/shop-order";
import { comparePrices, type PriceDifference } from "@/lib/domain/prices/compare-prices";

import { connectionTrouble } from "./connection-trouble";
import { backOffMs, factsOf, type OrderFacts, resultOf, sayLinked, whyHeld } from "./result";

const batchSize = 50;
const readsAtOnce = 8;

export type Going = OrderFacts & {
  action: "create" | "cancel";
  keys: string[];
  rounding: { rate: string; shop: number; pos: number }[];
  prices: PriceDifference[];
};
export type Batch = { runId: string; going: Going[]; counts: Record<string, number> };

/** Takes the oldest due orders of this POS's shops, reads each anew, and decides. Null: nothing to do, or another sender is at work. */
export async function loadAndPlan(posId: string, lease: string): Promise<Batch | null> {
  if (!(await claimLane(posId, lease))) return null;
  const claimed = await claimOrders(posId, lease, batchSize);
  if (claimed.length === 0) {
    await leaveLane(posId, lease);
    return null;
  }
  const runId = await startRun("carry-orders", posId);
  const results: OrderResult[] = [];
  const going: Going[] = [];
  for (const shopId of new Set(claimed.map((order) => order.shopId))) {
    const planned = await planShop(
      await getConnection(shopId),
      claimed.filter((order) => order.shopId === shopId),
      posId,
    );
    results.push(...planned.results);
    going.push(...planned.going);
  }
  await recordOrders({ id: runId, flow: "carry-orders" }, lease, results);
  const counts = countOutcomes(results);
  if (going.length === 0) {
    await endRun(db, runId, counts);
    await leaveLane(posId, lease);
    return null;
  }
  return { runId, going, counts };
}

export function countOutcomes(
  results: readonly Pick<OrderResult, "outcome">[],
  counts: Record<string, number> = {},
): Record<string, number> {
  const total = { ...counts };
  for (const { outcome } of results) total[outcome] = (total[outcome] ?? 0) + 1;
  return total;
}

type Read = { claimed: ClaimedOrder; order: ShopOrder | null } | { claimed: ClaimedOrder; error: ConnectorError };

async function planShop(
  shop: Connection,
  claimed: readonly ClaimedOrder[],
  posId: string,
): Promise<{ results: OrderResult[]; going: Going[] }> {
  const port = openPort(shop, "orders");
  const readAt = new Date();
  const read = await mapAtMost(readsAtOnce, claimed, async (one): Promise<Read> => {
    try {
      return { claimed: one, order: await port.find(one.orderId) };
    } catch (error) {
      if (error instanceof ConnectorError) return { claimed: one, error };
      throw error;
    }
  });
  const trouble = await connectionTrouble(
    shop,
    read.flatMap((one) => ("error" in one ? [one.error] : [])),
    read.length,
  );
  const orders = read.flatMap((one) => ("order" in one && one.order ? [one.order] : []));
  const corrections = await listCorrections(
    shop.id,
    orders.map(({ id }) => id),
  );
  await keepSources(
    shop.id,
    orders.map((order) => ({
      order,
      corrected: applyCorrections(order, corrections.get(order.id) ?? []),
      promiseAt: promiseOf(order, shop.options),
      customerHash: emailHash(order.email),
    })),
    readAt,
  );
  const [effects, loaded] = await Promise.all([listEffects(claimed), loadOrderContext(shop, orders)]);

  const results: OrderResult[] = [];
  const going: Going[] = [];
  const drafts: PosOrderDraft[] = [];
  const checked: { order: ShopOrder; differences: PriceDifference[] }[] = [];
  let context = loaded;
  for (const one of read) {
    const facts = factsOf(
      one.claimed,
      "order" in one ? one.order : null,
      "order" in one && one.order ? promiseOf(one.order, shop.options) : null,
    );
    if ("error" in one) results.push(afterFailedRead(facts, one.error, trouble));
    else if (one.order === null) results.push(resultOf(facts, { outcome: "skipped", why: `${shop.name} does not know it any more` }));
    else {
      const mine = effects.filter(({ orderId }) => orderId === one.claimed.orderId);
      const sent = sentOf(mine);
      const plan = planOrder(one.order, context, sent);
      if (context.prices && sent.length === 0 && (plan.verdict === "goes" || plan.verdict === "held"))
        checked.push({ order: one.order, differences: comparePrices(one.order, context.prices) });
      context = afterOrder(context, one.order, plan);
      const decided = decide(one.order, facts, plan, mine);
      if ("result" in decided) results.push(decided.result);
      else {
        going.push(decided.going);
        drafts.push(...decided.drafts);
      }
    }
  }
  await planEffects(posId, shop.id, drafts);
  await keepDifferences(shop.id, checked);
  return { results, going };
}

const sentOf = (effects: readonly Effect[]): SentOrder[] =>
  effects
    .filter(({ state }) => state !== "planned" && state !== "refused")
    .map(({ request, remoteId, webRows }) => ({ draft: request, posOrderId: remoteId, webRows }));

function afterFailedRead(facts: OrderFacts, { failure }: ConnectorError, trouble: boolean): OrderResult {
  if (trouble) return resultOf(facts, { outcome: "waiting", why: "The shop does not answer" });
  if (failure.kind !== "odd-answer" && failure.kind !== "refused")
    return resultOf(facts, {
      outcome: "waiting",
      why: "The shop could not show it just now",
      attempts: facts.attempts + 1,
      waitMs: backOffMs(facts.attempts + 1),
    });
  const at = failure.kind === "odd-answer" ? failure.at : failure.reason;
  const causes = [orderUnreadable.raise({ orderId: facts.orderId, name: facts.name, at }, { field: "Order", value: at })];
  return resultOf(facts, { outcome: "held", why: whyHeld(causes), causes });
}

function decide(
  order: ShopOrder,
  facts: OrderFacts,
  plan: OrderPlan,
  effects: readonly Effect[],
): { going: Going; drafts: PosOrderDraft[] } | { result: OrderResult } {
  const keys = effects.map(({ key }) => key);
  const said = (result: Parameters<typeof resultOf>[1]) => ({ result: resultOf(facts, result) });
  switch (plan.verdict) {
    case "goes": {
      const rounding = plan.rounding.map(({ rate, shop, pos }) => ({ rate, shop, pos }));
      return {
        going: { ...facts, action: "create", keys: plan.drafts.map(({ externalId }) => externalId), rounding, prices: plan.prices },
        drafts: plan.drafts,
      };
    }
    case "cancel":
      return { going: { ...facts, action: "cancel", keys, rounding: [], prices: [] }, drafts: [] };
    case "unchanged":
      if (effects.some(({ confirmedAt }) => confirmedAt === null))
        return { going: { ...facts, action: "create", keys, rounding: [], prices: [] }, drafts: [] };
      return said({ outcome: "unchanged", why: sayLinked(effects) });
    case "held":
      return said({
        outcome: "held",
        why: whyHeld(plan.causes),
        causes: plan.causes,
        detail: { version: order.version, causes: plan.causes.map(({ detail }) => detail) },
      });
    case "waiting":
      // A change of the order wakes it; this is for a change that nobody told us of.
      return said({ outcome: "waiting", why: plan.reason, waitMs: 15 * 60_000 });
    case "skipped":
      return said({ outcome: "skipped", why: plan.reason, detail: { version: order.version } });
  }
}
