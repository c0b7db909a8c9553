import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { CauseDraft } from "@/lib/domain/exceptions/kind";
import { locationUnmapped } from "@/lib/domain/exceptions/kinds/location-unmapped";
import { skuUnknown } from "@/lib/domain/exceptions/kinds/sku-unknown";
import type { LocationId, Sku } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";

import { countCauses, listCauses, listOverlaps } from "./causes";
import { db } from "./client";
import { createConnection } from "./connections";
import { type HeldRecord, raiseCauses, releaseHeld } from "./raise-causes";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let shopId: string;
const everything = { state: "active", owner: "", family: "", kind: "", shop: "", q: "" } as const;
const me = "00000000-0000-4000-8000-000000000001";

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  const posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(() => db.$executeRaw`truncate cause, exception, cause_entry`);

const unknown = (sku: string) => skuUnknown.raise({ sku: sku as Sku, title: sku }, { field: "SKU", value: sku });
const unmapped = (id: string) => locationUnmapped.raise({ locationId: id as LocationId, name: id }, { field: "Location", value: id });
const order = (key: number, causes: CauseDraft[], amount = 1000): HeldRecord => ({
  shopId,
  entity: "order",
  key: String(key),
  label: `#${key}`,
  amount,
  currency: "GBP",
  customerHash: `c${key % 7}`,
  promiseAt: null,
  units: 2,
  causes,
});
const open = () => listCauses(everything, me);

test("500 orders that fail for 3 reasons are 3 causes, costliest first, and count once in the total", async () => {
  await raiseCauses(
    db,
    Array.from({ length: 500 }, (_, at) =>
      order(at, at < 400 ? [unknown("A")] : at < 450 ? [unknown("B")] : [unknown("A"), unmapped("L")]),
    ),
  );
  expect((await open()).map(({ entity, records, amount, people, units }) => ({ entity, records, amount, people, units }))).toEqual([
    { entity: "A", records: 450, amount: 450_000, people: 7, units: 900 },
    { entity: "L", records: 50, amount: 50_000, people: 7, units: 100 },
    { entity: "B", records: 50, amount: 50_000, people: 7, units: 100 },
  ]);
  expect(await countCauses(everything, me)).toEqual({ causes: 3, orders: 500, amounts: [{ currency: "GBP", amount: 500_000 }] });
  const costliest = (await open())[0]!;
  expect(await listOverlaps(costliest.id)).toMatchObject([{ entity: "L", orders: 50 }]);
});

test("an order with two causes moves only when both are gone", async () => {
  await raiseCauses(db, [order(1, [unknown("A"), unknown("B")])]);
  await raiseCauses(db, [order(1, [unknown("B")])]);
  expect((await open()).map(({ entity }) => entity)).toEqual(["B"]);
  await releaseHeld(db, [{ shopId, entity: "order", key: "1" }]);
  expect(await open()).toEqual([]);
});

test("a cause that holds nothing any more is resolved by the flow, verified, once", async () => {
  await raiseCauses(db, [order(1, [unknown("A")]), order(2, [unknown("A")])]);
  await releaseHeld(db, [{ shopId, entity: "order", key: "1" }]);
  expect((await open())[0]?.records).toBe(1);
  await releaseHeld(db, [{ shopId, entity: "order", key: "2" }]);
  await releaseHeld(db, [{ shopId, entity: "order", key: "2" }]);
  const [closed] = await db.cause.findMany();
  expect(closed).toMatchObject({ state: "resolved", closedHow: "verified", closedBy: "flow", records: 0 });
  expect(await db.causeEntry.count({ where: { action: "resolved" } })).toBe(1);
});

test("back within the hour it keeps its row and counts; later it is a new one", async () => {
  await raiseCauses(db, [order(1, [unknown("A")])]);
  await releaseHeld(db, [{ shopId, entity: "order", key: "1" }]);
  await raiseCauses(db, [order(1, [unknown("A")])]);
  expect((await open()).map(({ returns }) => returns)).toEqual([1]);

  await releaseHeld(db, [{ shopId, entity: "order", key: "1" }]);
  await db.$executeRaw`update cause set closed_at = now() - interval '2 hours'`;
  await raiseCauses(db, [order(1, [unknown("A")])]);
  expect((await open()).map(({ returns }) => returns)).toEqual([0]);
  expect(await db.cause.count()).toBe(2);
});

test("what an ignored cause catches is set aside instead of asked about", async () => {
  await raiseCauses(db, [order(1, [unknown("A")])]);
  await db.$executeRaw`update cause set state = 'ignored'`;
  await raiseCauses(db, [order(2, [unknown("A")])]);
  expect(await open()).toEqual([]);
  expect((await db.exception.findMany({ where: { key: "2" } })).map(({ state }) => state)).toEqual(["set-aside"]);
});

test("two batches that raise the same causes at once do no harm", async () => {
  const batch = (from: number) => Array.from({ length: 30 }, (_, at) => order(from + at, [unknown(`S${at % 3}`), unmapped("L")]));
  await Promise.all([0, 100, 200, 300].map((from) => db.$transaction((tx) => raiseCauses(tx, batch(from)))));
  expect((await open()).map(({ records }) => records).sort()).toEqual([120, 40, 40, 40]);
});

test("a promise that is broken comes before money", async () => {
  await raiseCauses(db, [order(1, [unknown("A")], 999_999), { ...order(2, [unknown("B")], 1), promiseAt: "2020-01-01T00:00:00Z" }]);
  expect((await open()).map(({ entity, rank }) => [entity, rank])).toEqual([
    ["B", 0],
    ["A", 2],
  ]);
});
