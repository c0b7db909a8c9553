import { answerApi } from "@/lib/auth/answer-api";

import { FinanceFilter, tellFinance } from "./tell-finance";

export const GET = answerApi("finance:read", async (request) =>
  tellFinance(FinanceFilter.parse(Object.fromEntries(new URL(request.url).searchParams))),
);
