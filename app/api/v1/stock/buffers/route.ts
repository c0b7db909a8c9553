import { z } from "zod";

import { answerApi } from "@/lib/auth/answer-api";
import { listBuffers } from "@/lib/data/buffers";

export const GET = answerApi("stock:read", async (request) => {
  const shop = z.uuid().parse(new URL(request.url).searchParams.get("shop"));
  return { buffers: await listBuffers(shop) };
});
