import { ConnectorError } from "@/lib/connectors/error";
import type { HttpOptions } from "@/lib/connectors/http";
import { openPort } from "@/lib/connectors/open-port";
import { keepProducts, keepRates, markGone } from "@/lib/data/catalogue";
import { putOffProbes } from "@/lib/data/cause-timers";
import { type CauseRow, getCauses } from "@/lib/data/causes";
import { db, inTransaction } from "@/lib/data/client";
import { type Connection, getConnection, noteAnswer } from "@/lib/data/connections";
import { listHeldOrders } from "@/lib/data/held-orders";
import { listTargets } from "@/lib/data/links";
import { loadOrderContext } from "@/lib/data/order-context";
import { markOrders, wakeDueLanes } from "@/lib/data/order-lanes";
import { planRelease } from "@/lib/data/plan-release";
import { releaseHeld } from "@/lib/data/raise-causes";
import { getPlan, isBeingReleased } from "@/lib/data/release-plans";
import { startRelease } from "@/lib/data/start-release";
import type { Probe } from "@/lib/domain/exceptions/kind";
import { kindOf } from "@/lib/domain/exceptions/kinds";
import { priceDiffers } from "@/lib/domain/exceptions/kinds/price-differs";
import type { Sku } from "@/lib/domain/ids";
import { planOrder } from "@/lib/domain/orders/plan-order";

import { inngest } from "../client";
import { probeRequested } from "../events";
import { recordFindings } from "./audit-connections";
import { probePairs } from "./probe-pairs";
import { watchFreshness } from "./watch-stock/watch-freshness";
import { watchShop } from "./watch-stock/watch-shop";
import { watch } from "./watch-stores";

const sampleSize = 5;

type Idle = Pick<HttpOptions, "onlyWhenIdle">;

/** Probes that need an answer from a platform. */
const asksOutside: ReadonlySet<Probe> = new Set<Probe>(["catalogue", "prices", "rates", "pairs", "ping", "audit"]);

/** Asks the cheapest question whether causes are gone; what a vanished cause held is released by the same plan a person would use. */
export const probeCauses = inngest.createFunction(
  { id: "probe-causes", name: "Ask whether causes are gone", triggers: [probeRequested], concurrency: 2, retries: 2 },
  async ({ event, step }) => step.run("probe", () => probe(event.data.causeIds, { onlyWhenIdle: event.data.isAsked !== true })),
);

/** Answers how many were asked about and how many are gone. What finds no idle quota is put off. */
export async function probe(causeIds: readonly string[], how: Idle = { onlyWhenIdle: false }): Promise<{ asked: number; gone: number }> {
  const causes = (await getCauses(causeIds)).filter(({ state }) => state === "open" || state === "working" || state === "snoozed");
  let gone = 0;
  for (const [connectionId, some] of Map.groupBy(causes, (cause) => cause.connectionId))
    gone += await probeConnection(connectionId, some, how);
  return { asked: causes.length, gone };
}

async function probeConnection(connectionId: string, causes: readonly CauseRow[], how: Idle): Promise<number> {
  const connection = await getConnection(connectionId);
  const of = (probe: string) => causes.filter(({ kind }) => kindOf(kind)?.probe === probe);
  try {
    await askCatalogue(
      connection,
      of("catalogue").map(({ entity }) => entity),
      how,
    );
    await askPrices(connection, of("prices"), how);
    if (of("rates").length > 0 && connection.posId)
      await keepRates(db, connection.posId, await openPort(await getConnection(connection.posId), "warehouses", how).listRates());
    await probePairs(connection, of("pairs"), how);
    await ping(connection, of("ping"), how);
    await audit(connection, of("audit"), how);
    if (of("watch").length > 0) await watch(connection.id, new Date());
    if (of("lag").length > 0) {
      await watchFreshness(connection.id);
      await watchShop(connection.id);
    }
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    if (error.failure.kind === "busy")
      await putOffProbes(
        causes.filter(({ kind }) => asksOutside.has(kindOf(kind)?.probe ?? null)).map(({ id }) => id),
        error.failure.retryAfterMs,
      );
    else console.info(`a probe has to wait: ${error.message}`);
  }
  const gone: string[] = [];
  for (const cause of [...of("catalogue"), ...of("prices"), ...of("rates"), ...of("replan")]) {
    if (kindOf(cause.kind)?.entity === "order") await readAgain(connection, cause);
    else if (await isGone(connection, cause)) gone.push(cause.id);
  }
  await release(gone.filter((id) => !causes.find((cause) => cause.id === id)?.asksFirst));
  return gone.length;
}

/** One question for all missing products of a shop's POS. */
async function askCatalogue(shop: Connection, theirs: readonly string[], how: Idle): Promise<void> {
  if (theirs.length === 0 || !shop.posId) return;
  const skus = await listTargets(shop.id, theirs);
  const products = await openPort(await getConnection(shop.posId), "catalogue", how).listBySku(skus as Sku[]);
  await keepProducts(shop.posId, products);
  await markGone(
    shop.posId,
    skus,
    products.map(({ sku }) => sku),
  );
}

/** Prices at the till may have been put right since. */
async function askPrices(shop: Connection, causes: readonly CauseRow[], how: Idle): Promise<void> {
  const named = causes.flatMap(({ evidence }) => priceDiffers.evidence.safeParse(evidence).data?.skus ?? []);
  await askCatalogue(shop, [...new Set(named)], how);
}

async function ping(connection: Connection, causes: readonly CauseRow[], how: Idle): Promise<void> {
  if (causes.length === 0) return;
  await openPort(connection, "check", how).ping();
  await noteAnswer(connection.id);
  await inTransaction((tx) => releaseHeld(tx, [{ shopId: connection.id, entity: "connection", key: connection.id }]));
  await wakeDueLanes();
}

async function audit(connection: Connection, causes: readonly CauseRow[], how: Idle): Promise<void> {
  if (causes.length === 0) return;
  await recordFindings(connection, how);
}

/** A cause about one order: look at the order again. */
async function readAgain(shop: Connection, cause: CauseRow): Promise<void> {
  if (!shop.posId) return;
  const posId = shop.posId;
  const held = await listHeldOrders([cause.id]);
  await inTransaction((tx) =>
    markOrders(
      tx,
      { id: shop.id, posId },
      held.map(({ orderId }) => ({ orderId: orderId })),
    ),
  );
}

/** Plans a few of the held orders again: is this cause still among what stands in their way? */
async function isGone(shop: Connection, cause: CauseRow): Promise<boolean> {
  const orders = (await listHeldOrders([cause.id], sampleSize)).flatMap(({ source }) => (source ? [source] : []));
  if (orders.length === 0 || !shop.posId) return false;
  const context = await loadOrderContext(shop, orders);
  return orders.every((order) => {
    const plan = planOrder(order, context);
    return plan.verdict !== "held" || !plan.causes.some(({ kind, entity }) => kind === cause.kind && entity === cause.entity);
  });
}

async function release(causeIds: readonly string[]): Promise<void> {
  for (const causeId of causeIds) {
    if (await isBeingReleased(causeId)) continue;
    const plan = await getPlan(await planRelease([causeId], [], "flow"));
    await inTransaction((tx) => startRelease(tx, plan, "flow"));
  }
}
