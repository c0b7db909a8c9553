import { answerApi } from "@/lib/auth/answer-api";
import { readKeyset } from "@/lib/data/keyset";
import { listOrders } from "@/lib/data/orders";
import { sayCause } from "@/lib/domain/exceptions/verdict";
import { OrderFilter } from "@/lib/domain/orders/order-filter";

export const GET = answerApi("records:read", async (request) => {
  const params = Object.fromEntries(new URL(request.url).searchParams);
  const { orders, next } = await listOrders(OrderFilter.parse(params), readKeyset(params.after));
  const named = orders.map((order) => ({
    ...order,
    causes: order.causes.map((cause) => ({ id: cause.id, sentence: sayCause(cause, { shop: order.shopName, pos: "The till" }) })),
  }));
  return { orders: named, next, asOf: new Date() };
});
