import type { Ports } from "@/lib/connectors/connector";
import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { type Connection, getConnection, noteAnswer } from "@/lib/data/connections";
import {
  beginEffect,
  clearEffect,
  type Effect,
  finishEffect,
  finishEffects,
  listEffects,
  type Made,
  reopenEffect,
} from "@/lib/data/effects";
import { keepLane } from "@/lib/data/order-lanes";
import { type OrderResult, recordOrders } from "@/lib/data/record-orders";
import type { CauseDraft } from "@/lib/domain/exceptions/kind";
import { cancelledAfterDelivery } from "@/lib/domain/exceptions/kinds/cancelled-after-delivery";
import { cannotTell } from "@/lib/domain/exceptions/kinds/cannot-tell";
import { externalIdTaken } from "@/lib/domain/exceptions/kinds/external-id-taken";
import { posRefused } from "@/lib/domain/exceptions/kinds/pos-refused";
import { sayFailure } from "@/lib/domain/failure";
import { isOurs } from "@/lib/domain/orders/judge-order";

import { isOfConnection, pauseForFailure } from "./connection-trouble";
import { type Batch, countOutcomes, type Going } from "./load-and-plan";
import { backOffMs, resultOf, whyHeld } from "./result";

const mostAttempts = 6;
/** Much less than the lane's lease: while it is ours, nobody has to be asked. */
const keepEveryMs = 10_000;
const writtenAtOnce = 10;

/** What happened to one effect; `wait`: nothing is lost, look again later. */
type Sent = { is: "done" } | { is: "wait"; why: string; waitMs: number; counts: boolean } | { is: "held"; cause: CauseDraft };

/** Sends the creates one after another, oldest first. Answers the orders to read back; the others are recorded here. */
export async function sendOrders(posId: string, lease: string, batch: Batch): Promise<Batch> {
  const connection = await getConnection(posId);
  const pos = openPort(connection, "posOrders");
  const effects = await listEffects(batch.going);
  const results: OrderResult[] = [];
  const going: Going[] = [];
  const made: Made[] = [];
  let keptAt = Number.NEGATIVE_INFINITY;
  let unclearInARow = 0;
  let stopped: string | null = null;

  for (const order of batch.going) {
    if (!stopped && performance.now() - keptAt > keepEveryMs) {
      keptAt = performance.now();
      stopped = (await keepLane(posId, lease)) ? null : "Another sender took over";
    }
    if (stopped) {
      results.push(resultOf(order, { outcome: "waiting", why: stopped }));
      continue;
    }
    try {
      const mine = effects.filter(
        ({ orderId, shopId, key }) => orderId === order.orderId && shopId === order.shopId && order.keys.includes(key),
      );
      const ended = await sendOrder({ connection, pos, made }, order, mine);
      if (ended) results.push(ended);
      else going.push(order);
      unclearInARow = ended?.outcome === "failed" ? unclearInARow + 1 : 0;
      if (unclearInARow >= 3) {
        await pauseForFailure(
          connection,
          new ConnectorError(
            { kind: "down", unsent: false },
            { connectionId: connection.id, platform: connection.platform, operation: "posOrders.create" },
          ),
        );
        stopped = `${connection.name} does not answer`;
      }
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      await pauseForFailure(connection, error);
      stopped = sayFailure(error.failure, connection.name);
      results.push(resultOf(order, { outcome: "waiting", why: stopped }));
    }
  }
  await finishEffects(made);
  if (going.length > 0) await noteAnswer(connection.id);
  await recordOrders({ id: batch.runId, flow: "carry-orders" }, lease, results);
  return { ...batch, going, counts: countOutcomes(results, batch.counts) };
}

type PosOrders = Ports["posOrders"];
/** `made`: orders whose ids are written down a few at a time; where we die before that, a look-up finds them. */
type Till = { connection: Connection; pos: PosOrders; made: Made[] };

/** Null: everything of this order is at the POS. Throws only what concerns the whole connection. */
async function sendOrder(till: Till, order: Going, effects: readonly Effect[]): Promise<OrderResult | null> {
  for (const effect of effects) {
    const sent = order.action === "cancel" ? await cancelOne(till, order, effect) : await sendOne(till, order, effect);
    if (sent.is === "held")
      return resultOf(order, { outcome: "held", why: whyHeld([sent.cause]), causes: [sent.cause], detail: { externalId: effect.key } });
    if (sent.is === "wait") {
      const attempts = order.attempts + (sent.counts ? 1 : 0);
      return resultOf(order, {
        outcome: sent.counts ? "failed" : "waiting",
        why: sent.why,
        waitMs: sent.waitMs,
        attempts,
        detail: { externalId: effect.key, attempts: effect.attempts + 1 },
      });
    }
  }
  return null;
}

