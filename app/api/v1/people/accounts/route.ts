import { answerApi } from "@/lib/auth/answer-api";

import { tellAccounts } from "./tell-accounts";

export const GET = answerApi("people:manage", async (_, actor) => tellAccounts(actor.id));
