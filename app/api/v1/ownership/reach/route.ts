import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { db } from "@/lib/data/client";
import { listRules } from "@/lib/data/ownership";
import { listReach } from "@/lib/data/rule-reach";
import { describeCause } from "@/lib/domain/exceptions/view";

/** The latest causes of the last 30 days that a rule would own; without a rule, those that none wants. */
export const GET = answerApi("ownership:manage", async (request) => {
  const rule = z.union([z.uuid(), z.literal("")]).parse(new URL(request.url).searchParams.get("rule") ?? "");
  const causes = await listReach(await listRules(db), rule);
  return { causes: causes.map(describeCause) };
});
