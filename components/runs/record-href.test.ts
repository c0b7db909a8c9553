import { expect, test } from "vitest";

import { recordHref } from "./record-href";

test.each([
  ["order", "5550001", "/orders/s/5550001"],
  ["product", "70000003:A:B 1", "/stock/A%3AB%201?at=70000003&shop=s"],
  ["product", "without-a-place", "/runs/r"],
  ["connection", "s", "/connections/s"],
  ["delivery", "d1", "/runs/r"],
])("a record of %s %s is told at %s", (entity, key, href) => {
  expect(recordHref({ entity, key, connectionId: "s", runId: "r" })).toBe(href);
});
