import { AppError } from "@/lib/app-error";
import { answerApi } from "@/lib/auth/answer-api";
import { writeFinanceCsv } from "@/lib/commands/finance-csv";
import { readFinance } from "@/lib/data/finance";

import { FinanceFilter, readScope } from "../tell-finance";

export const GET = answerApi("finance:read", async (request) => {
  const scope = await readScope(FinanceFilter.parse(Object.fromEntries(new URL(request.url).searchParams)));
  if (!scope) throw new AppError("invalid", "There is no shop yet.");
  const { shop, period } = scope;
  return new Response(writeFinanceCsv(await readFinance(shop, period), shop.currency), {
    headers: {
      "cache-control": "private, no-store",
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="web-orders-and-till-${period.from}-to-${period.to}.csv"`,
    },
  });
});
