import { answerApi } from "@/lib/auth/answer-api";

import { tellSetting } from "../tell-setting";

export const GET = answerApi("exceptions:read", (_, actor) => tellSetting(actor.id));
