import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { getConnection } from "@/lib/data/connections";
import { listPromotions } from "@/lib/data/promotions";

/** The promotions of a shop, the latest start first, with what each explained; and how the shop checks prices. */
export const GET = answerApi("mappings:read", async (request) => {
  const shop = z.uuid().parse(new URL(request.url).searchParams.get("shop"));
  const [{ zone, currency, options }, promotions] = await Promise.all([getConnection(shop), listPromotions(shop)]);
  return { promotions, zone, currency, priceCheck: options.priceCheck, asOf: new Date() };
});
