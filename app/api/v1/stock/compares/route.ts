import { answerApi } from "@/lib/auth/answer-api";
import { listLastCompares } from "@/lib/data/last-compares";

/** The last full compare of every shop, and how much of what it found is right again. */
export const GET = answerApi("stock:read", async () => ({ compares: await listLastCompares(), asOf: new Date() }));
