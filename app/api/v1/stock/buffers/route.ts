import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { listBuffers, listCategories } from "@/lib/data/buffers";

/** The rules that hold units back in a shop, and the categories that a rule can be for. */
export const GET = answerApi("stock:read", async (request) => {
  const shop = z.uuid().parse(new URL(request.url).searchParams.get("shop"));
  const [buffers, categories] = await Promise.all([listBuffers(shop), listCategories(shop)]);
  return { buffers, categories };
});
