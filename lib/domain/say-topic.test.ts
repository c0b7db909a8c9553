import { expect, test } from "vitest";

import { sayTopic } from "./say-topic";

test.each([
  ["FULFILLMENT_ORDERS_MOVED", "fulfillment orders moved"],
  ["orders/paid", "orders paid"],
])("%s is said as %s", (topic, said) => expect(sayTopic(topic)).toBe(said));
