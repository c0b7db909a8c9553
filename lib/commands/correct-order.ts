import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { type Actor, may } from "@/lib/auth/permissions";
import { enterOnCauses, probeLater } from "@/lib/data/causes-of-order";
import type { Db } from "@/lib/data/client";
import { saveCorrections, withdrawCorrection as withdraw } from "@/lib/data/corrections";
import { lockOrder } from "@/lib/data/order-links";
import { emailHash, keepSearchKeys } from "@/lib/data/search-keys";
import { listShopLocations } from "@/lib/data/warehouses";
import { ShopOrderId } from "@/lib/domain/ids";
import { whyNotCorrected } from "@/lib/domain/orders/may-change";
import { checkFact, isPersonal, listFacts, OrderFact, readFact, sayFact } from "@/lib/domain/orders/order-fact";

import { command } from "./command";

const Values = z.partialRecord(OrderFact, z.string().trim()).superRefine((values, context) => {
  if (Object.keys(values).length === 0) context.addIssue({ code: "custom", message: "Nothing was changed." });
  for (const [fact, value] of entriesOf(values)) {
    const wrong = checkFact(fact, value);
    if (wrong) context.addIssue({ code: "custom", path: [fact], message: wrong });
  }
});
const Input = z.object({
  shopId: z.uuid(),
  orderId: ShopOrderId,
  values: Values,
  /** What the shop said of each when the person looked. */
  seen: z.partialRecord(OrderFact, z.string()),
  reason: z.string().trim().min(3, "Say how you know.").max(500),
});

const entriesOf = (values: Partial<Record<OrderFact, string>>) => Object.entries(values) as [OrderFact, string][];
const subjectOf = (shopId: string, orderId: string) => `order:${shopId}:${orderId}`;

/** Writes down what is right beside what the shop said. The order goes by it from then on; nothing is sent by this alone. */
export const correctOrder = command({
  action: "order.correct",
  needs: "exceptions:release",
  input: Input,
  async run(tx, { shopId, orderId, values, seen, reason }, actor) {
    const order = await lockOrder(tx, shopId, orderId);
    if (!order?.source) throw new AppError("not-found", "This order has not been read from its shop yet.");
    const { source } = order;
    const whyNot = whyNotCorrected(order);
    if (whyNot) throw new AppError("conflict", whyNot);
    const facts = entriesOf(values).map(([fact]) => fact);
    for (const fact of facts) {
      mustKnow(actor, fact);
      if (!listFacts(source).includes(fact)) throw new AppError("invalid", `${sayFact(fact)} cannot be corrected in this order.`);
      if (seen[fact] !== readFact(source, fact))
        throw new AppError("conflict", `The shop has changed ${sayFact(fact).toLowerCase()} since you looked. Look again.`);
    }
    const same = entriesOf(values).filter(([fact, value]) => value === readFact(source, fact));
    if (same.length > 0)
      throw new z.ZodError(
        same.map(([fact, value]) => ({
          code: "custom",
          path: ["values", fact],
          message: "This is what the shop says already.",
          input: value,
        })),
      );

    const names = new Map((values.location ? await listShopLocations(shopId) : []).map(({ id, name }) => [id, name]));
    if (values.location && !names.has(values.location)) throw new AppError("invalid", "The shop does not know this store any more.");
    const edits = entriesOf(values).map(([fact, value]) => ({
      fact,
      value,
      was: readFact(source, fact),
      label: fact === "location" ? (names.get(value) ?? "") : "",
    }));
    const ids = await saveCorrections(tx, { shopId, orderId }, edits, { reason, by: actor.id });
    if (values.email)
      await keepSearchKeys(tx, [
        { value: emailHash(values.email), kind: "email", entity: "order", shopId, key: orderId, label: order.name },
      ]);
    await tellCauses(tx, { shopId, orderId }, actor, { action: "correct", text: reason, change: { order: order.name, facts } });
    // What was corrected is personal: it stands in the correction alone, which can be erased.
    return { subject: subjectOf(shopId, orderId), change: { facts, reason, corrections: ids }, answer: undefined };
  },
});

/** The shop's own word counts again. Not once the till has it by the correction. */
export const withdrawCorrection = command({
  action: "order.withdraw-correction",
  needs: "exceptions:release",
  input: z.object({ shopId: z.uuid(), orderId: ShopOrderId, correctionId: z.uuid() }),
  async run(tx, { shopId, orderId, correctionId }, actor) {
    const order = await lockOrder(tx, shopId, orderId);
    if (!order) throw new AppError("not-found", "There is no such order.");
    const whyNot = whyNotCorrected(order);
    if (whyNot) throw new AppError("conflict", whyNot);
    const { field, ...of } = await withdraw(tx, correctionId, actor.id);
    if (of.shopId !== shopId || of.orderId !== orderId) throw new AppError("not-found", "This correction is of another order.");
    const fact = OrderFact.parse(field);
    mustKnow(actor, fact);
    await tellCauses(tx, of, actor, { action: "withdraw", text: "", change: { order: order.name, facts: [fact] } });
    return { subject: subjectOf(shopId, orderId), change: { fact, correction: correctionId }, answer: undefined };
  },
});

function mustKnow(actor: Actor, fact: OrderFact): void {
  if (isPersonal(fact) && !may(actor, "people:pii"))
    throw new AppError("forbidden", "Your role does not see the customer's details, so it cannot correct them.");
}

type Entry = { action: string; text: string; change: object };

async function tellCauses(tx: Db, order: { shopId: string; orderId: string }, actor: Actor, entry: Entry): Promise<void> {
  const causeIds = await enterOnCauses(tx, order, { by: actor.id, ...entry });
  await probeLater(tx, causeIds);
}
