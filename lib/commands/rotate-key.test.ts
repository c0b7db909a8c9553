import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";

import type { Actor } from "@/lib/auth/permissions";
import { noteCall } from "@/lib/connectors/call-log";
import { connectors } from "@/lib/connectors/registry";
import { secretSettings } from "@/lib/connectors/secret-settings";
import { shopify } from "@/lib/connectors/shopify";
import { sitoo } from "@/lib/connectors/sitoo";
import { db } from "@/lib/data/client";
import { createConnection, getConnection } from "@/lib/data/connections";
import type { ConnectionId } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";

import { endRotation, rotatePassword } from "./rotate-key";
import { showConnections } from "./show-connections";
import { takeDeliveries } from "./take-deliveries";

const person = (role: Actor["role"]): Actor => ({ id: "00000000-0000-4000-8000-000000000001", name: role, email: "", role, places: null });
const [admin, ops] = [person("admin"), person("ops")];
const plain = { currency: "GBP", zone: "Europe/London" };
const settings = {
  baseUrl: "https://api.mysitoo.com",
  accountId: "90001",
  siteId: 1,
  apiId: "90001-12",
  password: "api-password",
  eventsUser: "sitoo",
  eventsPassword: "events-one",
};
const shopSettings = { shop: "quillmoor.myshopify.com", accessToken: "shpat_secret", webhookSecret: "signs" };

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: ConnectionId;
let shopId: ConnectionId;

beforeAll(async () => {
  database = await openTestDatabase();
  posId = await createConnection(
    db,
    { code: "POS", platform: "sitoo", role: "pos", name: "Till", settings, ...plain },
    secretSettings(sitoo),
  );
  shopId = await createConnection(
    db,
    { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, settings: shopSettings, ...plain },
    secretSettings(shopify),
  );
});
afterEach(() => vi.useRealTimers());
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const knock = (password: string) =>
  takeDeliveries(posId, {
    path: "",
    headers: new Headers({ authorization: `Basic ${Buffer.from(`sitoo:${password}`).toString("base64")}` }),
    body: new TextEncoder().encode("[]"),
  });
const shown = async (id: string) => (await showConnections()).find((one) => one.id === id)!;

test("during a change of password both are let in, and it is told when the old one is still used", async () => {
  const { password } = await rotatePassword.execute(admin, { connectionId: posId });
  expect(password).toMatch(/^[\w-]{24}$/);
  expect(await knock(password)).toBe(200);
  expect(await shown(posId)).toMatchObject({ mayRotate: true, hasPrevious: true });
  expect((await shown(posId)).cursors.previousKey).toBeUndefined();
  expect(await knock("events-one")).toBe(200);
  expect((await shown(posId)).cursors.previousKey).toBeDefined();
  expect(JSON.stringify(await shown(posId))).not.toContain(password);
  expect(await db.auditEntry.findMany({ select: { action: true, change: true } })).toEqual([
    { action: "connection.rotate-password", change: { eventsPassword: "changed" } },
  ]);

  await expect(rotatePassword.execute(admin, { connectionId: posId })).rejects.toMatchObject({ code: "conflict" });

  await endRotation.execute(admin, { connectionId: posId });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 6_000 });
  expect(await knock("events-one")).toBe(401);
  expect(await knock(password)).toBe(200);
  expect((await getConnection(posId)).settings).toMatchObject({ eventsPassword: password, password: "api-password" });
  expect((await shown(posId)).hasPrevious).toBe(false);
  await expect(endRotation.execute(admin, { connectionId: posId })).rejects.toMatchObject({ code: "conflict" });
});

test("only who may change connections changes their keys, and only where we make them", async () => {
  for (const one of [rotatePassword, endRotation])
    await expect(one.execute(ops, { connectionId: posId })).rejects.toMatchObject({ code: "forbidden" });
  await expect(rotatePassword.execute(admin, { connectionId: shopId })).rejects.toMatchObject({
    message: "Shop makes its own secrets: enter the new one under Settings.",
  });
});

test("the key in use is named and how to renew it, and nothing of it that opens a door is told", async () => {
  expect((await shown(posId)).key?.name).toBe("the API password of API ID 90001-12");
  expect((await shown(shopId)).key?.name).toBe("the Admin API access token of quillmoor.myshopify.com");
  const { accessToken: _, ...rest } = shopSettings;
  const withApp = { ...rest, clientId: "abc", clientSecret: "hidden" };
  const told = [sitoo.key(settings), shopify.key(shopSettings), shopify.key(withApp)].map((key) => JSON.stringify(key));
  expect(told.join()).not.toMatch(/api-password|events-one|shpat_secret|signs"|hidden/);
  expect(told.every((text) => /press Test/.test(text))).toBe(true);
});

test("subscriptions: what is asked for, less what the last look missed", async () => {
  const wanted = connectors.shopify?.topics.length;
  expect((await shown(shopId)).subscriptions).toEqual({ wanted, missing: [] });
  await db.$executeRaw`insert into cause (id, connection_id, kind, entity, evidence, owner_role, sla_at)
    values (gen_random_uuid(), ${shopId}::uuid, 'webhook-missing', 'ORDERS_PAID', '{"connection":"Shop","topic":"ORDERS_PAID"}', 'ops', now())`;
  expect((await shown(shopId)).subscriptions).toEqual({ wanted, missing: ["ORDERS_PAID"] });
});

test("what waits to be looked at, how late messages came, and how it answers", async () => {
  await db.$executeRaw`insert into order_lane (shop_id, order_id, pos_id, version, hinted_at) values (${shopId}::uuid, '1', ${posId}::uuid, 1, now() - interval '5 minutes')`;
  await db.$executeRaw`insert into delivery (connection_id, delivery_id, topic, about, body, state, happened_at, received_at)
    values (${shopId}::uuid, 'd', 'orders/paid', 'order:1', '{}', 'taken', now() - interval '3 seconds', now())`;
  noteCall(shopId, { sentAt: Date.now() - 250 }, { status: 429, headers: new Headers() }, null);
  const shop = await shown(shopId);
  expect(shop.queues).toMatchObject([{ what: "orders", waiting: 1 }]);
  expect(shop.arrival).toMatchObject({ p50: 3_000, of: 1 });
  expect(shop.calls).toMatchObject({ lastMinute: 1, busy: 1 });
  expect((await shown(posId)).queues).toEqual([]);
});

test("quota is read from what each platform tells", () => {
  const headers = new Headers({ "x-rate-limit-limit": "600", "x-rate-limit-remaining": "588", "x-rate-limit-reset": "1800000000" });
  expect(sitoo.http(settings).quotaIn?.({ status: 200, headers, body: {} })).toEqual({
    unit: "calls",
    limit: 600,
    left: 588,
    perSecond: 0,
    resetAt: 1_800_000_000_000,
  });
  expect(sitoo.http(settings).quotaIn?.({ status: 200, headers: new Headers(), body: {} })).toBeNull();
  const throttleStatus = { maximumAvailable: 2_000, currentlyAvailable: 1_950, restoreRate: 100 };
  const body = { extensions: { cost: { requestedQueryCost: 50, actualQueryCost: 50, throttleStatus } } };
  expect(shopify.http(shopSettings).quotaIn?.({ status: 200, headers: new Headers(), body })).toEqual({
    unit: "points",
    limit: 2_000,
    left: 1_950,
    perSecond: 100,
    resetAt: null,
  });
});
