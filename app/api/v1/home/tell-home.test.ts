import { afterAll, beforeAll, expect, test } from "vitest";
import { countCauses } from "@/lib/data/causes";
import { db } from "@/lib/data/client";
import { createConnection } from "@/lib/data/connections";
import { saveLinks } from "@/lib/data/links";
import { keepSources, markOrders } from "@/lib/data/order-lanes";
import { countOrders } from "@/lib/data/orders";
import { raiseCauses } from "@/lib/data/raise-causes";
import { endRun, startRun, writeRecords } from "@/lib/data/records";
import { countRecords } from "@/lib/data/runs";
import { countDrift } from "@/lib/data/stock-view";
import { CauseFilter } from "@/lib/domain/exceptions/cause";
import { storeSilent } from "@/lib/domain/exceptions/kinds/store-silent";
import type { ConnectionId, ShopOrderId } from "@/lib/domain/ids";
import { OrderFilter } from "@/lib/domain/orders/order-filter";
import { testOrder } from "@/lib/domain/orders/test-trace";
import { RecordFilter } from "@/lib/domain/records/record-filter";
import { openTestDatabase } from "@/lib/machine/test-database";

import { tellHome } from "./tell-home";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: ConnectionId;
let shopId: ConnectionId;
let home: Awaited<ReturnType<typeof tellHome>>;
const me = "11111111-1111-4111-8111-111111111111";
const plain = { amount: 0, currency: "", customerHash: "", promiseAt: null, units: 0 };

/** Leeds has orders for today and one promise broken, York sells something the web shows otherwise, Durham is silent. */
beforeAll(async () => {
  database = await openTestDatabase();
  const common = { currency: "GBP", zone: "Europe/London", settings: {} };
  const options = { opensAt: "00:00", closesAt: "24:00", closedOnSundays: false };
  posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", options, ...common }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...common }, new Set());
  await db.place.createMany({
    data: ["Leeds", "York", "Durham"].map((name, at) => ({
      connectionId: posId,
      remoteId: `${at + 1}`,
      name,
      storeId: `${at + 11}`,
      storeName: name,
    })),
  });
  await saveLinks(
    db,
    shopId,
    ["17", "18"].map((theirs, at) => ({ kind: "location" as const, theirs, ours: `${at + 1}` })),
    "test",
    "person",
  );
  const orders = ["1001", "1002", "1003", "1004"].map((id) => testOrder({ id: id as ShopOrderId, name: `#${id}` }));
  await markOrders(
    db,
    { id: shopId, posId },
    orders.map(({ id, name }) => ({ orderId: id, name })),
  );
  const late = new Date(Date.now() - 1_000).toISOString();
  const nextWeek = new Date(Date.now() + 7 * 86_400_000).toISOString();
  await keepSources(
    shopId,
    orders.map((order) => ({ order, promiseAt: order.id === "1004" ? nextWeek : late, customerHash: order.id })),
    new Date(),
  );
  await db.$executeRaw`update order_lane set state = 'held' where order_id in ('1001', '1004')`;
  await db.$executeRaw`update order_lane set state = 'done', outcome = 'confirmed', source = jsonb_set(source, '{cancelledAt}', '"2026-11-21T10:00:00Z"') where order_id = '1003'`;
  const runId = await startRun("carry-orders", posId);
  const outcomes = ["confirmed", "confirmed", "held", "failed"] as const;
  await writeRecords(
    db,
    { id: runId, flow: "carry-orders" },
    outcomes.map((outcome, at) => ({ connectionId: shopId, entity: "order", key: `100${at}`, label: "", outcome, why: "", detail: {} })),
  );
  await endRun(db, runId, { confirmed: 2, held: 1, failed: 1 });
  await db.$executeRaw`
    insert into stock_pair (shop_id, location_id, sku, pos_id, version, cleared, drift_since, shop_available, sellable)
    values (${shopId}::uuid, '18', 'MUG', ${posId}::uuid, 1, 1, now(), 5, 2), (${shopId}::uuid, '18', 'CUP', ${posId}::uuid, 3, 2, null, 4, 4)`;
  const silence = storeSilent.raise(
    { storeId: "13", store: "Durham", since: new Date().toISOString(), minutes: 52 },
    { field: "Last sale", value: "52 minutes ago" },
  );
  await raiseCauses(db, [{ ...plain, shopId: posId, entity: "store", key: "13", label: "Durham", causes: [silence] }]);
  home = await tellHome(me);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

const orders = async (filter: Partial<OrderFilter>) => (await countOrders(OrderFilter.parse(filter))).orders;
const store = (name: string) => home.stores.find((one) => one.name === name)!;
const flow = (id: string) => home.flows.find((one) => one.flow === id)!;

test("a store's tile: what is promised there today, and what of it is late, as the list of orders counts it", async () => {
  expect(store("Leeds")).toMatchObject({ state: "late", isOpen: true, broken: [{ warehouseId: "1", orders: 2 }], drift: [] });
  for (const [promise, counted] of [
    ["day", store("Leeds").due],
    ["broken", store("Leeds").broken],
  ] as const)
    for (const { warehouseId, orders: count } of counted) expect(await orders({ promise, store: warehouseId })).toBe(count);
  expect(store("York").due).toEqual([]);
});

test("a store's tile: what the web shows otherwise opens exactly that", async () => {
  expect(store("York")).toMatchObject({ state: "differs", drift: [{ shopId, shopName: "Shop", locationId: "18", pairs: 1 }] });
  expect((await countDrift({ shop: shopId, location: "18", q: "" })).differs).toBe(1);
});

test("a silent store is said to be silent, with the cause that says so", async () => {
  const [cause] = await db.cause.findMany({ where: { kind: "store-silent" } });
  expect(store("Durham")).toMatchObject({ state: "silent", silentCauseId: cause?.id, lastSaleAt: null });
  expect(home.causes.silent).toBe((await countCauses(CauseFilter.parse({ kind: "store-silent" }), me)).causes);
  expect(home.causes.silent).toBe(1);
});

test("the strip above counts as its lists do", async () => {
  expect([home.broken, home.atRisk, home.held.orders]).toEqual([
    await orders({ promise: "broken" }),
    await orders({ promise: "today" }),
    await orders({ state: "held" }),
  ]);
  expect(home.held.orders).toBe(2);
});

test("each number of a flow's row is what its list counts", async () => {
  const counted = await countRecords(RecordFilter.parse({ flow: "carry-orders", shop: shopId, since: "today" }));
  expect(flow("carry-orders").today).toEqual(counted);
  expect(counted).toEqual({ confirmed: 2, held: 1, failed: 1 });
  expect(flow("carry-orders").backlog).toBe(await orders({ due: "1", shop: shopId }));
  expect(flow("carry-orders").heldNow).toBe(await orders({ state: "held", shop: shopId }));
  expect(flow("carry-orders").healed).toBe(await orders({ healed: "today", shop: shopId }));
  expect(flow("drain-stock").backlog).toBe((await countDrift({ shop: shopId, location: "", q: "" }))["in-flight"]);
  expect(flow("drain-stock").backlog).toBe(1);
});

test("every flow has its row, and one that was never heard of says so", () => {
  expect(home.flows.map((one) => `${one.flow} ${one.from}`)).toEqual([
    "carry-orders Shop",
    "drain-stock Till",
    "compare-stock Till",
    "pull-orders Shop",
    "pull-movements Till",
    "pull-catalogue Shop",
    "pull-catalogue Till",
  ]);
  expect(flow("pull-catalogue").isLate).toBe(true);
});
