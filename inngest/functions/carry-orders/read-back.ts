import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { type Connection, getConnection } from "@/lib/data/connections";
import { type Effect, listEffects } from "@/lib/data/effects";
import type { OrderResult } from "@/lib/data/record-orders";
import { acceptedDifferent } from "@/lib/domain/exceptions/kinds/accepted-different";
import { type Difference, judgeOrder } from "@/lib/domain/orders/judge-order";
import { judgeLinked } from "@/lib/domain/orders/linked-order";
import type { PosOrder } from "@/lib/domain/orders/pos-order";

import type { Batch, Going } from "./load-and-plan";
import { resultOf, sayLinked, whyHeld } from "./result";

const patience = 10 * 60_000;

/** Asks the POS what it holds now, and says for each order whether that is what was meant. */
export async function readBack(posId: string, batch: Batch): Promise<OrderResult[]> {
  const connection = await getConnection(posId);
  const effects = (await listEffects(batch.going)).filter(({ state }) => state === "done");
  const held = await readOrders(connection, effects);
  const readAt = new Date().toISOString();
  return batch.going.map((order) =>
    judge(
      order,
      effects.filter(({ orderId, shopId, key }) => orderId === order.orderId && shopId === order.shopId && order.keys.includes(key)),
      held,
      readAt,
    ),
  );
}

async function readOrders(connection: Connection, effects: readonly Effect[]): Promise<Map<string, PosOrder> | null> {
  try {
    const orders = await openPort(connection, "posOrders").listByIds(
      effects.flatMap(({ remoteId }) => (remoteId === null ? [] : [remoteId])),
    );
    return new Map(orders.map((order) => [order.id, order]));
  } catch (error) {
    if (error instanceof ConnectorError) return null;
    throw error;
  }
}

function judge(order: Going, effects: readonly Effect[], held: ReadonlyMap<string, PosOrder> | null, readAt: string): OrderResult {
  const detail = {
    action: order.action,
    rounding: order.rounding,
    ...(order.prices.length > 0 && { prices: order.prices }),
    effects: effects.map(({ key, remoteId, attempts, lastSentAt }) => ({ key, remoteId, attempts, sentAt: lastSentAt })),
    readAt,
  };
  const searchKeys = effects.flatMap(({ key, remoteId }) => [
    { value: key, kind: "external-id" as const },
    { value: remoteId ?? "", kind: "pos-id" as const },
  ]);
  if (!held)
    return resultOf(order, {
      outcome: "not-yet-visible",
      why: "The till did not let us read it back yet",
      waitMs: 5_000,
      detail,
      searchKeys,
    });

  if (effects.length === 0) return resultOf(order, { outcome: "skipped", why: "It was cancelled before it reached the till", detail });
  const found = effects.map((effect) => ({ effect, theirs: held.get(effect.remoteId ?? "") }));
  const unseen = found.filter(({ theirs }) => !theirs);
  if (unseen.length > 0) {
    const sentAt = Math.min(...unseen.map(({ effect }) => effect.lastSentAt?.getTime() ?? 0));
    const isLate = Date.now() - sentAt > patience;
    return resultOf(order, {
      outcome: isLate ? "failed" : "not-yet-visible",
      why: isLate ? "The till accepted it but does not show it" : "The till does not show it yet",
      waitMs: isLate ? patience : 3_000,
      detail,
      searchKeys,
    });
  }
  const differences = found.flatMap(({ effect, theirs }) => (theirs ? differencesOf(order, effect, theirs) : []));
  if (differences.length === 0) {
    const why = order.action === "cancel" ? "Cancelled at the till as well" : sayLinked(effects);
    return resultOf(order, { outcome: "confirmed", why, detail, searchKeys, attempts: 0, confirmedKeys: effects.map(({ key }) => key) });
  }
  const evidence = { orderId: order.orderId, name: order.name, posOrderId: found[0]?.theirs?.id ?? "", differences };
  const causes = [
    acceptedDifferent.raise(evidence, {
      field: differences[0]!.field,
      value: `${differences[0]!.ours} here, ${differences[0]!.theirs} there`,
    }),
  ];
  return resultOf(order, { outcome: "accepted-different", why: whyHeld(causes), causes, detail: { ...detail, differences }, searchKeys });
}

function differencesOf(order: Going, effect: Effect, theirs: PosOrder): Difference[] {
  if (order.action === "cancel") return theirs.state === "cancelled" ? [] : [{ field: "state", ours: "cancelled", theirs: theirs.state }];
  return effect.webRows ? judgeLinked(effect.request, theirs) : judgeOrder(effect.request, theirs);
}
