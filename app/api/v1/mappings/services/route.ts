import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { listServiceMappings } from "@/lib/data/mappings";

export const GET = answerApi("mappings:read", async (request) => {
  const shop = z.uuid().parse(new URL(request.url).searchParams.get("shop"));
  return { services: await listServiceMappings(shop), asOf: new Date() };
});
