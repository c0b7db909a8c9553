import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";

import type { ConnectionId, LocationId, Sku, WarehouseId } from "@/lib/domain/ids";
import { minor } from "@/lib/domain/money";
import type { PosOrderDraft } from "@/lib/domain/orders/pos-order";
import { startSitooSimulator } from "@/lib/simulators/sitoo";

import { listSpending } from "../budget";
import type { Capability, Ports } from "../connector";
import { openPort } from "../open-port";
import { openDoor } from "../testing/knocked";

const north = "3" as WarehouseId;
const shelf = ["TEE-BLK-M", "TEE-BLK-L", "tee-blk-m"] as Sku[];
let simulator: Awaited<ReturnType<typeof startSitooSimulator>>;
let folder: string;
let id: ConnectionId;

const settings = () => ({
  baseUrl: simulator.url,
  accountId: "90001",
  apiId: "90001-1",
  password: "key",
  eventsUser: "sitoo",
  eventsPassword: "knock",
});
const port = <C extends Capability>(capability: C): Ports[C] => openPort({ id, platform: "sitoo", settings: settings() }, capability);
const spending = () => listSpending().find(({ connectionId }) => connectionId === id);
const control = async (method: string, route: string, body: unknown) => {
  const answer = await fetch(`${simulator.url}/_control/${route}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return answer.json();
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "parity-sitoo-"));
  simulator = await startSitooSimulator({ folder });
});
afterAll(async () => {
  await simulator.stop();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  id = crypto.randomUUID() as ConnectionId;
  await control("POST", "reset", {});
  await control("POST", "setup", {
    accountid: 90001,
    currencycode: "GBP",
    credentials: [{ apiid: "90001-1", password: "key" }],
    stores: [{ storeid: 7, name: "Store north", externalid: "N01" }],
    warehouses: [
      { warehouseid: 3, name: "North", storeid: 7, warehousetype: 10, sellable: true },
      { warehouseid: 4, name: "Web", warehousetype: 20, sellable: false },
    ],
    registers: [{ registerkey: "REG-1", warehouseid: 3 }],
  });
  await control("POST", "products", {
    products: shelf.map((sku) => ({ sku, title: `Tee ${sku}`, price: "20.00", vat: 20, stock: { 3: 12 } })),
  });
});

const draft = (externalId: string, change: Partial<PosOrderDraft> = {}): PosOrderDraft => ({
  externalId,
  locationId: "17" as LocationId,
  warehouseId: north,
  currency: "GBP",
  placedAt: "2026-11-20T10:00:00.000Z",
  reservedUntil: new Date(Date.now() + 86_400_000).toISOString(),
  email: "kim@example.org",
  firstName: "Kim",
  lastName: "Berg",
  phone: "",
  invoice: null,
  delivery: null,
  rows: [
    {
      sku: shelf[0]!,
      title: "Tee",
      quantity: 2,
      gross: minor(4000),
      discount: minor(401),
      rate: "20",
      shopTax: minor(600),
      shopLineId: "81",
    },
  ],
  payments: [{ name: "Shopify", amount: minor(3599), externalId: "60" }],
  webOrderId: "5550001",
  webOrderName: "#1001",
  shopName: "North shop",
  ...change,
});

describe("orders", () => {
  test("an order reads back as it was sent, and its units are reserved at once", async () => {
    const orderId = await port("posOrders").create(draft("ABC-5550001"));
    expect(await port("posOrders").findByExternalId("ABC-5550001")).toEqual({
      id: orderId,
      externalId: "ABC-5550001",
      state: "open",
      warehouseId: north,
      webOrderId: "5550001",
      currency: "GBP",
      total: 3599,
      reservedUntil: expect.any(String),
      rows: [{ sku: "TEE-BLK-M", quantity: 2, gross: 3599, net: 2999, vat: 600, rate: "20" }],
    });
    expect(await port("posStock").read(north, [shelf[0]!])).toEqual([
      { sku: "TEE-BLK-M", warehouseId: north, total: 12_000, reserved: 2_000 },
    ]);

    await port("posOrders").cancel(orderId);
    expect(await port("posOrders").listByIds([orderId])).toMatchObject([{ state: "cancelled" }]);
    expect(await port("posStock").read(north, [shelf[0]!])).toMatchObject([{ reserved: 0 }]);
  });

  test("the same external id twice is refused in Sitoo's words", async () => {
    await port("posOrders").create(draft("ABC-1"));
    await expect(port("posOrders").create(draft("ABC-1"))).rejects.toMatchObject({
      failure: { kind: "refused", reason: expect.stringMatching(/externalid/i) },
    });
    expect(await port("posOrders").findByExternalId("ABC-2")).toBeNull();
  });

  test("neighbouring orders are read in one call, whatever else lies between them", async () => {
    const ids: string[] = [];
    for (const name of ["A", "B", "C", "D", "E"]) ids.push(await port("posOrders").create(draft(`ABC-${name}`)));
    await control("POST", "sell", { warehouseid: 3, lines: [{ sku: shelf[0], quantity: 1 }] });
    ids.push(await port("posOrders").create(draft("ABC-F")));

    const before = spending()?.calls ?? 0;
    expect((await port("posOrders").listByIds(ids)).map((order) => order.id)).toEqual(ids);
    expect(spending()?.calls).toBe(before + 1);
    expect((await port("posOrders").listByIds([ids[2]!, "999999"])).map((order) => order.id)).toEqual([ids[2]]);
    expect(await port("posOrders").listFrom(ids[3]!, 10)).toMatchObject([
      { id: ids[3] },
      { id: ids[4] },
      { webOrderId: null, state: "closed" },
      { id: ids[5] },
    ]);
  });

  test("a lost answer is down and perhaps done, and looking it up tells", async () => {
    await control("PUT", "faults", { mode: "lost-answers", rate: 1 });
    await expect(port("posOrders").create(draft("ABC-7"))).rejects.toMatchObject({ failure: { kind: "down", unsent: false } });
    await control("PUT", "faults", { mode: "none" });
    expect(await port("posOrders").findByExternalId("ABC-7")).toMatchObject({ webOrderId: "5550001" });
  });

  test("an order is found by its number or its receipt's, with or without a #; what nobody knows is nothing", async () => {
    const orderId = await port("posOrders").create(draft("ABC-9"));
    expect(await port("posOrders").findByNumber(`#${orderId}`)).toMatchObject({ id: orderId, externalId: "ABC-9" });
    const Sold = z.object({ orderid: z.int(), receiptid: z.string() });
    const sold = Sold.parse(await control("POST", "sell", { warehouseid: 3, lines: [{ sku: shelf[0], quantity: 1 }] }));
    expect(await port("posOrders").findByNumber(sold.receiptid)).toMatchObject({
      id: String(sold.orderid),
      webOrderId: null,
      total: 2_000,
    });
    for (const number of ["999999", "NO-SUCH", " "]) expect(await port("posOrders").findByNumber(number)).toBeNull();
  });

  test("a reservation is prolonged", async () => {
    const orderId = await port("posOrders").create(draft("ABC-8"));
    await port("posOrders").reserveUntil(orderId, "2031-01-01T00:00:00.000Z");
    expect(await port("posOrders").listByIds([orderId])).toMatchObject([{ reservedUntil: "2031-01-01T00:00:00.000Z" }]);
  });
});

