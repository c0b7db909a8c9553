import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { type Actor, may } from "@/lib/auth/permissions";
import { ConnectorError } from "@/lib/connectors/error";
import { openPort } from "@/lib/connectors/open-port";
import { connectors } from "@/lib/connectors/registry";
import { writeAudit } from "@/lib/data/audit";
import { nameWarehouses } from "@/lib/data/catalogue";
import { enterOnCauses } from "@/lib/data/causes-of-order";
import { type Db, db, inTransaction } from "@/lib/data/client";
import { type Connection, getConnection } from "@/lib/data/connections";
import { loadOrderContext } from "@/lib/data/order-context";
import { markOrders } from "@/lib/data/order-lanes";
import { findOrder, findOwner, linkOrder as link, lockOrder, unlinkOrder as unlink } from "@/lib/data/order-links";
import { keepSearchKeys } from "@/lib/data/search-keys";
import { sayFailure } from "@/lib/domain/failure";
import { ShopOrderId, type WarehouseId } from "@/lib/domain/ids";
import { applyCorrections } from "@/lib/domain/orders/apply-corrections";
import { compareLinked, linkedDraft, sayDifference, webRowsOf, whyNotLinked } from "@/lib/domain/orders/linked-order";
import { whyNotLinkable, whyNotUnlinkable } from "@/lib/domain/orders/may-change";
import type { PosOrder } from "@/lib/domain/orders/pos-order";

import { type Command, command } from "./command";

const Which = z.object({
  shopId: z.uuid(),
  orderId: ShopOrderId,
  number: z.string().trim().min(1, "Enter the order's number at the till.").max(60),
});
const Input = Which.extend({
  /** The person has seen that both sides differ. */
  acceptsDifference: z.boolean(),
  reason: z.string().trim().max(500),
});

const action = "order.link";
const needs = "exceptions:release";
const subjectOf = (shopId: string, orderId: string) => `order:${shopId}:${orderId}`;

/** What the till holds under a number, beside the web order. `whyNot`: it cannot be linked, and why. Nothing is changed. */
export async function lookUpTillOrder(actor: Actor, raw: unknown) {
  if (!may(actor, needs)) throw new AppError("forbidden", "Your role does not allow this.");
  const { shopId, orderId, number } = Which.parse(raw);
  const { pos, order, till, context, whyNot } = await readBoth(shopId, orderId, number);
  const names = await nameWarehouses(pos.id);
  return {
    number,
    id: till.id,
    state: till.state,
    placeName: till.warehouseId === null ? "" : (names.get(till.warehouseId as WarehouseId) ?? till.warehouseId),
    href: connectors[pos.platform]?.link(pos.settings, { order: till.id }) ?? null,
    sides: compareLinked(order, till, context),
    whyNot,
  };
}

/** "Entered by hand as …": the web order is at the till from now on, and is never sent. Asks the till outside any transaction. */
export const linkOrder: Command<z.infer<typeof Input>, { isEqual: boolean }> = {
  action,
  needs,
  input: Input,
  async execute(actor, raw) {
    if (!may(actor, needs)) throw new AppError("forbidden", "Your role does not allow this.");
    const { shopId, orderId, number, acceptsDifference, reason } = Input.parse(raw);
    const { shop, pos, order, till, context, whyNot: refusal } = await readBoth(shopId, orderId, number);
    if (refusal) throw new AppError("conflict", refusal);
    const sides = compareLinked(order, till, context);
    const difference = sayDifference(sides);
    if (!sides.isEqual) mustAccept({ acceptsDifference, reason });
    return inTransaction(async (tx) => {
      const locked = await lockOrder(tx, shopId, orderId);
      if (!locked) throw new AppError("not-found", "There is no such order.");
      const whyNot = whyNotLinkable(locked) ?? (await whyTaken(tx, pos.id, { shopId, orderId }, till, number));
      if (whyNot) throw new AppError("conflict", whyNot);
      if (locked.source?.version !== order.version) throw new AppError("conflict", "The web order has just changed. Look again.");
      const draft = linkedDraft(order, till, context);
      const isLinked = await link(tx, {
        ...{ shopId, orderId, posId: pos.id, draft, reason, difference, by: actor.id },
        remoteId: till.id,
        web: webRowsOf(order, context),
        webTotal: order.total,
        tillTotal: till.total,
      });
      if (!isLinked) throw new AppError("conflict", "Somebody else has just linked one of the two. Look again.");
      const found = { entity: "order" as const, shopId, key: orderId, label: locked.name };
      await keepSearchKeys(tx, [
        { ...found, value: till.id, kind: "pos-id" },
        { ...found, value: draft.externalId, kind: "external-id" },
        { ...found, value: number, kind: "pos-id" },
      ]);
      const change = { order: locked.name, number, posOrderId: till.id, ...(difference !== "" && { difference }) };
      await enterOnCauses(tx, { shopId, orderId }, { by: actor.id, action: "link", text: reason, change });
      await markOrders(tx, { id: shop.id, posId: pos.id }, [{ orderId }]);
      await writeAudit(tx, {
        actor: actor.id,
        action,
        subject: subjectOf(shopId, orderId),
        change: { ...change, reason, totals: sides.totals },
      });
      return { isEqual: sides.isEqual };
    });
  },
};

