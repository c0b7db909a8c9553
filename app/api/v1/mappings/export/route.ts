import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { writeMappingCsv } from "@/lib/commands/mapping-csv";

export const GET = answerApi("mappings:read", async (request) => {
  const shop = z.uuid().parse(new URL(request.url).searchParams.get("shop"));
  return new Response(await writeMappingCsv(shop), {
    headers: {
      "cache-control": "private, no-store",
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="mappings.csv"',
    },
  });
});
