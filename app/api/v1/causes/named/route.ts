import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { readJson } from "@/lib/commands/read-json";
import { getCauses } from "@/lib/data/causes";
import { describeCause } from "@/lib/domain/exceptions/view";

const Question = z.object({ ids: z.array(z.uuid()).max(500) });

/** Causes by their ids, whatever their state: what an action was done to. */
export const POST = answerApi("exceptions:read", async (request) => {
  const { ids } = Question.parse(await readJson(request));
  return { causes: (await getCauses(ids)).map(describeCause), asOf: new Date() };
});
