import { expect, test } from "vitest";

import { webhooksPort } from "./webhooks";

const port = webhooksPort({ eventsUser: "sitoo", eventsPassword: "new", eventsPasswordPrevious: "old" });
const knock = (body: unknown, password = "new", user = "sitoo") =>
  port.verify({
    path: "events",
    headers: new Headers({ authorization: `Basic ${btoa(`${user}:${password}`)}` }),
    body: new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body)),
  });
const event = (event_type: string, data: object, event_id = "e1") => ({
  event_id,
  event_type,
  event_date: 1_730_000_000,
  account_id: 90_001,
  data,
});

test.each([["new"], ["old"]])("both passwords are valid while one replaces the other (%s)", async (password) => {
  expect(await knock([], password)).toMatchObject({ result: "accepted", deliveries: [] });
});

test.each([
  ["older", "sitoo"],
  ["", "sitoo"],
  ["new", "someone"],
])("wrong credentials keep nothing (%s by %s)", async (password, user) => {
  expect(await knock([event("order", { order_id: 1 })], password, user)).toEqual({ result: "wrong-credentials" });
});

test("an empty previous password opens nothing", async () => {
  const bare = webhooksPort({ eventsUser: "sitoo", eventsPassword: "new", eventsPasswordPrevious: "" });
  const headers = new Headers({ authorization: `Basic ${btoa("sitoo:")}` });
  expect(await bare.verify({ path: "events", headers, body: new Uint8Array() })).toEqual({ result: "wrong-credentials" });
});

test.each([
  ["order", { order_id: 20_177, order_event_type: "update" }, { about: "pos-order", orderId: "20177" }],
  ["order-delivery", { order_id: 20_177, order_delivery_id: 5 }, { about: "pos-order", orderId: "20177" }],
  ["warehouse-transaction", { warehouse_id: 3, warehouse_transaction_id: 9 }, { about: "stock", warehouseId: "3" }],
  ["z-report", { register_id: "{5D}", z_report_id: 41 }, { about: "nothing" }],
  ["something-new", { any: 1 }, { about: "nothing" }],
])("%s", async (type, data, hint) => {
  expect(await knock([event(type, data)])).toMatchObject({
    deliveries: [{ id: "e1", topic: type, at: "2024-10-27T03:33:20.000Z", hints: [hint], body: JSON.stringify(event(type, data)) }],
  });
});

test("one unreadable event does not cost the others, and keeps its id when it comes again", async () => {
  const batch = [event("order", { order_id: 1 }, "a"), { event_type: "order" }, event("order", { order_id: 2 }, "c")];
  const [first, again] = [await knock(batch), await knock(batch)];
  expect(first).toMatchObject({
    deliveries: [
      { id: "a" },
      { unreadable: expect.stringContaining("event_id"), id: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { id: "c" },
    ],
  });
  expect(ids(again)).toEqual(ids(first));
});

test.each([["{"], [{ event_id: "e1" }], ["null"]])("a body that is no list is kept as one unreadable delivery: %s", async (body) => {
  expect(await knock(body)).toMatchObject({ deliveries: [{ unreadable: "not a list of events" }] });
});

test("Sitoo has no API to subscribe: the address is set up by hand", async () => {
  expect(await port.ensureSubscribed("https://parity.example/api/webhooks/1")).toEqual({
    made: [],
    byHand: ["https://parity.example/api/webhooks/1"],
  });
});

const ids = (verified: Awaited<ReturnType<typeof knock>>) =>
  verified.result === "accepted" ? verified.deliveries.map(({ id }) => id) : [];