describe("stock", () => {
  test("a sale shows as one movement with the level after it, from the cursor on", async () => {
    await control("POST", "sell", { warehouseid: 3, lines: [{ sku: shelf[0], quantity: 1 }] });
    await control("POST", "sell", { warehouseid: 3, lines: [{ sku: shelf[1], quantity: 2 }] });
    const movements = await port("posStock").listMovements(null, 10);
    expect(movements).toMatchObject([
      { sku: "TEE-BLK-M", kind: "sale", change: -1_000, totalAfter: 11_000, warehouseId: north },
      { sku: "TEE-BLK-L", kind: "sale", change: -2_000, totalAfter: 10_000 },
    ]);
    expect(await port("posStock").listMovements(movements[1]!.id, 10)).toEqual([movements[1]]);
  });

  test("SKUs are exact: a comma or another case is another SKU", async () => {
    const levels = await port("posStock").read(north, [...shelf, "TEE-BLK-M,TEE-BLK-L" as Sku, "Tee-Blk-M" as Sku]);
    expect(levels.map(({ sku }) => sku).toSorted()).toEqual(shelf.toSorted());
  });

  test("levels are listed page by page, and by when they changed", async () => {
    const first = await port("posStock").listLevels(north, null);
    expect(first).toMatchObject({ next: null, items: [{ total: 12_000 }, { total: 12_000 }, { total: 12_000 }] });
    expect(await port("posStock").listChangedLevels(north, new Date(Date.now() + 3_600_000).toISOString())).toEqual([]);
    expect(await port("posStock").listChangedLevels(north, "2020-01-01T00:00:00.000Z")).toHaveLength(3);
  });
});

