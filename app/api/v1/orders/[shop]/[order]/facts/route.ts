import { answerApi } from "@/lib/auth/answer-api";

import { tellFacts } from "./tell-facts";

type Context = { params: Promise<{ shop: string; order: string }> };

export const GET = answerApi("records:read", async (_, actor, { params }: Context) => {
  const { shop, order } = await params;
  return tellFacts(shop, decodeURIComponent(order), actor);
});
