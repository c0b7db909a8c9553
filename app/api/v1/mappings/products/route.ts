import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { findPosProducts } from "@/lib/data/suggestions";

const Question = z.object({ shop: z.uuid(), q: z.string().max(100).catch("") });

/** Type-ahead over the till's products. */
export const GET = answerApi("mappings:read", async (request) => {
  const { shop, q } = Question.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { products: q.trim() === "" ? [] : await findPosProducts(shop, q) };
});