test("products, warehouses, rates and the account itself", async () => {
  expect(await port("catalogue").listBySku([shelf[0]!])).toMatchObject([
    { sku: "TEE-BLK-M", rate: "20", isTracked: true, price: "20.00", title: "Tee TEE-BLK-M" },
  ]);
  expect((await port("catalogue").listChanged("2020-01-01T00:00:00Z", null)).items).toHaveLength(3);
  expect(await port("warehouses").list()).toMatchObject([
    { id: "3", storeId: "7", storeName: "Store north", isVirtual: false, isSellable: true, currency: "GBP" },
    { id: "4", storeId: null, storeName: null, isVirtual: true, isSellable: false },
  ]);
  expect(await port("warehouses").listRates()).toContain("20");
  expect(await port("check").ping()).toMatchObject({ name: "North", currency: "GBP" });
});

test("a product without stock handling is a finding", async () => {
  expect(await port("audit").list()).toEqual([]);
  await control("PATCH", `products/${shelf[0]}`, { stockcountenable: false });
  expect(await port("audit").list()).toMatchObject([{ kind: "not-tracked", entity: "TEE-BLK-M" }]);
});

test("an event of Sitoo is ours, and points at the order", async () => {
  const door = await openDoor();
  await control("PUT", "events", { url: door.url, user: "sitoo", password: "knock" });
  const orderId = await port("posOrders").create(draft("ABC-11"));
  const request = await door.knocked;
  door.close();
  expect(await port("webhooks").verify(request)).toMatchObject({
    result: "accepted",
    deliveries: [{ topic: "order", hints: [{ about: "pos-order", orderId }] }],
  });
});

test("a wrong key is auth, and neither key nor payload is in the error", async () => {
  const wrong = openPort({ id, platform: "sitoo", settings: { ...settings(), password: "hunter22" } }, "posOrders");
  const error = await wrong.create(draft("ABC-9")).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ failure: { kind: "auth" } });
  expect(`${error} ${JSON.stringify(error)}`).not.toMatch(/hunter22|kim@example|ABC-9/);
});

test("thirty at once stay within the quota that Sitoo tells", async () => {
  await control("PUT", "quota", { mode: "custom", limit: 15, windowSeconds: 1 });
  const catalogue = port("catalogue");
  const answers = await Promise.all(Array.from({ length: 30 }, () => catalogue.listBySku([shelf[0]!])));
  expect(answers.every((found) => found.length === 1)).toBe(true);
  expect(spending()).toMatchObject({ calls: 30, refused: 0 });
});

test("a draft finer than Sitoo's two decimals is refused before it is sent", async () => {
  const dinars = draft("ABC-10", { currency: "KWD", rows: [{ ...draft("x").rows[0]!, gross: minor(4001) }] });
  await expect(port("posOrders").create(dinars)).rejects.toMatchObject({
    failure: { kind: "refused", reason: expect.stringContaining("4.001 KWD") },
  });
  expect(spending()?.calls ?? 0).toBe(0);
});
