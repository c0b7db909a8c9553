import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/auth/permissions";
import { secretSettings } from "@/lib/connectors/secret-settings";
import { sitoo } from "@/lib/connectors/sitoo";
import { db } from "@/lib/data/client";
import { listConnectionHealth } from "@/lib/data/connection-health";
import { createConnection, getConnection } from "@/lib/data/connections";
import type { ConnectionId } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";

import { checkSetUp, pauseConnection, readCatalogue, resumeConnection } from "./ask-connection";
import { lookAtOrder } from "./look-at-order";
import { showSettings } from "./show-connections";
import { testConnection } from "./test-connection";
import { updateConnection } from "./update-connection";

const person = (role: Actor["role"]): Actor => ({
  id: "00000000-0000-4000-8000-000000000001",
  name: role,
  email: "",
  role,
  places: null,
});
const [admin, ops, finance] = [person("admin"), person("ops"), person("finance")];
const secrets = secretSettings(sitoo);
const settings = {
  baseUrl: "https://api.mysitoo.com",
  accountId: "90001",
  siteId: 1,
  apiId: "key",
  password: "pass-one",
  eventsUser: "sitoo",
  eventsPassword: "events-one",
};
const options = { dueWhen: "paid", reserveDays: 14, pickupPromiseHours: 4, shippingPromiseHours: 48 };

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: ConnectionId;
let shopId: ConnectionId;

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London" };
  posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", settings, ...plain }, secrets);
  shopId = await createConnection(
    db,
    { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, settings: {}, ...plain },
    new Set(),
  );
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const asText = (more: Record<string, string> = {}) => ({
  ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, secrets.has(name) ? "" : String(value)])),
  ...more,
});
const update = (more: Record<string, string>, actor = admin) =>
  updateConnection.execute(actor, { connectionId: posId, name: "Till", settings: asText(more), options });
const audited = async () => (await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action, change }) => ({ action, change }));
const emitted = async () => (await db.outbox.findMany({ orderBy: { seq: "asc" } })).map(({ name }) => name);

test("secrets never leave: a field says only that there is one", async () => {
  const { fields } = await showSettings(posId);
  expect(fields.find(({ name }) => name === "password")).toMatchObject({ isSecret: true, isSet: true, isRequired: true, value: "" });
  expect(fields.find(({ name }) => name === "apiId")).toMatchObject({ isSecret: false, value: "key" });
  expect(JSON.stringify(fields)).not.toMatch(/pass-one|events-one/);
});

test("an empty secret stays; a new one keeps its predecessor valid; the audit names it without telling it", async () => {
  await update({ eventsPassword: "events-two", apiId: "other" });
  expect((await getConnection(posId)).settings).toMatchObject({
    password: "pass-one",
    apiId: "other",
    eventsPassword: "events-two",
    eventsPasswordPrevious: "events-one",
  });
  const stored = await db.connection.findUniqueOrThrow({ where: { id: posId } });
  expect(JSON.stringify(stored.settings)).not.toMatch(/pass-one|events-one|events-two/);
  const [entry] = await audited();
  expect(entry).toEqual({
    action: "connection.update",
    change: { apiId: { before: "key", after: "other" }, eventsPassword: "changed", eventsPasswordPrevious: "changed" },
  });
  expect(await emitted()).toEqual(["connections/audit.requested"]);
});

test("what the platform's schema refuses is told at its field, and nothing is saved", async () => {
  await expect(update({ accountId: "not a number" })).rejects.toMatchObject({ issues: [{ path: ["settings", "accountId"] }] });
  expect((await getConnection(posId)).settings).toMatchObject({ accountId: "90001" });
});

test("who may not is refused, and nothing is written down", async () => {
  const before = (await audited()).length;
  await expect(update({ apiId: "mine" }, ops)).rejects.toMatchObject({ code: "forbidden" });
  await expect(pauseConnection.execute(finance, { connectionId: shopId, reason: "because" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(lookAtOrder.execute(finance, { shopId, orderId: "1" })).rejects.toMatchObject({ code: "forbidden" });
  await expect(testConnection.execute(finance, { connectionId: posId })).rejects.toMatchObject({ code: "forbidden" });
  expect((await audited()).length).toBe(before);
});

test("a pause needs a reason, is shown with it, and is no second one; a paused shop's orders are not looked at", async () => {
  await expect(pauseConnection.execute(ops, { connectionId: shopId, reason: " " })).rejects.toMatchObject({
    issues: [{ path: ["reason"] }],
  });
  await pauseConnection.execute(ops, { connectionId: shopId, reason: "Stocktake" });
  await expect(pauseConnection.execute(ops, { connectionId: shopId, reason: "Again" })).rejects.toMatchObject({ code: "conflict" });
  expect((await listConnectionHealth()).find(({ id }) => id === shopId)?.pause).toMatchObject({ reason: "Stocktake" });
  await expect(lookAtOrder.execute(ops, { shopId, orderId: "1" })).rejects.toMatchObject({ code: "conflict" });
  await resumeConnection.execute(ops, { connectionId: shopId });
  await expect(resumeConnection.execute(ops, { connectionId: shopId })).rejects.toMatchObject({ code: "conflict" });
});

test("asking for a catalogue, a check or an order tells the engine in the same breath", async () => {
  await db.outbox.deleteMany();
  await readCatalogue.execute(ops, { connectionId: shopId, full: true });
  await checkSetUp.execute(ops, { connectionId: shopId });
  await db.connection.updateMany({ data: { laneWantedAt: null } });
  await lookAtOrder.execute(ops, { shopId, orderId: "5550001" });
  expect(await emitted()).toEqual(["catalogue/pull.requested", "connections/audit.requested", "orders/lane.ready"]);
  expect(await db.orderLane.count({ where: { shopId, orderId: "5550001", state: "ready" } })).toBe(1);
  expect((await audited()).slice(-3).map(({ action }) => action)).toEqual([
    "connection.read-catalogue",
    "connection.check-set-up",
    "order.look",
  ]);
});

test("a test of a system that is not there says so in words, and is remembered as its last failure", async () => {
  await update({ baseUrl: await nobodyListens() });
  expect(await testConnection.execute(ops, { connectionId: posId })).toMatchObject({ isFine: false, said: "Till cannot be reached." });
  expect((await listConnectionHealth()).find(({ id }) => id === posId)?.lastFailure).toMatchObject({ kind: "down" });
});

/** An address that was free a moment ago. */
async function nobodyListens(): Promise<string> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return `http://127.0.0.1:${port}`;
}
