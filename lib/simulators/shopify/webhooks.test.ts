import { createHmac } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";

import { locationGid, london, openReceiver, openTestShop, pickup, type Received, subscribe, type TestShop } from "./open-test-shop";

let shop: TestShop;
let status: (received: Received) => number;
let app: Awaited<ReturnType<typeof openReceiver>>;
beforeEach(async () => {
  status = () => 200;
  app = await openReceiver((received) => status(received));
  shop = await openTestShop({ clientSecret: "secret", shop: { domain: "acme.myshopify.com" } });
});
afterEach(async () => {
  await shop.stop();
  app.close();
});

const listen = (topic: string, more: object = {}) => subscribe(shop, topic, { uri: `${app.url}/${topic}`, format: "JSON", ...more });
const topics = (received: Received[]) => received.map(({ topic }) => topic).sort();
const counts = async () => {
  const { waiting, delivered, failed } = (await shop.control("webhooks")).body as Record<string, number>;
  return { waiting, delivered, failed };
};
/** Asks until the queue has said so; each question is a round trip, nothing waits for a time. */
async function settled(wanted: Record<string, number>): Promise<void> {
  for (let asked = 0; asked < 2_000; asked += 1) if (JSON.stringify(await counts()) === JSON.stringify(wanted)) return;
  expect(await counts()).toEqual(wanted);
}

