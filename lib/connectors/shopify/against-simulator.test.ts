import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { ConnectionId, LocationId, ShopOrderId, Sku } from "@/lib/domain/ids";
import { startShopifySimulator } from "@/lib/simulators/shopify";

import { listSpending } from "../budget";
import type { Capability, Ports } from "../connector";
import { openPort } from "../open-port";
import { openDoor } from "../testing/knocked";
import { topics } from "./webhook-topics";

type Made = { products: { productId: string; variants: { sku: string; inventoryItemId: string }[] }[] };
const north = "70000001" as LocationId;
const south = "70000002" as LocationId;
const shelf = ["TEE-M", "TEE-L", "tee-m"] as Sku[];
const key = "0b1f6a56-2f3a-4d0e-9f3b-6f0f0a7f9f10";

let simulator: Awaited<ReturnType<typeof startShopifySimulator>>;
let folder: string;
let id: ConnectionId;
let items: Map<string, string>;

const keys = { accessToken: "shpat_static", webhookSecret: "simulated-secret" };
const open = <C extends Capability>(capability: C, settings: object): Ports[C] =>
  openPort({ id, platform: "shopify", settings: { shop: "simulated.myshopify.com", apiUrl: simulator.url, ...settings } }, capability);
const port = <C extends Capability>(capability: C): Ports[C] => open(capability, keys);
const spending = () => listSpending().find(({ connectionId }) => connectionId === id);
const control = async <T>(method: string, route: string, body: unknown): Promise<T> => {
  const answer = await fetch(`${simulator.url}/_control/${route}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return (await answer.json()) as T;
};
const pair = (sku: Sku, locationId: LocationId = north) => ({ sku, itemId: items.get(sku) ?? "", locationId });

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "parity-shopify-"));
  simulator = await startShopifySimulator({ folder });
});
afterAll(async () => {
  await simulator.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  id = crypto.randomUUID() as ConnectionId;
  await control("POST", "reset", {});
  await control("POST", "setup", {
    shop: { name: "North shop", currency: "GBP", timezone: "Europe/London" },
    tokens: [{ token: "shpat_static" }],
    locations: [
      { id: north, name: "North" },
      { id: south, name: "South" },
    ],
  });
  const { products } = await control<Made>("POST", "products", {
    products: shelf.map((sku) => ({ sku, title: `Tee ${sku}`, productType: "Tees", price: "20.00", stock: { [north]: 9 } })),
  });
  items = new Map(products.flatMap(({ variants }) => variants.map(({ sku, inventoryItemId }) => [sku, inventoryItemId])));
});

async function place(order: object): Promise<ShopOrderId> {
  await control("POST", "orders", order);
  const { items } = await port("orders").listSince("2020-01-01T00:00:00Z", null);
  return items.at(-1)!.id;
}

describe("stock", () => {
  test("levels are read, set against what is there, and read back", async () => {
    expect(await port("stock").read(shelf.map((sku) => pair(sku)))).toMatchObject([
      { sku: "TEE-M", available: 9, onHand: 9, held: 0, isStocked: true, isTracked: true, mayOversell: false },
      { sku: "TEE-L" },
      { sku: "tee-m" },
    ]);
    const outcomes = await port("stock").write(
      [
        { ...pair(shelf[0]!), onHand: 4, from: 9 },
        { ...pair(shelf[1]!), onHand: 2, from: 8 },
        { ...pair(shelf[2]!), onHand: 0, from: 9 },
      ],
      "run-7",
      key,
    );
    expect(outcomes.map(({ result }) => result)).toEqual(["written", "stale", "written"]);
    expect((await port("stock").read(shelf.map((sku) => pair(sku)))).map(({ onHand }) => onHand)).toEqual([4, 9, 0]);
  });

  test("where an item is not stocked it is said so, until it is activated", async () => {
    expect(await port("stock").read([pair(shelf[0]!, south)])).toMatchObject([{ isStocked: false, onHand: 0 }]);
    expect(await port("stock").write([{ ...pair(shelf[0]!, south), onHand: 4, from: 0 }], "run-7", key)).toMatchObject([
      { result: "refused" },
    ]);
    await port("stock").activate(pair(shelf[0]!).itemId, south, crypto.randomUUID());
    expect(await port("stock").write([{ ...pair(shelf[0]!, south), onHand: 4, from: 0 }], "run-7", crypto.randomUUID())).toMatchObject([
      { result: "written" },
    ]);
    await expect(port("stock").activate("999", south, crypto.randomUUID())).rejects.toMatchObject({ failure: { kind: "refused" } });
  });

  test("what an order has committed is held", async () => {
    await place({ lines: [{ sku: shelf[0], quantity: 2 }], pickupLocationId: north });
    expect(await port("stock").read([pair(shelf[0]!)])).toMatchObject([{ available: 7, onHand: 9, held: 2 }]);
    const levels = await port("stock").listLevels(north, null);
    expect(levels).toMatchObject({ next: null, items: [{ sku: "TEE-M", available: 7, held: 2 }, { sku: "TEE-L" }, { sku: "tee-m" }] });
  });

  test("a lost answer leaves every line unclear, and reading tells what happened", async () => {
    await control("PUT", "faults", { mode: "lost-answers", rate: 1 });
    expect(await port("stock").write([{ ...pair(shelf[0]!), onHand: 4, from: 9 }], "run-7", key)).toMatchObject([{ result: "unclear" }]);
    await control("PUT", "faults", { mode: "none" });
    expect(await port("stock").read([pair(shelf[0]!)])).toMatchObject([{ onHand: 4 }]);
  });

  test("three hundred lines with some bad ones: the rest is written", async () => {
    await control("POST", "products", {
      products: Array.from({ length: 300 }, (_, at) => ({ sku: `S${at}`, title: `S${at}`, stock: { [north]: 1 } })),
      webhooks: false,
    });
    const all = await port("catalogue").listBySku(Array.from({ length: 300 }, (_, at) => `S${at}` as Sku));
    const writes = all.map(({ sku, stockId }, at) => ({
      sku,
      itemId: at % 100 === 50 ? "999" : stockId,
      locationId: north,
      onHand: at % 100 === 60 ? -1 : 5,
      from: at % 100 === 70 ? 3 : 1,
    }));
    const outcomes = Object.groupBy(await port("stock").write(writes, "run-8", key), ({ result }) => result);
    expect({ written: outcomes.written?.length, stale: outcomes.stale?.length, refused: outcomes.refused?.length }).toEqual({
      written: 291,
      stale: 3,
      refused: 6,
    });
    const levels = await port("stock").read(writes.filter(({ itemId }) => itemId !== "999"));
    expect(levels.filter(({ onHand }) => onHand === 5)).toHaveLength(291);
  });
});

describe("orders", () => {
  test("an order to be collected, with discount and tax, to the penny", async () => {
    const orderId = await place({
      email: "kim@example.org",
      customer: { firstName: "Kim", lastName: "Berg", email: "kim@example.org" },
      lines: [
        {
          sku: shelf[0],
          quantity: 2,
          unitPrice: "20.00",
          discounts: [{ amount: "4.01" }],
          taxLines: [{ title: "VAT", rate: 0.2, price: "6.00" }],
        },
      ],
      discounts: [{ name: "Black Friday", amount: "4.01" }],
      pickupLocationId: north,
    });
    const order = await port("orders").find(orderId);
    expect(order).toMatchObject({
      id: orderId,
      payment: "paid",
      currency: "GBP",
      taxesIncluded: true,
      total: 3599,
      firstName: "Kim",
      isTest: false,
      isBornInPos: false,
      lines: [{ sku: "TEE-M", quantity: 2, listed: 4000, discount: 401, taxes: [{ rate: "20", amount: 600 }] }],
      allocations: [{ locationId: north, locationName: "North", method: "pickup", lines: [{ quantity: 2, remaining: 2 }] }],
      payments: [{ amount: 3599 }],
    });
    expect(order?.allocations[0]?.lines[0]?.lineId).toBe(order?.lines[0]?.id);
    expect(await port("orders").find("1" as ShopOrderId)).toBeNull();
  });

  test("two hundred lines in two stores are all there", async () => {
    const lines = Array.from({ length: 200 }, (_, at) => ({ title: `Custom ${at}`, quantity: 1, unitPrice: "1.00" }));
    const half = (from: number) => Array.from({ length: 100 }, (_, at) => ({ line: from + at, quantity: 1 }));
    const orderId = await place({
      lines,
      fulfilmentOrders: [
        { locationId: north, lines: half(0) },
        { locationId: south, lines: half(100) },
      ],
    });
    const order = await port("orders").find(orderId);
    expect(order?.lines).toHaveLength(200);
    expect(order?.allocations.map(({ locationId, lines }) => [locationId, lines.length])).toEqual([
      [north, 100],
      [south, 100],
    ]);
    expect(order?.total).toBe(20_000);
  });

  test("they are listed from a time on, the oldest change first, page by page", async () => {
    await control("POST", "orders", {
      orders: Array.from({ length: 130 }, () => ({ lines: [{ title: "Custom", quantity: 1, unitPrice: "1.00" }] })),
      webhooks: false,
    });
    const first = await port("orders").listSince("2020-01-01T00:00:00Z", null);
    const second = await port("orders").listSince("2020-01-01T00:00:00Z", first.next);
    expect([first.items.length, second.items.length, second.next]).toEqual([100, 30, null]);
    expect(new Set([...first.items, ...second.items].map((order) => order.id)).size).toBe(130);
    expect((await port("orders").listSince(new Date(Date.now() + 3_600_000).toISOString(), null)).items).toEqual([]);
  });
});

test("products by exact SKU and by change, locations, and the shop itself", async () => {
  expect(await port("catalogue").listBySku([shelf[0]!, 'quo"te\\' as Sku])).toMatchObject([
    { sku: "TEE-M", stockId: items.get("TEE-M"), isTracked: true, isActive: true, category: "Tees" },
  ]);
  expect((await port("catalogue").listChanged(null, null)).items.map(({ sku }) => sku)).toEqual(shelf);
  expect((await port("catalogue").listChanged(new Date(Date.now() + 3_600_000).toISOString(), null)).items).toEqual([]);
  expect((await port("locations").list()).map(({ id, name, isActive }) => [id, name, isActive])).toEqual([
    [north, "North", true],
    [south, "South", true],
  ]);
  expect(await port("check").ping()).toEqual({ name: "North shop", currency: "GBP", zone: "Europe/London" });
});

test("subscriptions are made once, and the audit knows what is missing", async () => {
  const findings = async () => (await port("audit").list()).map(({ kind, entity }) => `${kind} ${entity}`);
  expect(await findings()).toEqual(Object.keys(topics).map((topic) => `webhook-missing ${topic}`));
  const url = "http://127.0.0.1:9/api/webhooks/1";
  expect(await port("webhooks").ensureSubscribed(url)).toEqual({ made: Object.keys(topics), byHand: [] });
  expect(await port("webhooks").ensureSubscribed(url)).toEqual({ made: [], byHand: [] });
  await control("PATCH", "products/TEE-L", { inventoryPolicy: "CONTINUE" });
  await control("PATCH", "products/TEE-M", { tracked: false });
  await control("POST", "setup", { scopes: ["read_products", "write_inventory", "read_locations", "write_orders", "read_customers"] });
  expect(await findings()).toEqual([
    "scope-missing read_merchant_managed_fulfillment_orders",
    "not-tracked TEE-M",
    "sells-below-zero TEE-L",
  ]);
});

test("a delivery of the shop is ours, and points at the order", async () => {
  const door = await openDoor();
  await port("webhooks").ensureSubscribed(door.url);
  await place({ lines: [{ sku: shelf[0], quantity: 1 }], pickupLocationId: north });
  const request = await door.knocked;
  door.close();
  expect(await port("webhooks").verify(request)).toMatchObject({
    result: "accepted",
    deliveries: [{ hints: [expect.objectContaining({ about: expect.stringMatching(/order|stock/) })] }],
  });
  expect(await open("webhooks", { ...keys, webhookSecret: "another" }).verify(request)).toEqual({ result: "wrong-credentials" });
});

test("client id and secret open the shop too, a wrong one does not", async () => {
  const credentials = { clientId: "simulated-client", clientSecret: "simulated-secret" };
  expect(await open("check", credentials).ping()).toMatchObject({ name: "North shop" });
  await expect(open("check", { ...credentials, clientSecret: "guessed" }).ping()).rejects.toMatchObject({ failure: { kind: "auth" } });
});

test("twenty at once on the smallest plan: not one THROTTLED", async () => {
  const orderId = await place({ lines: [{ sku: shelf[0], quantity: 1 }], pickupLocationId: north });
  await control("PUT", "quota", { mode: "real" });
  const orders = port("orders");
  const found = await Promise.all(Array.from({ length: 20 }, () => orders.find(orderId)));
  expect(found.every((order) => order?.id === orderId)).toBe(true);
  expect(spending()).toMatchObject({ refused: 0, postponed: 0 });
});
