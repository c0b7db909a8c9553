import { answerApi } from "@/lib/auth/answer-api";
import { readKeyset, TheirId } from "@/lib/data/keyset";
import { OrderFilter } from "@/lib/domain/orders/order-filter";

import { listOrderPage } from "./list-page";

export const GET = answerApi("records:read", async (request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  return listOrderPage(OrderFilter.parse(params), readKeyset(params.after, TheirId));
});
