import { createHmac, randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { request as ask } from "undici";

import { db } from "../lib/data/client";
import { type Connection, listConnections } from "../lib/data/connections";
import { as } from "./as";
import { listTillOrders, listWebOrders, ofWebOrder, shop } from "./platforms";
import { untilQuiet } from "./quiet";

let web: Connection;
let pos: Connection;

test.beforeAll(async () => {
  const connections = await listConnections();
  web = one(connections.filter(({ role }) => role === "shop"));
  pos = one(connections.filter(({ role }) => role === "pos"));
});
test.afterAll(() => db.$disconnect());

test("a wrong password keeps nothing, is counted, and is a cause until the right one comes", async ({ page, request }) => {
  await as(page, "admin");
  const event = [{ event_id: randomUUID(), event_type: "warehouse-transaction", event_date: Math.floor(Date.now() / 1000), data: {} }];
  for (let knocks = 0; knocks < 3; knocks += 1) expect(await knock(request, event, "wrong")).toBe(401);
  expect(await stored(pos, event[0]!.event_id)).toBeNull();
  const cause = await openCause(page, "wrong-password", "is knocking with a wrong password; its messages are being dropped");
  await expect(cause).toHaveCount(1);

  expect(await knock(request, event)).toBe(200);
  expect(await stored(pos, event[0]!.event_id)).toMatchObject({ state: "taken", repeats: 0 });
  await page.reload();
  await expect(page.getByText("Nothing matches this filter")).toBeVisible();
});

test("a body that cannot be read is kept and raised, and the rest of its batch is taken", async ({ page, request }) => {
  await as(page, "admin");
  const good = { event_id: randomUUID(), event_type: "warehouse-transaction", event_date: Math.floor(Date.now() / 1000), data: {} };
  const bad = { event_type: "order", mark: randomUUID() };
  expect(await knock(request, [bad, good])).toBe(200);
  expect(await storedBody(pos, JSON.stringify(bad))).toMatchObject({ state: "unreadable", reason: "no event (event_id)" });
  expect(await stored(pos, good.event_id)).toMatchObject({ state: "taken" });

  const id = randomUUID();
  expect(await send(request, "orders/create", id, "{ no JSON")).toBe(200);
  expect(await stored(web, id)).toMatchObject({ state: "unreadable", body: "{ no JSON" });
  await expect(
    await openCause(page, "event-unreadable", 'sent a message about "orders/create" that we cannot read; it is kept'),
  ).toHaveCount(1);
});

test("characters that no database keeps stop neither the message they came in nor the one beside it", async ({ request }) => {
  const mark = randomUUID();
  const event = (id: string, data: object) => ({ event_id: id, event_type: "warehouse-transaction", event_date: 1_700_000_000, data });
  const good = event(randomUUID(), {});
  expect(await knock(request, [event(`${mark}\0`, { note: "\0" }), event(`${mark}-half`, { note: "\ud800" }), good])).toBe(200);
  for (const id of [`${mark}\ufffd`, `${mark}-half`, good.event_id]) expect(await stored(pos, id)).toMatchObject({ state: "taken" });

  for (const body of [Buffer.from([0xff, 0xfe, 0x00, 0x41]), Buffer.from(`${"[".repeat(200_000)}${"]".repeat(200_000)}`)]) {
    const id = randomUUID();
    expect(await send(request, "orders/create", id, body)).toBe(200);
    expect(await stored(web, id)).toMatchObject({ state: "unreadable" });
  }
});

test("five megabytes are turned away also when nobody says beforehand how many they are", async () => {
  const before = await db.delivery.count();
  const body = Readable.from(Array.from({ length: 80 }, () => Buffer.alloc(65_536, "x")));
  const address = `${test.info().project.use.baseURL}/api/webhooks/${web.id}`;
  const answer = await ask(address, { method: "POST", body, headers: signedBy("x", "orders/create", randomUUID()) });
  expect(answer.statusCode).toBe(413);
  expect(await db.delivery.count()).toBe(before);
});

test("an event that nobody knows is kept and told from the others, and raises nothing", async ({ request }) => {
  const id = randomUUID();
  expect(await send(request, "themes/publish", id, JSON.stringify({ id: 1 }))).toBe(200);
  expect(await stored(web, id)).toMatchObject({ state: "unknown", reason: "themes/publish concerns nothing of ours" });
});

test("a wrong signature, somebody else's shop, five megabytes and an unknown door are turned away, and nothing is kept", async ({
  request,
}) => {
  const before = await db.delivery.count();
  const body = JSON.stringify({ id: 1 });
  const address = `/api/webhooks/${web.id}`;
  const signed = signedBy(body, "orders/create", randomUUID());
  expect((await request.post(address, { data: body, headers: { ...signed, "x-shopify-hmac-sha256": "bm8=" } })).status()).toBe(401);
  expect(
    (await request.post(address, { data: body, headers: { ...signed, "x-shopify-shop-domain": "else.myshopify.com" } })).status(),
  ).toBe(401);
  expect((await request.post(address, { data: "x".repeat(5_000_000), headers: signed })).status()).toBe(413);
  expect((await request.post(`/api/webhooks/${randomUUID()}`, { data: body, headers: signed })).status()).toBe(404);
  expect((await request.post("/api/webhooks/nobody", { data: body, headers: signed })).status()).toBe(404);
  expect(await db.delivery.count()).toBe(before);
});

test("a delivery that comes again has no second effect", async ({ page, request }) => {
  await as(page, "admin");
  await untilQuiet(page);
  const orders = await listTillOrders();
  const order = (await listWebOrders()).find(({ legacyResourceId }) => ofWebOrder(orders, legacyResourceId).length === 1);
  const body = JSON.stringify({ id: Number(order?.legacyResourceId) });
  const id = randomUUID();
  for (let times = 0; times < 3; times += 1) expect(await send(request, "orders/create", id, body)).toBe(200);
  expect(await stored(web, id)).toMatchObject({ state: "taken", repeats: 2 });
  await untilQuiet(page);
  expect(await listTillOrders()).toHaveLength(orders.length);
});

test("an order for more units than can be meant is held and says so", async ({ page }) => {
  await as(page, "ops");
  await untilQuiet(page);
  const before = await listTillOrders();
  const line = { title: "Sticker", quantity: 2_000_000, unitPrice: "0.01" };
  await shop().post("/orders", { name: "#ABSURD", lines: [line] });
  await untilQuiet(page);
  await expect(await openCause(page, "quantity-absurd", "Order #ABSURD asks for 2,000,000 units of Sticker")).toHaveCount(1);
  expect(await listTillOrders()).toHaveLength(before.length);
});

/** Sitoo's events, with its password or another. */
async function knock(request: APIRequestContext, events: object[], password = String(pos.settings.eventsPassword)): Promise<number> {
  const authorization = `Basic ${Buffer.from(`${pos.settings.eventsUser}:${password}`).toString("base64")}`;
  return (await request.post(`/api/webhooks/${pos.id}/events`, { data: events, headers: { authorization } })).status();
}

async function send(request: APIRequestContext, topic: string, id: string, body: string | Buffer): Promise<number> {
  return (await request.post(`/api/webhooks/${web.id}`, { data: Buffer.from(body), headers: signedBy(body, topic, id) })).status();
}

function signedBy(body: string | Buffer, topic: string, id: string): Record<string, string> {
  const secret = String(web.settings.webhookSecret || web.settings.clientSecret);
  return {
    "content-type": "application/json",
    "x-shopify-hmac-sha256": createHmac("sha256", secret).update(body).digest("base64"),
    "x-shopify-shop-domain": String(web.settings.shop),
    "x-shopify-topic": topic,
    "x-shopify-webhook-id": id,
  };
}

const stored = (connection: Connection, deliveryId: string) =>
  db.delivery.findFirst({ where: { connectionId: connection.id, deliveryId } });
const storedBody = (connection: Connection, body: string) => db.delivery.findFirst({ where: { connectionId: connection.id, body } });

/** The rows of the inbox that say this. */
async function openCause(page: Page, kind: string, sentence: string) {
  await page.goto(`/inbox?kind=${kind}`);
  return page.getByRole("grid", { name: "Causes by impact" }).locator("[data-key]").filter({ hasText: sentence });
}

function one<T>([first]: readonly T[]): T {
  if (!first) throw new Error("The demo lacks a connection");
  return first;
}
