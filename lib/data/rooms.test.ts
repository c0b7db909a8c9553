import { afterAll, beforeAll, expect, test } from "vitest";

import { skuUnknown } from "@/lib/domain/exceptions/kinds/sku-unknown";
import type { ConnectionId, LocationId, ShopOrderId, Sku } from "@/lib/domain/ids";
import { OrderFilter } from "@/lib/domain/orders/order-filter";
import { testDraft, testOrder } from "@/lib/domain/orders/test-trace";
import { RecordFilter, RunFilter } from "@/lib/domain/records/record-filter";
import { openTestDatabase } from "@/lib/machine/test-database";

import { db } from "./client";
import { listConnectionHealth, setPaused } from "./connection-health";
import { createConnection } from "./connections";
import { storeDeliveries } from "./deliveries";
import { beginEffect, confirmEffects, finishEffect, planEffects } from "./effects";
import { listFlowHealth } from "./flow-health";
import { readKeyset, TheirId } from "./keyset";
import { saveLinks } from "./links";
import { keepSources, markOrders } from "./order-lanes";
import { countOrders, listOrders } from "./orders";
import { raiseCauses, releaseHeld } from "./raise-causes";
import { endRun, startRun, writeRecords } from "./records";
import { createPlan } from "./release-plans";
import { countRecords, countRuns, getRun, listRecords, listRuns } from "./runs";
import { keepSearchKeys } from "./search-keys";
import { listOrdersAtTill, listOrdersComing } from "./store-orders";
import { getOrderTrace } from "./trace";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: ConnectionId;
let shopId: ConnectionId;
let runId: string;
const orders = ["1001", "1002", "1003", "1004", "1005"];
const filter = (more: Partial<OrderFilter> = {}) => OrderFilter.parse(more);
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

/** 1001 and 1002 are at the till, 1003 and 1004 held by one SKU, 1005 waits for its payment. */
beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  await saveLinks(db, shopId, [{ kind: "location", theirs: "17", ours: "1" }], "test", "person");
  const sources = orders.map((id, at) =>
    testOrder({
      id: id as ShopOrderId,
      name: `#${id}`,
      email: `${id}@example.com`,
      placedAt: new Date(Date.now() - at * 60_000).toISOString(),
    }),
  );
  await markOrders(
    db,
    { id: shopId, posId },
    sources.map(({ id, name }) => ({ orderId: id, name })),
  );
  const promiseAt = new Date(Date.now() - 60_000).toISOString();
  await keepSources(
    shopId,
    sources.map((order) => ({ order, promiseAt: order.id === "1003" ? promiseAt : null, customerHash: `hash-${order.id}` })),
    new Date(),
  );
  await keepSearchKeys(
    db,
    sources.flatMap(({ id, name }) => [
      { value: name, kind: "name" as const, entity: "order" as const, shopId, key: id, label: name },
      { value: `DMO-555${id}`, kind: "external-id" as const, entity: "order" as const, shopId, key: id, label: name },
    ]),
  );
  await db.$executeRaw`update order_lane set state = case when order_id in ('1001', '1002') then 'done' when order_id = '1005' then 'waiting' else 'held' end,
    not_before = now() + interval '15 minutes', outcome = case when order_id in ('1001', '1002') then 'confirmed' when order_id = '1005' then '' else 'held' end`;

  runId = await startRun("carry-orders", posId);
  await send("1001", "901");
  await send("1002", "902");
  const record = (key: string, outcome: "confirmed" | "held") => ({
    connectionId: shopId,
    entity: "order" as const,
    key,
    label: `#${key}`,
    outcome,
    why: "",
    detail: {},
  });
  await writeRecords(db, { id: runId, flow: "carry-orders" }, [
    record("1001", "confirmed"),
    record("1002", "confirmed"),
    record("1003", "held"),
    record("1004", "held"),
  ]);
  await endRun(db, runId, { confirmed: 2, held: 2, waiting: 1 });
  const cause = skuUnknown.raise({ sku: "MUG" as Sku, title: "Mug" }, { field: "SKU", value: "MUG" });
  await raiseCauses(
    db,
    ["1003", "1004"].map((key) => ({
      shopId,
      entity: "order",
      key,
      label: `#${key}`,
      amount: 2_400,
      currency: "GBP",
      customerHash: `hash-${key}`,
      promiseAt: null,
      units: 2,
      causes: [cause],
    })),
  );
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

