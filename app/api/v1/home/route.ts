import { answerApi } from "@/lib/auth/answer-api";

import { tellHome } from "./tell-home";

export const GET = answerApi("records:read", async (_, { id }) => tellHome(id));
