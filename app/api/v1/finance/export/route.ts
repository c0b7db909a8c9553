import { requireActor } from "@/lib/auth/actor";
import { writeFinanceCsv } from "@/lib/commands/finance-csv";
import { readFinance } from "@/lib/data/finance";

import { FinanceFilter, readScope } from "../tell-finance";

export async function GET(request: Request): Promise<Response> {
  await requireActor("finance:read");
  const scope = await readScope(FinanceFilter.parse(Object.fromEntries(new URL(request.url).searchParams)));
  if (!scope) return new Response("There is no shop yet.", { status: 422 });
  const { shop, period } = scope;
  return new Response(writeFinanceCsv(await readFinance(shop, period), shop.currency), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="web-orders-and-till-${period.from}-to-${period.to}.csv"`,
    },
  });
}
