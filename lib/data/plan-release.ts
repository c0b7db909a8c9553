import { verdictOf } from "@/lib/domain/exceptions/verdict";
import type { Edit } from "@/lib/domain/mapping/edit";
import { afterOrder } from "@/lib/domain/orders/after-order";
import { planOrder } from "@/lib/domain/orders/plan-order";
import { inTransaction } from "./client";
import { getConnection } from "./connections";
import { listEffects } from "./effects";
import { type HeldOrder, listHeldOrders } from "./held-orders";
import { loadOrderContext } from "./order-context";
import { createPlan, type PlanLine, type ReleasePlan } from "./release-plans";

/** Plans every order that these causes hold as if the edits were saved, and keeps the result. Nothing is sent. */
export async function planRelease(
  causeIds: readonly string[],
  edits: readonly Edit[],
  by: string,
  source: ReleasePlan["source"] = "person",
): Promise<string> {
  const held = await listHeldOrders(causeIds);
  const lines: PlanLine[] = [];
  for (const shopId of new Set(held.map((order) => order.shopId))) lines.push(...(await planShop(shopId, held, edits)));
  const places = new Map(held.map(({ shopId, orderId }, position) => [`${shopId}|${orderId}`, position]));
  lines.sort((a, b) => (places.get(`${a.shopId}|${a.orderId}`) ?? 0) - (places.get(`${b.shopId}|${b.orderId}`) ?? 0));
  return inTransaction((tx) => createPlan(tx, { causeIds: [...causeIds], edits, by, source }, lines));
}

async function planShop(shopId: string, held: readonly HeldOrder[], edits: readonly Edit[]): Promise<PlanLine[]> {
  const orders = held.filter((order) => order.shopId === shopId);
  const shop = await getConnection(shopId);
  const pos = await getConnection(shop.posId!);
  const [loaded, effects] = await Promise.all([
    loadOrderContext(
      shop,
      orders.flatMap(({ source }) => (source ? [source] : [])),
      edits,
    ),
    listEffects(orders),
  ]);
  const sentOf = Map.groupBy(
    effects.filter(({ state }) => state !== "planned" && state !== "refused"),
    ({ orderId }) => orderId,
  );
  let context = loaded;
  return orders.map(({ source, ...order }) => {
    const sent = (sentOf.get(order.orderId) ?? []).map(({ request, remoteId, webRows }) => ({
      draft: request,
      posOrderId: remoteId,
      webRows,
    }));
    if (!source) return { ...order, verdict: "still-held" as const, why: "It has not been read yet" };
    const plan = planOrder(source, context, sent);
    context = afterOrder(context, source, plan);
    return { ...order, ...verdictOf(plan, { shop: shop.name, pos: pos.name }) };
  });
}
