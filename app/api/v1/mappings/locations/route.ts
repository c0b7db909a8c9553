import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { listLocationMappings } from "@/lib/data/mappings";
import { listWarehouses } from "@/lib/data/warehouses";

/** A shop's locations with what each unmapped one holds, and the warehouses they can stand for. */
export const GET = answerApi("mappings:read", async (request) => {
  const shop = z.uuid().parse(new URL(request.url).searchParams.get("shop"));
  const [locations, warehouses] = await Promise.all([listLocationMappings(shop), listWarehouses(shop)]);
  return { locations, warehouses, asOf: new Date() };
});
