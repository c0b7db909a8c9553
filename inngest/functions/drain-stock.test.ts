import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/permissions";
import { setBuffer } from "@/lib/commands/set-buffer";
import { db } from "@/lib/data/client";
import { noteReserves } from "@/lib/data/connections";

import { openTestStock } from "./drain-stock/test-stock";
import { readChangedLevels } from "./pull-movements";
import { pullShop } from "./pull-orders";

let stock: Awaited<ReturnType<typeof openTestStock>>;
const ops: Actor = { id: "00000000-0000-4000-8000-000000000001", name: "Olu", email: "olu@example.com", role: "ops", places: null };

beforeAll(async () => {
  stock = await openTestStock();
});
afterAll(() => stock.close());
beforeEach(async () => {
  await db.$executeRaw`truncate stock_pair, stock_entry, record, run, cause, exception, cause_entry, buffer`;
});

const pairOf = (sku: string, store = "Leeds") => db.stockPair.findFirstOrThrow({ where: { sku, locationId: stock.locations.get(store)! } });
/** Everything that is due now and after the second looks. */
const settle = async () => {
  const sum = await stock.drain();
  await stock.letTimePass(20);
  const again = await stock.drain();
  return { taken: sum.taken + again.taken, wrote: sum.wrote + again.wrote };
};

describe("from the till to the web", () => {
  test("a sale lowers what the web offers, at that store alone", async () => {
    const [leeds, york] = [await stock.online("A"), await stock.online("A", "York")];
    await stock.sell("A", 3);
    expect(await stock.pull()).toBe(1);
    expect(await stock.drain()).toEqual({ taken: 1, wrote: 1 });
    expect([await stock.online("A"), await stock.online("A", "York")]).toEqual([leeds - 3, york]);
    expect(await pairOf("A")).toMatchObject({ sellable: leeds - 3, confirmed: leeds - 3, heldBy: "", driftSince: null });
  });

  test("a delivery raises it, and the same movements read twice change nothing", async () => {
    const before = await stock.online("B");
    await stock.receive("B", 10);
    expect([await stock.pull(), await stock.pull()]).toEqual([1, 0]);
    await settle();
    expect(await stock.online("B")).toBe(before + 10);
  });

  test("with a buffer of 2 the web offers none of the last 2, and the till still sells", async () => {
    const left = await stock.online("C", "York");
    await stock.sell("C", left - 2, "York");
    await stock.pull();
    await settle();
    expect(await stock.online("C", "York")).toBe(2);
    await setBuffer.execute(ops, { shopId: stock.shopId, sku: "C", locationId: "", units: 2 });
    await settle();
    expect(await stock.online("C", "York")).toBe(0);
    await stock.sell("C", 1, "York");
    await setBuffer.execute(ops, { shopId: stock.shopId, sku: "C", locationId: "", units: null });
    await stock.pull();
    await settle();
    expect(await stock.online("C", "York")).toBe(1);
  });

  test("the last unit goes ahead of everything marked before it", async () => {
    const left = Number(
      (await stock.tillLevels()).find(({ sku, warehouseid }) => sku === "B" && warehouseid === stock.warehouses.get("York"))!.total,
    );
    await stock.sell("A", 1);
    await stock.pull();
    await stock.sell("B", left, "York");
    await stock.pull();
    const [first] = await db.$queryRaw<
      { sku: string }[]
    >`select sku from stock_pair where version > cleared order by is_urgent desc, version limit 1`;
    expect(first).toEqual({ sku: "B" });
    await stock.drain();
    expect(await stock.online("B", "York")).toBe(0);
    expect((await pairOf("B", "York")).isUrgent).toBe(false);
  });
});

describe("web orders", () => {
  const handOver = async () => {
    const { remoteId } = await db.effect.findFirstOrThrow({ orderBy: { doneAt: "desc" } });
    await stock.till.post("/hand-over", { orderid: Number(remoteId) });
  };

  test("counted once on their way: committed in the shop, then reserved at the till, then handed over", async () => {
    await noteReserves(stock.posId, "yes");
    const free = await stock.online("A");
    await stock.place([{ sku: "A", quantity: 2 }]);
    expect(await stock.online("A")).toBe(free - 2);
    await stock.carry();
    await settle();
    expect(await stock.online("A")).toBe(free - 2);
    await handOver();
    await stock.pull();
    await settle();
    expect(await stock.online("A")).toBe(free - 2);
  });

  test("where the till does not reserve they count until they are handed over", async () => {
    await stock.till.put("/quirks", { ignoreReservations: true });
    await noteReserves(stock.posId, "no");
    const free = await stock.online("A", "York");
    await stock.place([{ sku: "A", quantity: 2, at: "York" }]);
    await stock.carry();
    await settle();
    expect(await stock.online("A", "York")).toBe(free - 2);
    await handOver();
    await stock.pull();
    await settle();
    expect(await stock.online("A", "York")).toBe(free - 2);
    expect((await pairOf("A", "York")).unseenUnits).toBe(0);
    await stock.till.put("/quirks", {});
    await noteReserves(stock.posId, "yes");
  });
});

