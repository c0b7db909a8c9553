import { answerApi } from "@/lib/auth/answer-api";
import { countOrders } from "@/lib/data/orders";
import { OrderFilter } from "@/lib/domain/orders/order-filter";

/** How many a filter finds, whose and for how much. Apart from the list, which must not wait for it. */
export const GET = answerApi("records:read", async (request) =>
  countOrders(OrderFilter.parse(Object.fromEntries(new URL(request.url).searchParams))),
);
