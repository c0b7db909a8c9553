import { expect, test } from "vitest";

import { retryAfterSeconds } from "./webhook-delivery";
import { headerOf, scopesFor } from "./webhook-topics";

test.each([
  ["ORDERS_CREATE", "orders/create"],
  ["INVENTORY_LEVELS_UPDATE", "inventory_levels/update"],
  ["FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE", "fulfillment_orders/order_routing_complete"],
  ["REVERSE_FULFILLMENT_ORDERS_DISPOSE", "reverse_fulfillment_orders/dispose"],
  ["APP_SCOPES_UPDATE", "app/scopes_update"],
])("%s is %s in the header", (topic, header) => expect(headerOf(topic)).toBe(header));

test("a topic asks for the scope of what it tells about", () => {
  expect(scopesFor("INVENTORY_LEVELS_UPDATE")).toEqual(["read_inventory"]);
  expect(scopesFor("APP_UNINSTALLED")).toEqual([]);
});

test("eight repetitions within four hours, further and further apart", () => {
  const gaps = Array.from({ length: 8 }, (_, n) => retryAfterSeconds(n + 1) ?? 0);
  expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBe(4 * 3_600);
  expect(gaps).toEqual([...gaps].sort((a, b) => a - b));
  expect(retryAfterSeconds(9)).toBeNull();
});
