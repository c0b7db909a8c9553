import { randomUUID } from "node:crypto";

import { AppError } from "@/lib/app-error";
import { type Edit, linksIn, promotionsIn } from "@/lib/domain/mapping/edit";
import { checkEdits } from "./check-edits";
import type { Db } from "./client";
import { type EditSource, saveLinks } from "./links";
import { listPromotionProblems, savePromotions } from "./promotions";

/** Refuses what cannot be saved, with the first reason. */
export async function checkAllEdits(tx: Db, shopId: string, edits: readonly Edit[]): Promise<void> {
  await checkEdits(tx, shopId, linksIn(edits));
  const problem = (await listPromotionProblems(tx, shopId, promotionsIn(edits))).find((each) => each !== null);
  if (problem) throw new AppError(problem.startsWith("Somebody") ? "conflict" : "invalid", problem);
}

/** Saves mappings and promotions as one batch that can be undone. Null: nothing changed. */
export async function saveEdits(tx: Db, shopId: string, edits: readonly Edit[], by: string, source: EditSource): Promise<string | null> {
  const batchId = randomUUID();
  const links = await saveLinks(tx, shopId, linksIn(edits), by, source, batchId);
  const isChanged = await savePromotions(tx, shopId, promotionsIn(edits), by, batchId);
  return links !== null || isChanged ? batchId : null;
}
