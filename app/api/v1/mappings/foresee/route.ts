import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { readJson } from "@/lib/commands/read-json";
import { foreseeEdits } from "@/lib/data/foresee-edits";
import { Edit } from "@/lib/domain/mapping/edit";

const Question = z.object({ shopId: z.uuid(), edits: z.array(Edit).min(1).max(20_000) });

/** Before saving: what is wrong with each edit, who would share a stock, and what it holds now. */
export const POST = answerApi("mappings:read", async (request) => {
  const { shopId, edits } = Question.parse(await readJson(request));
  return foreseeEdits(shopId, edits);
});
