import { answerApi } from "@/lib/auth/answer-api";
import { listTokens } from "@/lib/data/api-tokens";

/** Every token that was ever made; what opens a door is nowhere kept. */
export const GET = answerApi("people:manage", async () => ({ tokens: await listTokens(), asOf: new Date() }));
