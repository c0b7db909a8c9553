import { afterAll, beforeAll, expect, test } from "vitest";

import { db } from "@/lib/data/client";
import { listMappedLocations } from "@/lib/data/find-pairs";
import { startRun } from "@/lib/data/records";
import type { LocationId, WarehouseId } from "@/lib/domain/ids";

import { compareAt } from "./compare-stock";
import { openTestStock } from "./drain-stock/test-stock";
import { readCatalogue } from "./pull-catalogue";

let stock: Awaited<ReturnType<typeof openTestStock>>;
const skus = Array.from({ length: 40 }, (_, at) => `S${at}`);

beforeAll(async () => {
  stock = await openTestStock();
  const [leeds, york] = ["Leeds", "York"];
  const places = (ids: ReadonlyMap<string, string | number>) =>
    Object.fromEntries([leeds!, york!].map((name) => [String(ids.get(name)), 50]));
  await stock.till.post("/products", {
    products: skus.map((sku) => ({ sku, title: sku, vat: 20, price: "10.00", stock: places(stock.warehouses) })),
  });
  await stock.web.post("/products", {
    webhooks: false,
    products: skus.map((sku) => ({ sku, title: sku, price: "10.00", stock: places(stock.locations) })),
  });
  await readCatalogue(stock.posId, true);
  await readCatalogue(stock.shopId, true);
});
afterAll(() => stock.close());

async function compare() {
  const runId = await startRun("compare-stock", stock.shopId);
  const total = { compared: 0, differ: 0, inFlight: 0 };
  for (const { locationId, name, warehouseIds } of await listMappedLocations(stock.shopId)) {
    const found = await compareAt(runId, stock.shopId, {
      locationId: locationId as LocationId,
      name,
      warehouseIds: warehouseIds as WarehouseId[],
    });
    for (const key of ["compared", "differ", "inFlight"] as const) total[key] += found[key];
  }
  const records = await db.record.findMany({ where: { runId }, orderBy: { label: "asc" } });
  return {
    ...total,
    found: records.map(({ label, detail }) => ({ label, ...(detail as { drift: number; amount: number; currency: string }) })),
  };
}

const corrupt = (sku: string, store: string, available: number) =>
  stock.web.post("/corrupt-level", { sku, locationId: stock.locations.get(store), available });

test("in order: everything is compared, nothing differs, and every pair is known to be right", async () => {
  expect(await compare()).toMatchObject({ compared: 86, differ: 0, inFlight: 0, found: [] });
  expect(await db.stockPair.count({ where: { confirmedAt: { not: null }, driftSince: null } })).toBe(86);
});

test("three pairs corrupted under live traffic: exactly these are listed, with signs and money, and put right", async () => {
  await corrupt("S0", "Leeds", 53);
  await corrupt("S1", "York", 0);
  await corrupt("S2", "Leeds", 49);
  let isOver = false;
  const traffic = (async () => {
    for (let at = 0; !isOver; at += 1) {
      await stock.sell(skus[3 + (at % 37)]!, 1, at % 2 === 0 ? "Leeds" : "York");
      await stock.pull();
      await stock.drain();
    }
    return "traffic over";
  })();
  const { differ, found } = await compare();
  isOver = true;
  await traffic;
  expect(found).toMatchObject([
    { label: "S0 at Leeds", drift: 3, amount: 3_000, currency: "GBP" },
    { label: "S1 at York", drift: -50, amount: 50_000, currency: "GBP" },
    { label: "S2 at Leeds", drift: -1, amount: 1_000, currency: "GBP" },
  ]);
  expect(differ).toBe(3);
});

test("what it found is put right by the drain, and the next compare finds nothing", async () => {
  await stock.drain();
  await stock.letTimePass(61);
  await db.$executeRaw`update connection set cursors = cursors || jsonb_build_object('orders', (now() + interval '1 minute')::text)`;
  await stock.drain();
  expect([await stock.online("S0"), await stock.online("S1", "York"), await stock.online("S2")]).toEqual([50, 50, 50]);
  await stock.letTimePass(61);
  await stock.drain();
  expect(await compare()).toMatchObject({ differ: 0, inFlight: 0, compared: 86 });
});

test("a sale that nobody has read yet is in flight, no difference", async () => {
  await stock.sell("S5", 4);
  expect(await compare()).toMatchObject({ differ: 0, inFlight: 1 });
});
