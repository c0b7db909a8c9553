import { expect, test } from "vitest";

import { parseFunctions, RefusedFunction } from "./function-config";

const config = (more: object) => ({
  id: "shop-push-stock",
  name: "push stock",
  triggers: [{ event: "stock/changed" }],
  steps: { step: { id: "step", name: "step", runtime: { type: "http", url: "http://127.0.0.1/api/inngest" } } },
  ...more,
});
const refusal = (more: object) => {
  expect(() => parseFunctions([config(more)])).toThrow(RefusedFunction);
  try {
    parseFunctions([config(more)]);
  } catch (error) {
    return (error as Error).message;
  }
};

test.each([
  ["rateLimit", { rateLimit: { limit: 1, period: "1m" } }],
  ["singleton", { singleton: { mode: "skip" } }],
  ["timeouts", { timeouts: { finish: "1h" } }],
  ["cancel.0.timeout", { cancel: [{ event: "a", timeout: "1h" }] }],
  ["triggers.0.jitter", { triggers: [{ cron: "0 4 * * *", jitter: "30s" }] }],
  ["batchEvents.if", { batchEvents: { maxSize: 2, timeout: "1s", if: "true" } }],
])("%s is refused by name", (option, more) => {
  expect(refusal(more)).toBe(
    `Function shop-push-stock cannot be registered: option ${option} is not supported by the local Inngest server.`,
  );
});

test.each([
  ["option concurrency.0.scope is not supported here", { concurrency: { limit: 1, scope: "account", key: "'all'" } }],
  [
    "option batchEvents cannot be combined with cancelOn, debounce or priority",
    { batchEvents: { maxSize: 2, timeout: "1s" }, debounce: { period: "1s" } },
  ],
  ["option triggers.0.cron is not a cron pattern", { triggers: [{ cron: "every night" }] }],
  ["option idempotency is not an expression", { idempotency: "event.data." }],
  ["option throttle.period is not a duration of a second or more", { throttle: { limit: 1, period: "5" } }],
])("%s", (reason, more) => {
  expect(refusal(more)).toBe(`Function shop-push-stock cannot be registered: ${reason}.`);
});

test("concurrency is a list, however it was written", () => {
  const concurrency = (given: unknown) => parseFunctions([config({ concurrency: given })])[0]?.concurrency;
  expect(concurrency(5)).toEqual([{ limit: 5 }]);
  expect(concurrency({ limit: 1, key: "event.data.shop" })).toEqual([{ limit: 1, key: "event.data.shop" }]);
  expect(concurrency(undefined)).toEqual([]);
});
