import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { listLinkHistory } from "@/lib/data/mappings";

export const GET = answerApi("mappings:read", async (request) => {
  const shop = z.uuid().parse(new URL(request.url).searchParams.get("shop"));
  return { batches: await listLinkHistory(shop) };
});
