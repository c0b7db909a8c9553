import { afterAll, beforeAll, expect, test } from "vitest";

import type { LocationId, Sku } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";

import { keepProducts } from "./catalogue";
import { db } from "./client";
import { createConnection } from "./connections";
import { saveLinks } from "./links";
import { listPairTimeline } from "./pair-timeline";
import { keepMovements } from "./pos-movements";
import { findSkuStock } from "./sku-stock";
import { keepStockEntries } from "./stock-entries";
import { markPairs } from "./stock-pairs";
import { countDrift, type DriftKeyset, listDrift } from "./stock-view";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: string;
let shopId: string;
const location = "17" as LocationId;
const skus = Array.from({ length: 30 }, (_, at) => `P${String(at).padStart(2, "0")}` as Sku);
const everything = { shop: "", location: "", show: "all", q: "" } as const;

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  const product = {
    barcode: null,
    rate: null,
    price: "2.50",
    category: "Knitwear",
    isActive: true,
    isTracked: true,
    mayOversell: false,
    changedAt: "2026-01-01T00:00:00Z",
  };
  for (const id of [posId, shopId])
    await keepProducts(
      id,
      skus.map((sku) => ({ ...product, sku, title: `Thing ${sku}`, remoteId: sku, stockId: sku })),
    );
  await saveLinks(db, shopId, [{ kind: "location", theirs: location, ours: "1" }], "set-up", "person");
  // Ten offer too much, ten too little, ten are right; the last is being looked at, one is held.
  await db.$executeRaw`
    update stock_pair set cleared = version, pos_total = 10000, pos_reserved = 2000, unseen_units = 1, sellable = 7, read_at = now(), shop_held = 0,
      shop_available = 7 + case when sku < 'P10' then 1 + right(sku, 1)::int when sku < 'P20' then -1 - right(sku, 1)::int else 0 end,
      drift_since = case when sku < 'P20' then now() end, held_by = case when sku = 'P03' then 'stock-differs' else '' end`;
  await markPairs(db, posId, [{ shopId, locationId: location, sku: skus[29]! }]);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

test("what endangers orders comes first, the largest at the top, with its sign and its worth", async () => {
  const rows = await listDrift(everything, null);
  expect(rows.slice(0, 2)).toMatchObject([
    { sku: "P09", drift: 10, amount: 2_500, currency: "GBP" },
    { sku: "P08", drift: 9 },
  ]);
  expect(rows[10]).toMatchObject({ sku: "P19", drift: -10 });
  expect(rows.at(-1)).toMatchObject({ sku: "P29", drift: null, isInFlight: true });
});

test("each count is the number of rows that its choice lists, also under a search", async () => {
  for (const q of ["", "P0", "Thing P1"]) {
    const counts = await countDrift({ ...everything, q });
    for (const show of ["all", "differs", "known", "danger", "lost", "in-flight", "held", "wanted", "edited"] as const)
      expect([q, show, counts[show]]).toEqual([q, show, (await listDrift({ ...everything, q, show }, null)).length]);
  }
  expect(await countDrift(everything)).toMatchObject({ all: 21, danger: 10, lost: 10, "in-flight": 1, held: 1, differs: 20, known: 30 });
});

test("the money of danger and of lost sales is the sum of exactly the rows that each lists", async () => {
  for (const q of ["", "P0", "Thing P1"]) {
    const sumOf = async (show: "danger" | "lost") =>
      (await listDrift({ ...everything, q, show }, null)).reduce((sum, { amount }) => sum + amount, 0);
    const [money] = (await countDrift({ ...everything, q })).money;
    expect([q, money]).toEqual([q, { currency: "GBP", danger: await sumOf("danger"), lost: await sumOf("lost") }]);
  }
  const signs = async (show: "danger" | "lost") =>
    new Set((await listDrift({ ...everything, show }, null)).map(({ drift }) => Math.sign(drift!)));
  expect([await signs("danger"), await signs("lost")]).toEqual([new Set([1]), new Set([-1])]);
});

test("page by page every row comes once", async () => {
  const seen: string[] = [];
  let after: DriftKeyset | null = null;
  for (let rows = await listDrift(everything, after, 4); rows.length > 0; rows = await listDrift(everything, after, 4)) {
    seen.push(...rows.map(({ sku }) => sku));
    after = rows.at(-1)!;
  }
  expect(seen).toHaveLength(21);
  expect(new Set(seen).size).toBe(21);
});

test("a SKU with every figure and the rule that made it", async () => {
  expect(await findSkuStock("P25")).toMatchObject({
    title: "Thing P25",
    locations: [
      {
        locationId: location,
        onShelf: 10,
        reserved: 2,
        unseenUnits: 1,
        sellable: 7,
        shopAvailable: 7,
        rule: "10 on the shelf less 2 reserved at the till less 1 in web orders the till does not show yet",
      },
    ],
  });
  expect(await findSkuStock("nowhere")).toBeNull();
});

test("edits by hand are counted, with how many raised the figure, on the board and for the SKU", async () => {
  const edit = (before: number, after: number) => ({
    locationId: location,
    sku: "P22",
    what: "shop-change" as const,
    before,
    after,
    text: "",
  });
  await keepStockEntries(db, shopId, [edit(7, 9), edit(7, 8), edit(7, 10), edit(7, 9), edit(7, 5)]);
  expect(await listDrift({ ...everything, show: "edited" }, null)).toMatchObject([{ sku: "P22", edits: 5, editsUp: 4 }]);
  expect((await findSkuStock("P22"))!.locations[0]).toMatchObject({ edits: 5, editsUp: 4 });
  await db.$executeRaw`update stock_entry set at = now() - interval '8 days'`;
  expect(await listDrift({ ...everything, show: "edited" }, null)).toEqual([]);
});

test("the timeline goes by time, with both balances carried along", async () => {
  const at = (minute: number) => new Date(Date.now() - (10 - minute) * 60_000).toISOString();
  const movement = { warehouseId: "1" as never, sku: skus[0]!, kind: "sale" as const };
  await keepMovements(db, posId, [
    { ...movement, id: "1", change: -1_000 as never, totalAfter: 9_000 as never, at: at(1) },
    { ...movement, id: "2", change: -2_000 as never, totalAfter: 7_000 as never, at: at(3) },
  ]);
  await keepStockEntries(db, shopId, [{ locationId: location, sku: skus[0]!, what: "write", before: 10, after: 9, text: "" }]);
  await db.$executeRaw`update stock_entry set at = ${at(2)}::timestamptz`;
  expect(
    (await listPairTimeline(shopId, location, skus[0]!)).map(({ side, change, posAfter, shopAfter }) => [
      side,
      change,
      posAfter,
      shopAfter,
    ]),
  ).toEqual([
    ["pos", -2, 7, 9],
    ["shop", -1, 9, 9],
    ["pos", -1, 9, null],
  ]);
});
