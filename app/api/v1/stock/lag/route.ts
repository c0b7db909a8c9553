import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { countMarked } from "@/lib/data/stock-pairs";
import { measureLag } from "@/lib/data/stock-view";

/** How long a movement takes to the web, and what waits. */
export const GET = answerApi("stock:read", async (request) => {
  const shop = z.uuid().parse(new URL(request.url).searchParams.get("shop"));
  const [lag, queue] = await Promise.all([measureLag(shop), countMarked(shop)]);
  return { lag, queue, asOf: new Date() };
});
