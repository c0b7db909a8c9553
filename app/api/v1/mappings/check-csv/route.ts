import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { checkMappingCsv } from "@/lib/commands/mapping-csv";

/** The file as the body; a verdict per line, nothing saved. */
export const POST = answerApi("mappings:write", async (request) => {
  const shop = z.uuid().parse(new URL(request.url).searchParams.get("shop"));
  return checkMappingCsv(shop, new Uint8Array(await request.arrayBuffer()));
});