describe("the wrong side", () => {
  const edit = async (sku: string, available: number) => {
    await stock.web.post("/corrupt-level", { sku, locationId: stock.locations.get("Leeds"), available });
    await db.$executeRaw`update stock_pair set version = nextval('pair_version'), not_before = now() where sku = ${sku} and location_id = ${stock.locations.get("Leeds")!}`;
  };
  const lookAt = async (sku: string) => {
    await stock.sell(sku, 1);
    await stock.pull();
    await settle();
    return stock.online(sku);
  };

  test("a figure typed into the shop is overwritten and said once", async () => {
    const right = await lookAt("C");
    await edit("C", right + 5);
    await settle();
    expect(await stock.online("C")).toBe(right);
    expect(await stock.causes()).toEqual([`edited-in-shop:${stock.locations.get("Leeds")}:C`]);
    expect(
      (await db.stockEntry.findMany({ where: { sku: "C", what: "shop-change" } })).map(({ before, after }) => [before, after]),
    ).toEqual([[right, right + 5]]);
  });

  test("a figure that fell there is not raised before the shop's orders were asked for", async () => {
    const right = await lookAt("B");
    await edit("B", right - 3);
    expect((await stock.drain()).wrote).toBe(0);
    expect(await db.outbox.count({ where: { name: "orders/pull.wanted" } })).toBe(1);
    await pullShop(stock.shopId);
    await stock.letTimePass(6);
    await stock.drain();
    expect(await stock.online("B")).toBe(right);
  });

  test("changed between our look and our write: nothing is overwritten, it is looked at again", async () => {
    const right = await lookAt("A");
    await stock.sell("A", 1);
    await stock.pull();
    const taken = await stock.drain({
      beforeWrite: () => stock.web.post("/corrupt-level", { sku: "A", locationId: stock.locations.get("Leeds"), available: right + 40 }),
    });
    expect(taken.wrote).toBe(0);
    expect(await stock.online("A")).toBe(right + 40);
    await stock.letTimePass(1);
    await stock.drain();
    expect(await stock.online("A")).toBe(right - 1);
  });
});

test("an answer about one product that makes no sense holds that product and nothing else: no pause, and over when it makes sense", async () => {
  await Promise.all(["A", "B", "C"].map((sku) => stock.sell(sku, 1)));
  await stock.till.put("/quirks", { oddSkus: ["B"] });
  await stock.pull();
  expect(await stock.drain()).toMatchObject({ taken: 3 });
  expect(await stock.causes()).toEqual([`stock-unreadable:${stock.locations.get("Leeds")}:B`]);
  expect((await pairOf("A")).confirmedAt).not.toBeNull();
  expect((await pairOf("C")).confirmedAt).not.toBeNull();
  expect((await db.connection.findMany()).map(({ lanePausedUntil }) => lanePausedUntil)).toEqual([null, null]);

  await db.$executeRaw`update connection set cursors = cursors || jsonb_build_object('levels', now()::text) where role = 'pos'`;
  await readChangedLevels(stock.posId);
  await stock.drain();
  expect((await db.connection.findMany()).map(({ lanePausedUntil }) => lanePausedUntil)).toEqual([null, null]);
  expect(await stock.causes()).toHaveLength(1);

  await stock.till.put("/quirks", {});
  await readChangedLevels(stock.posId);
  await settle();
  expect(await stock.causes()).toEqual([]);
  const level = (await stock.tillLevels()).find(({ sku, warehouseid }) => sku === "B" && warehouseid === stock.warehouses.get("Leeds"));
  expect(await stock.online("B")).toBe(Number(level!.available));
});

test("answers that make no sense about everything are the connection's trouble", async () => {
  await Promise.all(["A", "B", "C"].map((sku) => stock.sell(sku, 1)));
  await stock.till.put("/quirks", { oddSkus: ["A", "B", "C"] });
  await stock.pull();
  await stock.drain();
  expect(await stock.causes()).toEqual([]);
  expect(await db.connection.count({ where: { lanePausedUntil: { not: null } } })).toBe(1);
  await stock.till.put("/quirks", {});
  await db.$executeRaw`update connection set lane_paused_until = null, lane_pauses = 0`;
  await stock.letTimePass(5);
  await settle();
});

test("no echo: after a thousand sales and a hundred orders as many writes as changes at most, and none in the quiet after it", async () => {
  await stock.receive("A", 2_000);
  await stock.receive("A", 2_000, "York");
  await stock.pull();
  await settle();
  await stock.webCalls();
  let [wrote, changed] = [0, 0];
  for (let round = 0; round < 20; round += 1) {
    await Promise.all(Array.from({ length: 50 }, (_, at) => stock.sell("A", 1, at % 2 === 0 ? "Leeds" : "York")));
    await stock.place(Array.from({ length: 5 }, () => ({ sku: "B" })));
    await stock.carry();
    changed += (await stock.pull()) + 1;
    wrote += (await stock.drain()).wrote;
  }
  expect(changed).toBe(60);
  expect(wrote).toBeLessThanOrEqual(changed);
  const calls = await stock.webCalls();
  expect(calls.inventorySetQuantities).toBeGreaterThan(0);
  expect(calls.inventorySetQuantities).toBeLessThanOrEqual(20);
  for (let looks = 0; looks < 4; looks += 1) {
    await stock.pull();
    await settle();
  }
  expect((await stock.webCalls()).inventorySetQuantities ?? 0).toBe(0);
  for (const sku of ["A", "B"]) {
    const web = (await stock.webLevels()).filter((level) => level.sku === sku).map(({ available }) => available);
    const till = (await stock.tillLevels()).filter((level) => level.sku === sku).map(({ available }) => Number(available));
    expect(web).toEqual(till);
  }
});
