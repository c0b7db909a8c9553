import { answerApi } from "@/lib/auth/answer-api";
import { countDrift, DriftKeyset, listDrift } from "@/lib/data/stock-view";
import { DriftFilter } from "@/lib/domain/stock/drift-filter";

const pageSize = 100;

/** The board: a page, what endangers orders first, and how many rows each choice would list. `after…` is the last row of the page before. */
export const GET = answerApi("stock:read", async (request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const filter = DriftFilter.parse(params);
  const after = DriftKeyset.safeParse({
    rank: params.afterRank,
    shopId: params.afterShop,
    locationId: params.afterLocation,
    sku: params.afterSku,
  });
  const [rows, counts] = await Promise.all([listDrift(filter, after.data ?? null, pageSize), countDrift(filter)]);
  return { rows, counts, hasMore: rows.length === pageSize, asOf: new Date() };
});
