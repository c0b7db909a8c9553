import { createLoader, createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { moneyStates, OrderFilter, orderStates, promises } from "@/lib/domain/orders/order-filter";

/** The whole state of the list of orders, in its address. */
export const orderSearch = {
  q: parseAsString.withDefault(""),
  state: parseAsStringLiteral(orderStates).withDefault(""),
  promise: parseAsStringLiteral(promises).withDefault(""),
  shop: parseAsString.withDefault(""),
  healed: parseAsStringLiteral(["", "today"]).withDefault(""),
  due: parseAsStringLiteral(["", "1"]).withDefault(""),
  what: parseAsStringLiteral(moneyStates).withDefault(""),
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  store: parseAsString.withDefault(""),
  rate: parseAsString.withDefault(""),
  currency: parseAsString.withDefault(""),
  promotion: parseAsString.withDefault(""),
  cause: parseAsString.withDefault(""),
};
export type OrderSearch = inferParserType<typeof orderSearch>;

export const readOrderSearch = createLoader(orderSearch);
const serialize = createSerializer(orderSearch);
export const ordersHref = (search: Partial<OrderSearch> = {}): string => serialize("/orders", search);
export const orderHref = ({ shopId, orderId }: { shopId: string; orderId: string }): string =>
  `/orders/${shopId}/${encodeURIComponent(orderId)}`;

export const orderFilterOf = (search: OrderSearch): OrderFilter => OrderFilter.parse(search);
