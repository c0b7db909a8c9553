import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { checkMappingCsv, refuseLength } from "@/lib/commands/mapping-csv";

/** The file as the body; a verdict per line, nothing saved. */
export const POST = answerApi("mappings:write", async (request) => {
  const shop = z.uuid().parse(new URL(request.url).searchParams.get("shop"));
  refuseLength(Number(request.headers.get("content-length") ?? 0));
  return checkMappingCsv(shop, new Uint8Array(await request.arrayBuffer()));
});
