import { answerApi } from "@/lib/auth/answer-api";
import { countDrift } from "@/lib/data/stock-view";
import { DriftFilter } from "@/lib/domain/stock/drift-filter";

/** How many rows each choice of the board would list. */
export const GET = answerApi("stock:read", async (request) => ({
  counts: await countDrift(DriftFilter.parse(Object.fromEntries(new URL(request.url).searchParams))),
  asOf: new Date(),
}));
