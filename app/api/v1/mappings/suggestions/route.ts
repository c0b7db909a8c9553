import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { readJson } from "@/lib/commands/read-json";
import { suggestFor } from "@/lib/data/suggestions";

const Question = z.object({ shopId: z.uuid(), skus: z.array(z.string().min(1).max(255)).min(1).max(200) });

export const POST = answerApi("mappings:read", async (request) => {
  const { shopId, skus } = Question.parse(await readJson(request));
  return { suggestions: Object.fromEntries(await suggestFor(shopId, skus)) };
});
