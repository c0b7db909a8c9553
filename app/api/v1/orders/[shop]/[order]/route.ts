import { answerApi } from "@/lib/auth/answer-api";

import { tellOrder } from "./tell-order";

type Context = { params: Promise<{ shop: string; order: string }> };

export const GET = answerApi("records:read", async (_, actor, { params }: Context) => {
  const { shop, order } = await params;
  return tellOrder(shop, decodeURIComponent(order), actor);
});
