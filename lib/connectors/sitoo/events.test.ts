import { expect, test } from "vitest";

import { newsIn } from "./events";

const body = (data: object) => JSON.stringify({ event_id: "e", event_type: "order", event_date: 1, data });

test.each([
  ["order", body({ order_id: 1, order_event_type: "add", order_state_changed: "open" }), "made"],
  ["order", body({ order_id: 1, order_event_type: "update", order_state_changed: "closed" }), "closed"],
  ["order", body({ order_id: 1, order_event_type: "closed" }), "closed"],
  ["order", body({ order_id: 1, order_event_type: "ready-for-pickup" }), "ready"],
  ["order", body({ order_id: 1, order_event_type: "update", order_state_changed: "cancelled" }), "cancelled"],
  ["order", body({ order_id: 1, order_event_type: "update" }), null],
  ["order-delivery", body({ order_id: 1, order_delivery_state_changed: "delivered" }), "delivered"],
  ["order-delivery", body({ order_id: 1, order_delivery_state_changed: "in-transit" }), null],
  ["order", "no JSON", null],
  ["order", "[]", null],
])("%s %s", (topic, text, news) => expect(newsIn(topic, text)).toBe(news));
