import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { listWarehouses } from "@/lib/data/warehouses";

/** The warehouses of a shop's till, and which location of this shop each feeds already. */
export const GET = answerApi("mappings:read", async (request) => {
  const shop = z.uuid().parse(new URL(request.url).searchParams.get("shop"));
  return { warehouses: await listWarehouses(shop) };
});