async function send(orderId: string, remoteId: string): Promise<void> {
  const key = `DMO-${orderId}`;
  const at = new Date().toISOString();
  const delivery = {
    id: `d${orderId}`,
    topic: "orders/paid",
    at,
    body: "{}",
    about: `order:${orderId}`,
    state: "taken" as const,
    reason: "",
  };
  await storeDeliveries(db, shopId, [delivery]);
  await storeDeliveries(db, posId, [{ ...delivery, id: `p${orderId}`, topic: "order", about: `pos-order:${remoteId}` }]);
  await planEffects(posId, shopId, [{ ...testDraft(), externalId: key, webOrderId: orderId, locationId: "17" as LocationId }]);
  await beginEffect(key);
  await finishEffect(key, remoteId);
  await confirmEffects(db, [key]);
}

test("each state's list holds what its total counts, newest first, with what holds each", async () => {
  for (const [state, found] of [
    ["held", ["#1003", "#1004"]],
    ["done", ["#1001", "#1002"]],
    ["open", ["#1003", "#1004", "#1005"]],
    ["waiting", ["#1005"]],
  ] as const) {
    expect(names((await listOrders(filter({ state }), null)).orders)).toEqual(found);
    expect(await countOrders(filter({ state }))).toMatchObject({ orders: found.length, people: found.length });
  }
  const [held] = (await listOrders(filter({ state: "held" }), null)).orders;
  expect(held?.causes).toMatchObject([{ kind: "sku-unknown", entity: "MUG" }]);
  expect((await countOrders(filter({ state: "held" }))).amounts).toEqual([{ currency: "GBP", amount: 4_800 }]);
});

test("pages join without a gap or an overlap", async () => {
  const first = await listOrders(filter(), null, 2);
  const second = await listOrders(filter(), readKeyset(first.next, TheirId), 2);
  const third = await listOrders(filter(), readKeyset(second.next, TheirId), 2);
  expect([...names(first.orders), ...names(second.orders), ...names(third.orders)]).toEqual(orders.map((id) => `#${id}`));
  expect(third.next).toBeNull();
  const one = await listRecords(RecordFilter.parse({}), null, 3);
  const two = await listRecords(RecordFilter.parse({}), readKeyset(one.next), 3);
  expect(new Set([...one.records, ...two.records].map(({ key }) => key))).toEqual(new Set(["1001", "1002", "1003", "1004"]));
  expect([one.records.length, two.records.length, two.next]).toEqual([3, 1, null]);
});

test.each([["#1003"], ["1003"], ["DMO-5551003"]])("an order is found by %s", async (q) => {
  expect(names((await listOrders(filter({ q }), null)).orders)).toEqual(["#1003"]);
  expect((await listRecords(RecordFilter.parse({ q }), null)).records.map(({ key }) => key)).toEqual(["1003"]);
});

test("what is too short to search for finds nothing rather than everything", async () => {
  expect((await listOrders(filter({ q: "1" }), null)).orders).toEqual([]);
  expect((await listRecords(RecordFilter.parse({ q: "1" }), null)).records).toEqual([]);
});

test("promises: only orders that are not at the till, the broken ones among those of today", async () => {
  expect(names((await listOrders(filter({ promise: "broken" }), null)).orders)).toEqual(["#1003"]);
  expect((await countOrders(filter({ promise: "today" }))).orders).toBe(1);
});

test("a run opens exactly its records, by outcome as its counts say", async () => {
  const run = await getRun(runId);
  expect(run).toMatchObject({ flow: "carry-orders", state: "attention", counts: { confirmed: 2, held: 2, waiting: 1 } });
  expect(await countRecords(RecordFilter.parse({ run: runId, since: "today" }))).toEqual({ confirmed: 2, held: 2 });
  expect((await listRecords(RecordFilter.parse({ run: runId, outcome: "held" }), null)).records.map(({ key }) => key).sort()).toEqual([
    "1003",
    "1004",
  ]);
  expect([
    (await listRuns(RunFilter.parse({ state: "attention" }), null)).runs.length,
    await countRuns(RunFilter.parse({ state: "attention" })),
  ]).toEqual([1, 1]);
  expect(await countRuns(RunFilter.parse({ state: "failed" }))).toBe(0);
});

