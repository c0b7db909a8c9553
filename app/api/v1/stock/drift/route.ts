import { answerApi } from "@/lib/auth/answer-api";
import { DriftFilter } from "@/lib/domain/stock/drift-filter";

import { listDriftPage } from "./list-page";

/** The board by its filter; `after` is the `next` of the page before. */
export const GET = answerApi("stock:read", async (request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return listDriftPage(DriftFilter.parse(params), params.after);
});
