import { answerApi } from "@/lib/auth/answer-api";

import { tellOwnership } from "./tell-ownership";

export const GET = answerApi("ownership:manage", () => tellOwnership());