/** It was the wrong one: the web order is like one that never was at the till, and goes as soon as nothing holds it. */
export const unlinkOrder = command({
  action: "order.unlink",
  needs,
  input: z.object({ shopId: z.uuid(), orderId: ShopOrderId, reason: z.string().trim().min(3, "Say why it is not this one.").max(500) }),
  async run(tx, { shopId, orderId, reason }, actor) {
    const locked = await lockOrder(tx, shopId, orderId);
    if (!locked) throw new AppError("not-found", "There is no such order.");
    const whyNot = whyNotUnlinkable(locked);
    if (whyNot) throw new AppError("conflict", whyNot);
    await unlink(tx, shopId, orderId, { by: actor.id, why: reason });
    await enterOnCauses(tx, { shopId, orderId }, { by: actor.id, action: "unlink", text: reason, change: { order: locked.name } });
    await markOrders(tx, { id: shopId, posId: locked.posId }, [{ orderId }]);
    const posOrderId = locked.effects.find(({ kind }) => kind === "linked-order")?.remoteId;
    return { subject: subjectOf(shopId, orderId), change: { posOrderId, reason }, answer: undefined };
  },
});

function mustAccept({ acceptsDifference, reason }: { acceptsDifference: boolean; reason: string }): void {
  const issues: z.core.$ZodIssue[] = [];
  const wrong = (path: string, message: string) => issues.push({ code: "custom", path: [path], message, input: undefined });
  if (!acceptsDifference) wrong("acceptsDifference", "The two differ: confirm that they are the same order all the same.");
  if (reason.length < 3) wrong("reason", "The two differ: say why.");
  if (issues.length > 0) throw new z.ZodError(issues);
}

/** Both sides as they are now. Throws in a shopkeeper's words where there is nothing to compare. */
async function readBoth(shopId: string, orderId: ShopOrderId, number: string) {
  const shop = await getConnection(shopId);
  const found = await findOrder(shopId, orderId);
  if (!shop.posId || !found) throw new AppError("not-found", "There is no such order.");
  const { source } = found;
  const refusal = whyNotLinkable(found);
  if (refusal || !source) throw new AppError("conflict", refusal ?? "It has not been read from the shop yet.");
  const pos = await getConnection(shop.posId);
  const till = await findAtTill(pos, number);
  if (!till) throw new AppError("not-found", `${pos.name} knows no order ${number}.`);
  const context = await loadOrderContext(shop, [source]);
  const order = applyCorrections(source, context.corrections(source.id));
  const whyNot = whyNotLinked(order, till, number) ?? (await whyTaken(db, pos.id, { shopId, orderId }, till, number));
  return { shop, pos, order, till, context, whyNot };
}

async function findAtTill(pos: Connection, number: string): Promise<PosOrder | null> {
  try {
    return await openPort(pos, "posOrders").findByNumber(number);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    throw new AppError("conflict", `${sayFailure(error.failure, pos.name)}. Try again in a minute.`);
  }
}

async function whyTaken(
  tx: Db,
  posId: string,
  of: { shopId: string; orderId: string },
  till: PosOrder,
  number: string,
): Promise<string | null> {
  const owner = await findOwner(tx, posId, till);
  return owner && (owner.shopId !== of.shopId || owner.orderId !== of.orderId)
    ? `Order ${number} at the till belongs to web order ${owner.name} already.`
    : null;
}
