import { answerApi } from "@/lib/auth/answer-api";
import { env } from "@/lib/env";

import { describeApi } from "./describe-api";

export const GET = answerApi("office:read", async () => describeApi(env.NEXTAUTH_URL));
