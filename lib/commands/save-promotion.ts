import { z } from "zod";

import { AppError } from "@/lib/app-error";
import type { Db } from "@/lib/data/client";
import { checkAllEdits, saveEdits } from "@/lib/data/edits";
import { emit } from "@/lib/data/outbox";
import { listPriceCausesOf } from "@/lib/data/price-causes-of";
import { getPromotion } from "@/lib/data/promotions";
import type { PromotionEdit } from "@/lib/domain/mapping/edit";
import { Promotion, stateOf } from "@/lib/domain/prices/promotion";

import { command } from "./command";

/** Declares a promotion or changes one. What it explains is probed at once and then goes by itself, unless its cause asks first. */
export const savePromotion = command({
  action: "promotion.save",
  needs: "mappings:write",
  input: z.object({ shopId: z.uuid(), id: z.uuid(), promotion: Promotion, seenAt: z.iso.datetime().nullable().default(null) }),
  async run(tx, { shopId, id, promotion, seenAt }, actor) {
    const batchId = await save(tx, shopId, { kind: "promotion", theirs: id, promotion, seenAt }, actor.id);
    return { subject: `shop:${shopId}`, change: { id, promotion, batchId }, answer: { batchId } };
  },
});

/** From now on it explains nothing more; orders placed while it ran stay explained. */
export const endPromotion = command({
  action: "promotion.end",
  needs: "mappings:write",
  input: z.object({ shopId: z.uuid(), id: z.uuid() }),
  async run(tx, { shopId, id }, actor) {
    const { promotion, changedAt } = await getPromotion(tx, shopId, id);
    const state = stateOf(promotion, Date.now());
    if (state === "coming") throw new AppError("conflict", `${promotion.name} has not begun yet: delete it instead.`);
    if (state === "over") throw new AppError("conflict", `${promotion.name} is over already.`);
    const ended = { ...promotion, endsAt: new Date().toISOString() };
    const batchId = await save(tx, shopId, { kind: "promotion", theirs: id, promotion: ended, seenAt: changedAt.toISOString() }, actor.id);
    return { subject: `shop:${shopId}`, change: { id, name: promotion.name, endsAt: ended.endsAt, batchId }, answer: { batchId } };
  },
});

/** Takes it away as if it had never been declared; what crossed stays where it is. */
export const deletePromotion = command({
  action: "promotion.delete",
  needs: "mappings:write",
  input: z.object({ shopId: z.uuid(), id: z.uuid() }),
  async run(tx, { shopId, id }, actor) {
    const { promotion, changedAt } = await getPromotion(tx, shopId, id);
    const batchId = await save(tx, shopId, { kind: "promotion", theirs: id, promotion: null, seenAt: changedAt.toISOString() }, actor.id);
    return { subject: `shop:${shopId}`, change: { id, promotion, batchId }, answer: { batchId } };
  },
});

async function save(tx: Db, shopId: string, edit: PromotionEdit, by: string): Promise<string | null> {
  await checkAllEdits(tx, shopId, [edit]);
  const batchId = await saveEdits(tx, shopId, [edit], by, "person");
  const causeIds = await listPriceCausesOf(shopId, [edit]);
  if (causeIds.length > 0) await emit(tx, [{ name: "exceptions/probe.requested", data: { causeIds: causeIds.slice(0, 500) } }]);
  return batchId;
}
