import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { ConnectionId, LocationId, ShopOrderId, Sku } from "@/lib/domain/ids";
import { testOrder } from "@/lib/domain/orders/test-trace";
import { openTestDatabase } from "@/lib/machine/test-database";

import { keepProducts } from "./catalogue";
import { db } from "./client";
import { createConnection } from "./connections";
import { listPairsOfItems } from "./find-pairs";
import { saveLinks } from "./links";
import { keepSources, markOrders } from "./order-lanes";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: ConnectionId;
let shopId: ConnectionId;
const orderId = "1001" as ShopOrderId;
const [sku, location] = ["P1" as Sku, "17" as LocationId];
const before = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  await saveLinks(db, shopId, [{ kind: "location", theirs: location, ours: "1" }], "test", "person");
  const of = {
    barcode: null,
    rate: null,
    price: null,
    category: "",
    isActive: true,
    isTracked: true,
    mayOversell: false,
    changedAt: before(0),
  };
  await keepProducts(shopId, [{ ...of, sku, title: "Mug", remoteId: "7", stockId: "70" }]);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(() => db.$executeRaw`truncate order_lane, order_unit, stock_pair`);

const mark = (at?: string) => markOrders(db, { id: shopId, posId }, [{ orderId, ...(at !== undefined && { at }) }]);

/** Whether saying it once more makes somebody look at an order that was read this many seconds ago and is done. */
async function isLookedAt(readBefore: number, at?: string): Promise<boolean> {
  await mark();
  await keepSources(shopId, [{ order: testOrder({ id: orderId }), promiseAt: null, customerHash: "" }], new Date(before(readBefore)));
  await db.$executeRaw`update order_lane set state = 'done'`;
  await mark(at);
  return (await db.orderLane.findFirstOrThrow()).state === "ready";
}

test("an order that nobody has read is looked at, however old the message", async () => {
  await mark(before(3_600));
  expect((await db.orderLane.findFirstOrThrow()).state).toBe("ready");
});

test("a message of something that happened well before the order was read says nothing new", async () => {
  expect(await isLookedAt(1, before(60))).toBe(false);
});

test("what happened after the reading, or so shortly before it that clocks may differ, is looked at", async () => {
  expect(await isLookedAt(60, before(30))).toBe(true);
  expect(await isLookedAt(10, before(12))).toBe(true);
});

test("without a time it is looked at: a person, a probe or the census asks", async () => {
  expect(await isLookedAt(0)).toBe(true);
});

test("of several messages the newest counts", async () => {
  await mark();
  await keepSources(shopId, [{ order: testOrder({ id: orderId }), promiseAt: null, customerHash: "" }], new Date(before(30)));
  await db.$executeRaw`update order_lane set state = 'done'`;
  const hints = [{ at: before(10) }, { at: before(300) }].map((hint) => ({ orderId, ...hint }));
  await markOrders(db, { id: shopId, posId }, hints);
  expect((await db.orderLane.findFirstOrThrow()).state).toBe("ready");
});

const heard = (at: string) => listPairsOfItems(db, shopId, [{ itemId: "70", locationId: location, at }]);
const pair = (readAt: string | null, lookAgainAt: string | null) =>
  db.$executeRaw`insert into stock_pair (shop_id, location_id, sku, pos_id, version, cleared, read_at, look_again_at)
    values (${shopId}::uuid, ${location}, ${sku}, ${posId}::uuid, 1, 1, ${readAt}::timestamptz, ${lookAgainAt}::timestamptz)`;

test("a pair that nobody has read, or not since, is looked at", async () => {
  expect(await heard(before(600))).toEqual([{ shopId, locationId: location, sku }]);
  await pair(before(60), null);
  expect(await heard(before(30))).toHaveLength(1);
});

test("a pair that was read since is not", async () => {
  await pair(before(1), null);
  expect(await heard(before(60))).toEqual([]);
});

test("a pair that will be looked at once more anyway is not marked for it; one that is being looked at is", async () => {
  await pair(before(60), before(-5));
  expect(await heard(before(1))).toEqual([]);
  await db.$executeRaw`update stock_pair set look_again_at = now() - interval '1 second'`;
  expect(await heard(before(1))).toHaveLength(1);
});