test("an order is told with the vendor's headers, signed over the raw body", async () => {
  await listen("ORDERS_CREATE", { name: "pos-orders" });
  await shop.control("orders", { ...pickup, name: "#7" });
  const [delivery] = await app.received(1);
  expect(delivery?.body).toMatchObject({
    name: "#7",
    financial_status: "paid",
    admin_graphql_api_id: "gid://shopify/Order/5550000001",
    id: 5550000001,
  });
  expect(delivery?.headers).toMatchObject({
    "x-shopify-topic": "orders/create",
    "x-shopify-shop-domain": "acme.myshopify.com",
    "x-shopify-api-version": "2026-10",
    "x-shopify-name": "pos-orders",
    "x-shopify-hmac-sha256": createHmac("sha256", "secret")
      .update(delivery?.raw ?? "")
      .digest("base64"),
    "x-shopify-webhook-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    "x-shopify-event-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(Date.parse(String(delivery?.headers["x-shopify-triggered-at"]))).not.toBeNaN();
});

test("only the fields asked for are sent", async () => {
  await listen("ORDERS_CREATE", { includeFields: ["id", "updated_at"] });
  await shop.control("orders", pickup);
  const [delivery] = await app.received(1);
  expect(Object.keys(delivery?.body ?? {})).toEqual(["id", "updated_at"]);
});

test("each thing that happens has its topic, and a level is told once per change", async () => {
  for (const topic of ["ORDERS_CREATE", "ORDERS_PAID", "ORDERS_EDITED", "ORDERS_CANCELLED", "FULFILLMENTS_CREATE", "PRODUCTS_UPDATE"])
    await listen(topic);
  for (const topic of ["INVENTORY_LEVELS_UPDATE", "FULFILLMENT_ORDERS_ORDER_ROUTING_COMPLETE", "FULFILLMENT_ORDERS_CANCELLED"])
    await listen(topic);
  await shop.control("orders", { orders: [{ ...pickup, financialStatus: "PENDING" }, pickup] });
  await app.received(6);
  expect(topics(app.all)).toEqual([
    "fulfillment_orders/order_routing_complete",
    "fulfillment_orders/order_routing_complete",
    "inventory_levels/update",
    "orders/create",
    "orders/create",
    "orders/paid",
  ]);
  expect(app.all.find(({ topic }) => topic === "inventory_levels/update")?.body).toMatchObject({ location_id: 17, available: 6 });
  app.all.length = 0;
  await shop.control("pay-order", { order: "#1001" });
  await shop.control("edit-order", { order: "#1001", lines: [{ line: 0, quantity: 1 }] });
  await shop.control("cancel-order", { order: "#1001" });
  await shop.control("fulfil-order", { order: "#1002" });
  await shop.control("products/A", { price: "13.00" }, "PATCH");
  await app.received(9);
  expect(topics(app.all)).toEqual([
    "fulfillment_orders/cancelled",
    "fulfillments/create",
    "inventory_levels/update",
    "inventory_levels/update",
    "inventory_levels/update",
    "orders/cancelled",
    "orders/edited",
    "orders/paid",
    "products/update",
  ]);
  expect(app.all.find(({ topic }) => topic === "orders/edited")?.body).toMatchObject({ order_edit: { order_id: 5550000001 } });
});

test("what the app writes itself comes back to it", async () => {
  await listen("INVENTORY_LEVELS_UPDATE");
  await listen("ORDERS_UPDATED");
  const order = (await shop.control("orders", { ...pickup, webhooks: false })).text("orders.0.gid");
  await shop.ask(
    `mutation($input: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $input) @idempotent(key: "echo") { userErrors { code } } }`,
    {
      input: {
        name: "on_hand",
        reason: "correction",
        quantities: [{ inventoryItemId: shop.item("A"), locationId: locationGid(london), quantity: 20, changeFromQuantity: null }],
      },
    },
  );
  await shop.ask(`mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { userErrors { code } } }`, {
    m: [{ ownerId: order, namespace: "pos", key: "id", type: "single_line_text_field", value: "1" }],
  });
  expect(topics(await app.received(2))).toEqual(["inventory_levels/update", "orders/updated"]);
});

test("a failed delivery comes again with the same id and the same body", async () => {
  await shop.control("setup", { clockFactor: 1_000_000 });
  status = () => (app.all.length < 3 ? 500 : 200);
  await listen("ORDERS_CREATE");
  await shop.control("orders", pickup);
  const all = await app.received(3);
  expect(new Set(all.map(({ raw }) => raw)).size).toBe(1);
  expect(new Set(all.map(({ headers }) => headers["x-shopify-webhook-id"])).size).toBe(1);
  await settled({ waiting: 0, delivered: 1, failed: 0 });
  expect((await shop.control("webhooks?state=delivered")).at("deliveries.0")).toMatchObject({
    tries: 3,
    topic: "orders/create",
    about: "5550000001",
  });
});

test("after eight repetitions the subscription is gone, and what waited for it", async () => {
  await shop.control("setup", { clockFactor: 1_000_000 });
  status = () => 503;
  await listen("ORDERS_CREATE");
  await shop.control("orders", pickup);
  await app.received(9);
  await settled({ waiting: 0, delivered: 0, failed: 1 });
  expect((await shop.control("webhooks")).at("subscriptions")).toEqual([]);
});

test("a delivery that waits survives a restart", async () => {
  status = () => 500;
  await listen("ORDERS_CREATE");
  await shop.control("orders", pickup);
  await app.received(1);
  await settled({ waiting: 1, delivered: 0, failed: 0 });
  await shop.restart();
  expect(await counts()).toEqual({ waiting: 1, delivered: 0, failed: 0 });
  expect((await shop.control("webhooks")).at("deliveries.0")).toMatchObject({
    tries: 1,
    status: 500,
    firstSentAt: expect.any(Number),
    endedAt: null,
  });
});

test("duplicates share their id, reordered ones change places, silent locations say nothing", async () => {
  await listen("ORDERS_CREATE");
  await shop.control("faults", { duplicateWebhooks: 1 }, "PUT");
  await shop.control("orders", pickup);
  const twice = await app.received(2);
  expect(new Set(twice.map(({ headers }) => headers["x-shopify-webhook-id"])).size).toBe(1);
  app.all.length = 0;
  await shop.control("faults", { reorderWebhooks: 1 }, "PUT");
  await shop.control("orders", { orders: Array.from({ length: 3 }, (_, n) => ({ ...pickup, name: `R${n}` })) });
  await app.received(3);
  const places = (await shop.control("webhooks?limit=3")).list("deliveries").map((delivery) => (delivery as { place: number }).place);
  expect(places.map((place) => place - Math.min(...places))).toEqual([0, 2, 1]);
  await shop.control("faults", { silentStores: [london] }, "PUT");
  await shop.control("orders", { ...pickup, name: "unheard" });
  await shop.control("faults", {}, "PUT");
  await shop.control("orders", { ...pickup, name: "heard" });
  expect((await app.received(4)).at(-1)?.body.name).toBe("heard");
});

test("subscriptions are listed, changed and deleted; one address per topic; a topic needs its scope", async () => {
  const first = await listen("ORDERS_CREATE");
  const id = first.text("data.webhookSubscriptionCreate.webhookSubscription.id");
  expect((await listen("ORDERS_CREATE")).at("data.webhookSubscriptionCreate.userErrors.0.message")).toBe(
    "Address for this topic has already been taken",
  );
  expect(
    (await subscribe(shop, "ORDERS_PAID", { uri: "http://elsewhere.example" })).at("data.webhookSubscriptionCreate.userErrors.0.message"),
  ).toBe("Address is invalid");
  await shop.ask(
    `mutation($id: ID!) { webhookSubscriptionUpdate(id: $id, webhookSubscription: { includeFields: ["id"] }) { userErrors { message } } }`,
    { id },
  );
  const list = async () =>
    (await shop.ask("{ webhookSubscriptions(first: 9) { nodes { topic uri includeFields } } }")).at("data.webhookSubscriptions.nodes");
  expect(await list()).toEqual([{ topic: "ORDERS_CREATE", uri: `${app.url}/ORDERS_CREATE`, includeFields: ["id"] }]);
  const gone = await shop.ask(
    "mutation($id: ID!) { webhookSubscriptionDelete(id: $id) { deletedWebhookSubscriptionId userErrors { message } } }",
    { id },
  );
  expect(gone.at("data.webhookSubscriptionDelete.deletedWebhookSubscriptionId")).toBe(id);
  await shop.control("setup", { scopes: ["read_products"] });
  const denied = await listen("ORDERS_CREATE");
  expect(denied.at("data.webhookSubscriptionCreate.userErrors.0.message")).toContain("You do not have permission");
  expect(await list()).toEqual([]);
});

test("a subscription can vanish", async () => {
  await listen("ORDERS_CREATE");
  await listen("ORDERS_PAID");
  expect((await shop.control("subscriptions/delete", { topic: "ORDERS_PAID" })).body).toEqual({ deleted: 1 });
  expect((await shop.control("webhooks")).list("subscriptions")).toMatchObject([{ topic: "ORDERS_CREATE" }]);
});
