import { answerApi } from "@/lib/auth/answer-api";
import { showConnections } from "@/lib/commands/show-connections";

export const GET = answerApi("connections:read", async () => ({ connections: await showConnections(), asOf: new Date() }));
