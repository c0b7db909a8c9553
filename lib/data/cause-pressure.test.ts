import { afterAll, beforeAll, expect, test } from "vitest";

import { skuUnknown } from "@/lib/domain/exceptions/kinds/sku-unknown";
import type { LocationId, Sku, WarehouseId } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";

import { keepLocations, keepWarehouses } from "./catalogue";
import { listCauses } from "./causes";
import { db } from "./client";
import { createConnection } from "./connections";
import { saveLinks } from "./links";
import { raiseCauses } from "./raise-causes";
import { listWarehouses } from "./warehouses";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: string;
let shopId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

test("growth counts who came after those that opened it; promises count customers, not orders", async () => {
  const causes = [skuUnknown.raise({ sku: "A" as Sku, title: "A" }, { field: "SKU", value: "A" })];
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  const order = (key: string, customerHash: string, promiseAt: string) =>
    ({ shopId, entity: "order", key, label: key, amount: 100, currency: "GBP", customerHash, promiseAt, units: 1, causes }) as const;
  await raiseCauses(db, [
    order("1", "c1", inMinutes(-30)),
    order("2", "c1", inMinutes(-10)),
    order("3", "c2", inMinutes(60)),
    order("4", "c3", inMinutes(600)),
  ]);
  await db.$executeRaw`update cause set opened_at = now() - interval '3 hours'`;
  await db.$executeRaw`update exception set held_at = now() - interval '3 hours' where key = '1'`;
  await db.$executeRaw`update exception set held_at = now() - interval '2 hours' where key = '2'`;

  const [cause] = await listCauses({ state: "active", owner: "", family: "", kind: "", shop: "", q: "" }, shopId);
  expect(cause).toMatchObject({ rank: 0, people: 3, pressure: { growth: 2, overdue: 1, due: 2 } });
});

test("a till's warehouses say which location of the shop each feeds", async () => {
  const warehouse = (id: string, name: string) =>
    ({ id: id as WarehouseId, name, storeId: id, storeName: name, isVirtual: false, isSellable: true, currency: "GBP" }) as const;
  await keepWarehouses(db, posId, [warehouse("1", "Leeds"), warehouse("2", "York")]);
  await keepLocations(db, shopId, [{ id: "70" as LocationId, name: "Leeds shop", isActive: true, offersPickup: true }]);
  await saveLinks(db, shopId, [{ kind: "location", theirs: "70", ours: "1" }], "p1", "person");

  expect((await listWarehouses(shopId)).map(({ id, name, feeds }) => ({ id, name, feeds }))).toEqual([
    { id: "1", name: "Leeds", feeds: "Leeds shop" },
    { id: "2", name: "York", feeds: null },
  ]);
});