test("the trace of an order holds both sides' messages, what was sent and the records", async () => {
  const trace = await getOrderTrace(shopId, "1001");
  expect(trace).toMatchObject({ name: "#1001", shopName: "Shop", posName: "Till", state: "done", amount: 2_400 });
  expect(trace.deliveries.map(({ from, deliveryId }) => `${from} ${deliveryId}`)).toEqual(["shop d1001", "pos p1001"]);
  expect(trace.effects).toMatchObject([{ key: "DMO-1001", remoteId: "901", attempts: 1 }]);
  expect(trace.records.map(({ outcome }) => outcome)).toEqual(["confirmed"]);
  expect((await getOrderTrace(shopId, "1003")).causes).toMatchObject([{ kind: "sku-unknown", exceptionState: "held" }]);
  await expect(getOrderTrace(shopId, "9999")).rejects.toMatchObject({ code: "not-found" });
});

test("the orders of a flow: its counts of today, its backlog, and the lag of what nothing held", async () => {
  const [row, stock] = await listFlowHealth();
  expect(row).toMatchObject({
    flow: "carry-orders",
    from: "Shop",
    to: "Till",
    today: { confirmed: 2, held: 2 },
    heldNow: 2,
    backlog: 0,
    recent: 4,
  });
  expect(row?.lag?.of).toBe(2);
  expect(row?.lag?.p95).toBeGreaterThanOrEqual(0);
  expect(row?.lastRun?.id).toBe(runId);
  expect(stock).toMatchObject({ flow: "drain-stock", from: "Till", to: "Shop", today: {}, backlog: 0, lag: null });
  expect(row?.parts.map(({ what }) => what)).toEqual(["told", "queued", "answered", "confirmed"]);
  expect(row?.trend).toHaveLength(7);
  expect(row?.trend.at(-1)).toMatchObject({ right: 2, wrong: 2 });
});

test("a store sees the orders of its own warehouses only", async () => {
  const [mine, other] = [[`${posId}:1`], [`${posId}:2`]];
  expect(names(await listOrdersAtTill(mine, ""))).toEqual(["#1001", "#1002"]);
  expect(names(await listOrdersComing(mine, "")).sort()).toEqual(["#1003", "#1004", "#1005"]);
  expect(await listOrdersAtTill(other, "")).toEqual([]);
  expect(await listOrdersComing(other, "1003")).toEqual([]);
  expect(names(await listOrdersComing(mine, "1003"))).toEqual(["#1003"]);
  expect(await listOrdersAtTill([], "")).toEqual([]);
  expect(names(await listOrdersComing(mine, "kim berg")).sort()).toEqual(["#1003", "#1004", "#1005"]);
  expect(names(await listOrdersAtTill(mine, "BERG"))).toEqual(["#1001", "#1002"]);
  expect(await listOrdersAtTill(other, "berg")).toEqual([]);
  expect(names(await listOrdersComing(mine, "1003@example.com"))).toEqual([]);
  expect(await listOrdersAtTill(mine, "b%g")).toEqual([]);
});

test("connections: messages of today, and pausing is done once", async () => {
  const [pos, shop] = await listConnectionHealth();
  expect([pos?.name, pos?.messages.today, shop?.posName]).toEqual(["Till", 2, "Till"]);
  expect([await setPaused(db, shopId, true), await setPaused(db, shopId, true)]).toEqual([1, 0]);
  expect((await listFlowHealth())[0]?.isPaused).toBe(true);
});

test("fixed itself: held, gone through today, and no person released it", async () => {
  await releaseHeld(db, [{ shopId, entity: "order", key: "1004" }]);
  await db.$executeRaw`update order_lane set state = 'done', outcome = 'confirmed' where order_id = '1004'`;
  expect(names((await listOrders(filter({ healed: "today" }), null)).orders)).toEqual(["#1004"]);
  const planId = await createPlan(db, { causeIds: [], edits: [], by: "a-person" }, [
    { shopId, orderId: "1004", name: "#1004", amount: 1, currency: "GBP", sourceVersion: null, verdict: "goes", why: "" },
  ]);
  await db.$executeRaw`update release_line set lane_version = 1 where plan_id = ${planId}::uuid`;
  expect((await countOrders(filter({ healed: "today" }))).orders).toBe(0);
});
