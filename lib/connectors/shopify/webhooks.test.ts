import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";

import { openPort } from "../open-port";
import { answering, type Reply, someConnection } from "../testing/answering";
import { verifyWebhook } from "./verify-webhook";
import { topics } from "./webhook-topics";

const keys = { shop: "north.myshopify.com", clientSecret: "client", webhookSecret: "now", webhookSecretPrevious: "before" };

function knock(topic: string, body: unknown, { secret = "now", shop = keys.shop, ...headers }: Record<string, string> = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const all = {
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(text).digest("base64"),
    "x-shopify-topic": topic,
    "x-shopify-shop-domain": shop,
    "x-shopify-webhook-id": "d1",
    "x-shopify-triggered-at": "2026-11-20T10:00:00.123456Z",
    ...headers,
  };
  return { path: "", headers: new Headers(all), body: new TextEncoder().encode(text) };
}

test.each([["now"], ["before"]])("both secrets are valid while one replaces the other (%s)", (secret) => {
  expect(verifyWebhook(knock("orders/create", { id: 1 }, { secret }), keys)).toMatchObject({ result: "accepted" });
});

test("without one of its own the client secret signs", () => {
  const { webhookSecret: _, ...less } = keys;
  expect(verifyWebhook(knock("orders/create", { id: 1 }, { secret: "client" }), less)).toMatchObject({ result: "accepted" });
  expect(verifyWebhook(knock("orders/create", { id: 1 }, { secret: "client" }), keys)).toEqual({ result: "wrong-credentials" });
});

test.each([
  ["another secret", knock("orders/create", { id: 1 }, { secret: "guess" })],
  ["another shop of the same app", knock("orders/create", { id: 1 }, { shop: "south.myshopify.com" })],
  ["no signature", knock("orders/create", { id: 1 }, { "x-shopify-hmac-sha256": "" })],
  ["one byte more", { ...knock("orders/create", { id: 1 }), body: new TextEncoder().encode('{"id":1} ') }],
])("refused: %s", (_, request) => {
  expect(verifyWebhook(request, keys)).toEqual({ result: "wrong-credentials" });
});

test.each([
  ["orders/updated", { id: 5_550_001, name: "#1001" }, { about: "order", orderId: "5550001" }],
  ["orders/edited", { order_edit: { id: 9, order_id: 5_550_001 } }, { about: "order", orderId: "5550001" }],
  [
    "fulfillment_orders/moved",
    { moved_fulfillment_order: { id: "gid://shopify/FulfillmentOrder/9", order_id: "gid://shopify/Order/5550001" } },
    { about: "order", orderId: "5550001" },
  ],
  ["fulfillment_orders/order_routing_complete", { fulfillment_order: { id: "gid://shopify/FulfillmentOrder/9" } }, { about: "nothing" }],
  [
    "inventory_levels/update",
    { inventory_item_id: 111, location_id: 17, available: 3 },
    { about: "stock", itemId: "111", locationId: "17" },
  ],
  ["products/delete", { id: 44 }, { about: "catalogue", remoteId: "44" }],
  ["locations/update", { id: 17 }, { about: "location" }],
  ["app/scopes_update", { id: 1 }, { about: "nothing" }],
])("%s", (topic, body, hint) => {
  expect(verifyWebhook(knock(topic, body), keys)).toEqual({
    result: "accepted",
    deliveries: [
      {
        id: "d1",
        topic,
        at: "2026-11-20T10:00:00.123Z",
        body: JSON.stringify(body),
        hints: [hint.about === "nothing" ? expect.objectContaining(hint) : hint],
      },
    ],
  });
});

test.each([
  ["orders/create", "not json"],
  ["orders/create", { name: "#1001" }],
  ["inventory_levels/update", { inventory_item_id: 1 }],
])("%s that cannot be read is kept and marked", (topic, body) => {
  expect(verifyWebhook(knock(topic, body), keys)).toMatchObject({ deliveries: [{ id: "d1", unreadable: `no body of ${topic}` }] });
});

describe("a fulfilment order names no order", () => {
  const fulfilment = knock("fulfillment_orders/order_routing_complete", { fulfillment_order: { id: "gid://shopify/FulfillmentOrder/9" } });
  const verify = (reply: () => Reply) =>
    openPort({ id: someConnection(), platform: "shopify", settings: { ...keys, accessToken: "t" } }, "webhooks", {
      exchange: answering(reply).exchange,
    }).verify(fulfilment);

  test("so it is asked for", async () => {
    const data = { fulfillmentOrder: { orderId: "gid://shopify/Order/5550001" } };
    expect(await verify(() => ({ body: { data } }))).toMatchObject({ deliveries: [{ hints: [{ about: "order", orderId: "5550001" }] }] });
  });

  test.each<[string, Reply]>([
    ["it is gone", { body: { data: { fulfillmentOrder: null } } }],
    ["our key is not", { status: 401 }],
  ])("and taken all the same when %s", async (_, reply) => {
    expect(await verify(() => reply)).toMatchObject({ result: "accepted", deliveries: [{ id: "d1", hints: [{ about: "nothing" }] }] });
  });
});

test("what is subscribed already stays, the rest is made, what Shopify refuses is left to people", async () => {
  const url = "https://parity.example/api/webhooks/1";
  const nodes = [
    { topic: "ORDERS_CREATE", uri: url },
    { topic: "ORDERS_PAID", uri: "https://elsewhere.example" },
  ];
  const { asked, exchange } = answering(({ json }) => {
    const { variables } = json as { variables: { topic?: string } };
    if (variables.topic === undefined)
      return { body: { data: { webhookSubscriptions: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } } } };
    const userErrors = variables.topic === "LOCATIONS_UPDATE" ? [{ field: null, message: "scope missing" }] : [];
    return { body: { data: { webhookSubscriptionCreate: { webhookSubscription: null, userErrors } } } };
  });
  const port = openPort({ id: someConnection(), platform: "shopify", settings: { ...keys, accessToken: "t" } }, "webhooks", { exchange });
  const { made, byHand } = await port.ensureSubscribed(url);
  expect(byHand).toEqual(["LOCATIONS_UPDATE: scope missing"]);
  expect(made).toEqual(Object.keys(topics).filter((topic) => !["ORDERS_CREATE", "LOCATIONS_UPDATE"].includes(topic)));
  expect(asked.at(-1)?.json).toMatchObject({
    variables: { subscription: { uri: url, includeFields: expect.arrayContaining(["updated_at"]) } },
  });
});