async function sendOne(till: Till, order: Going, effect: Effect): Promise<Sent> {
  const { connection, pos, made } = till;
  if (effect.state === "done") return { is: "done" };
  if (effect.state === "sent" || effect.state === "unclear") {
    const found = await lookUp(pos, order, effect);
    if (found !== "absent") return found;
  }
  if (!(await beginEffect(effect.key))) return { is: "wait", why: "It is being sent", waitMs: pos.patienceMs, counts: false };
  try {
    made.push({ key: effect.key, remoteId: await pos.create(effect.request) });
    if (made.length >= writtenAtOnce) await finishEffects(made.splice(0));
    return { is: "done" };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return afterFailedCreate(connection, pos, order, effect, error);
  }
}

async function afterFailedCreate(
  connection: Connection,
  pos: PosOrders,
  order: Going,
  effect: Effect,
  error: ConnectorError,
): Promise<Sent> {
  const { failure } = error;
  const said = sayFailure(failure, connection.name);
  if (isOfConnection(failure)) {
    await reopenEffect(effect.key, "planned", said);
    throw error;
  }
  if (failure.kind === "refused" || failure.kind === "conflict") {
    // A second send of what had arrived is refused as well: ask before believing it.
    const found = await find(pos, order, effect);
    if (found) return found;
    await reopenEffect(effect.key, effect.attempts > 0 ? "unclear" : "refused", said);
    if (effect.attempts > 0) return { is: "wait", why: said, waitMs: pos.patienceMs, counts: true };
    return {
      is: "held",
      cause: posRefused.raise(
        { orderId: order.orderId, name: order.name, reason: failure.reason },
        { field: "Answer of the till", value: failure.reason },
      ),
    };
  }
  await reopenEffect(effect.key, "unclear", said);
  return { is: "wait", why: said, waitMs: Math.max(pos.patienceMs, effect.attempts === 0 ? 0 : backOffMs(effect.attempts)), counts: true };
}

/** After an unclear answer: wait the platform's patience, look, and only then send again. */
async function lookUp(pos: PosOrders, order: Going, effect: Effect): Promise<Sent | "absent"> {
  const found = await find(pos, order, effect);
  if (found) return found;
  const sentAt = effect.lastSentAt ?? new Date(0);
  const since = Date.now() - sentAt.getTime();
  if (since < pos.patienceMs)
    return { is: "wait", why: "Waiting until the till would show it", waitMs: pos.patienceMs - since, counts: false };
  if (effect.attempts >= mostAttempts && since >= pos.patienceMs * 3) {
    const evidence = { orderId: order.orderId, name: order.name, externalId: effect.key, attempts: effect.attempts };
    await clearEffect(effect.key, sentAt);
    return { is: "held", cause: cannotTell.raise(evidence, { field: "Order at the till", value: "not found" }) };
  }
  return (await clearEffect(effect.key, sentAt))
    ? "absent"
    : { is: "wait", why: "It is being sent", waitMs: pos.patienceMs, counts: false };
}

async function find(pos: PosOrders, order: Going, effect: Effect): Promise<Sent | null> {
  // A read was repeated already: when it fails it is the connection, and that is thrown.
  const found = await pos.findByExternalId(effect.key);
  if (!found) return null;
  if (!isOurs(effect.request, found)) {
    const evidence = { orderId: order.orderId, name: order.name, externalId: effect.key, posOrderId: found.id };
    return { is: "held", cause: externalIdTaken.raise(evidence, { field: "External id", value: effect.key }) };
  }
  await finishEffect(effect.key, found.id);
  return { is: "done" };
}

/** Cancelling twice is harmless; goods that were handed over are not ours to take back. */
async function cancelOne({ connection, pos }: Till, order: Going, effect: Effect): Promise<Sent> {
  if (effect.state === "planned" || effect.state === "refused") return { is: "done" };
  const held = effect.webRows ? ((await pos.listByIds([effect.remoteId ?? ""]))[0] ?? null) : await pos.findByExternalId(effect.key);
  if (!held) {
    const since = Date.now() - (effect.lastSentAt?.getTime() ?? 0);
    return since < pos.patienceMs
      ? { is: "wait", why: "Waiting until the till would show it", waitMs: pos.patienceMs - since, counts: false }
      : { is: "done" };
  }
  if (effect.state !== "done") await finishEffect(effect.key, held.id);
  if (held.state === "cancelled") return { is: "done" };
  if (held.state === "closed") {
    return {
      is: "held",
      cause: cancelledAfterDelivery.raise(
        { orderId: order.orderId, name: order.name, posOrderId: held.id },
        { field: "Order at the till", value: "handed over" },
      ),
    };
  }
  const cancelled = await seen(() => pos.cancel(held.id));
  return cancelled === "unclear"
    ? { is: "wait", why: `${connection.name} broke off without a clear answer`, waitMs: backOffMs(order.attempts + 1), counts: true }
    : { is: "done" };
}

/** A passing fault of one write is "unclear"; what concerns the whole connection is thrown. */
async function seen<T>(write: () => Promise<T>): Promise<T | "unclear"> {
  try {
    return await write();
  } catch (error) {
    if (error instanceof ConnectorError && !isOfConnection(error.failure)) return "unclear";
    throw error;
  }
}
