import { z } from "zod";

import { findCausesOf } from "@/lib/data/causes";
import { checkEdits } from "@/lib/data/check-edits";
import { saveLinks } from "@/lib/data/links";
import { emit } from "@/lib/data/outbox";
import { undoEdits } from "@/lib/data/undo-edits";
import { causeKindsOf, LinkEdit } from "@/lib/domain/mapping/link";

import { command } from "./command";

const probesAtOnce = 500;
const Edits = z.array(LinkEdit).min(1).max(20_000);

/** Saves mappings without releasing: what they held is probed at once and then goes by itself, unless its cause asks first. */
export const saveMapping = command({
  action: "mapping.save",
  needs: "mappings:write",
  input: z.object({ shopId: z.uuid(), edits: Edits, source: z.enum(["person", "csv"]).default("person") }),
  async run(tx, { shopId, edits, source }, actor) {
    await checkEdits(tx, shopId, edits);
    const batchId = await saveLinks(tx, shopId, edits, actor.id, source);
    await probeCausesOf(tx, shopId, edits);
    return { subject: `shop:${shopId}`, change: { edits: edits.slice(0, 100), count: edits.length, batchId }, answer: { batchId } };
  },
});

export const undoMapping = command({
  action: "mapping.undo",
  needs: "mappings:write",
  input: z.object({ batchId: z.uuid() }),
  async run(tx, { batchId }, actor) {
    const { shopId, edits } = await undoEdits(tx, batchId, actor.id);
    return { subject: `shop:${shopId}`, change: { batchId, edits: edits.slice(0, 100) }, answer: { undone: edits.length } };
  },
});

async function probeCausesOf(tx: Parameters<typeof emit>[0], shopId: string, edits: readonly LinkEdit[]): Promise<void> {
  const causeIds = await findCausesOf(
    shopId,
    edits.map(({ kind, theirs }) => ({ kinds: causeKindsOf[kind], entity: theirs })),
  );
  const batches = Array.from({ length: Math.ceil(causeIds.length / probesAtOnce) }, (_, at) =>
    causeIds.slice(at * probesAtOnce, (at + 1) * probesAtOnce),
  );
  await emit(
    tx,
    batches.map((some) => ({ name: "exceptions/probe.requested", data: { causeIds: some } })),
  );
}
