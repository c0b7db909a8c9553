import { answerApi } from "@/lib/auth/answer-api";

import { tellStore } from "./tell-store";

export const GET = answerApi("store:read", async (request, actor) =>
  tellStore(actor, (new URL(request.url).searchParams.get("q") ?? "").slice(0, 100)),
);
