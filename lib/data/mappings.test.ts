import { afterAll, beforeAll, expect, test } from "vitest";

import type { Product } from "@/lib/domain/catalogue/product";
import { skuUnknown } from "@/lib/domain/exceptions/kinds/sku-unknown";
import type { Sku } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";

import { keepProducts } from "./catalogue";
import { db } from "./client";
import { createConnection } from "./connections";
import { foreseeLinks } from "./foresee-links";
import { saveLinks } from "./links";
import { countSkuMappings, listLinkHistory, listSafeMatches, listSkuMappings, MappingShow } from "./mappings";
import { raiseCauses } from "./raise-causes";
import { undoEdits } from "./undo-edits";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let shopId: string;
const me = "00000000-0000-4000-8000-000000000001";
const product = (sku: string, barcode: string | null = null, title = sku) =>
  ({
    remoteId: sku,
    sku,
    stockId: "",
    title,
    barcode,
    rate: null,
    isActive: true,
    isTracked: true,
    mayOversell: false,
    category: "",
    changedAt: new Date(),
  }) as unknown as Product;
const shown = async (show: MappingShow, q = "") => (await listSkuMappings(shopId, { show, q })).map(({ theirs }) => theirs);

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  const posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  await keepProducts(posId, [
    product("SAME"),
    product("OURS"),
    product("BAR", "501"),
    product("TWIN-1", "777"),
    product("TWIN-2", "777"),
    product("GONE"),
  ]);
  await keepProducts(shopId, [
    product("SAME"),
    product("mapped"),
    product("same "),
    product("bar?", "501"),
    product("twin?", "777"),
    product("lost"),
    product("100%"),
  ]);
  await saveLinks(
    db,
    shopId,
    [
      { kind: "sku", theirs: "mapped", ours: "OURS" },
      { kind: "sku", theirs: "lost", ours: "GONE" },
    ],
    me,
    "person",
  );
  await db.$executeRaw`update catalogue_item set gone_at = now() where sku = 'GONE'`;
  const causes = [skuUnknown.raise({ sku: "asked" as Sku, title: "Asked for" }, { field: "SKU", value: "asked" })];
  const order = {
    entity: "order" as const,
    key: "1",
    label: "#1",
    amount: 4200,
    currency: "GBP",
    customerHash: "c",
    promiseAt: null,
    units: 1,
  };
  await db.$transaction((tx) => raiseCauses(tx, [{ shopId, ...order, causes }]));
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

test("each web product has its state, what holds most first, also those that only orders asked for", async () => {
  const rows = await listSkuMappings(shopId, { show: "all", q: "" });
  expect(rows.map(({ theirs, state, ours }) => [theirs, state, ours])).toEqual([
    ["asked", "gap", null],
    ["100%", "gap", null],
    ["bar?", "gap", null],
    ["lost", "broken", "GONE"],
    ["same ", "gap", null],
    ["twin?", "gap", null],
    ["SAME", "same-code", "SAME"],
    ["mapped", "mapped", "OURS"],
  ]);
  expect(rows[0]).toMatchObject({ title: "Asked for", orders: 1, amount: 4200, currency: "GBP" });
});

test.each(["", "twin", "a"])("every count is exactly the list it opens, searching for %j", async (q) => {
  const counts = await countSkuMappings(shopId, q);
  for (const show of MappingShow.options) expect([show, counts[show]]).toEqual([show, (await shown(show, q)).length]);
});

test("filters and search", async () => {
  expect(await shown("blocked")).toEqual(["asked"]);
  expect(await shown("near")).toEqual(["bar?", "same "]);
  expect(await shown("all", "100%")).toEqual(["100%"]);
  expect(await shown("all", "501")).toEqual(["bar?"]);
});

test("only a barcode that one product of the till has is safe", async () => {
  expect(await listSafeMatches(shopId, { show: "all", q: "" })).toMatchObject([{ theirs: "bar?", ours: "BAR", barcode: "501" }]);
  expect(await listSafeMatches(shopId, { show: "all", q: "nothing" })).toEqual([]);
});

test("before saving: what cannot be saved, who shares a stock, what is held", async () => {
  const { edits, causeIds } = await foreseeLinks(shopId, [
    { kind: "sku", theirs: "bar?", ours: "SAME" },
    { kind: "sku", theirs: "asked", ours: "OURS" },
    { kind: "sku", theirs: "twin?", ours: "NOPE" },
    { kind: "sku", theirs: "mapped", ours: null },
  ]);
  expect(edits.map(({ theirs, problem, sharing }) => [theirs, problem, sharing])).toEqual([
    ["bar?", null, ["SAME"]],
    ["asked", null, []],
    ["twin?", "NOPE is not a product of the till.", []],
    ["mapped", null, []],
  ]);
  expect(causeIds).toHaveLength(1);
});

test("a save can be put back once, and not over what somebody changed since", async () => {
  const edit = (ours: string | null) => [{ kind: "sku" as const, theirs: "bar?", ours }];
  const first = await saveLinks(db, shopId, edit("BAR"), me, "person");
  const second = await saveLinks(db, shopId, edit("OURS"), me, "person");
  await expect(db.$transaction((tx) => undoEdits(tx, first!, me))).rejects.toMatchObject({ code: "conflict" });
  await db.$transaction((tx) => undoEdits(tx, second!, me));
  await expect(db.$transaction((tx) => undoEdits(tx, second!, me))).rejects.toMatchObject({ code: "conflict" });
  await db.$transaction((tx) => undoEdits(tx, first!, me));
  expect(await db.link.findFirst({ where: { shopId, theirs: "bar?" } })).toBeNull();
  const history = await listLinkHistory(shopId);
  expect(history.find(({ batchId }) => batchId === second)).toMatchObject({
    count: 1,
    changes: [{ theirs: "bar?", before: "BAR", after: "OURS" }],
  });
  expect(history.find(({ batchId }) => batchId === second)?.undoneAt).not.toBeNull();
});
