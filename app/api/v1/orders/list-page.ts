import type { Keyset } from "@/lib/data/keyset";
import { listOrders } from "@/lib/data/orders";
import { sayCause } from "@/lib/domain/exceptions/verdict";
import type { OrderFilter } from "@/lib/domain/orders/order-filter";

/** A page of orders as the list's page and its route answer it: what holds each, in words. */
export async function listOrderPage(filter: OrderFilter, after: Keyset | null) {
  const { orders, next } = await listOrders(filter, after);
  const told = orders.map((order) => ({
    ...order,
    causes: order.causes.map((cause) => ({ id: cause.id, sentence: sayCause(cause, { shop: order.shopName, pos: order.posName }) })),
  }));
  return { orders: told, next, asOf: new Date() };
}
