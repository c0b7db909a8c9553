import { afterAll, beforeAll, expect, test } from "vitest";

import type { Sku } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";

import { keepProducts } from "./catalogue";
import { db } from "./client";
import { createConnection } from "./connections";
import { saveLinks } from "./links";
import { listSoldOnline } from "./sold-online";

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  const shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  const of = {
    barcode: null,
    rate: null,
    price: null,
    category: "",
    isActive: true,
    mayOversell: false,
    changedAt: "2026-01-01T00:00:00Z",
  };
  const product = (sku: string, isTracked: boolean) => ({ ...of, sku: sku as Sku, title: sku, remoteId: sku, stockId: sku, isTracked });
  await keepProducts(shopId, [product("MUG", true), product("WEB-CUP", true), product("CARD", false)]);
  await saveLinks(
    db,
    shopId,
    [
      { kind: "sku", theirs: "WEB-CUP", ours: "CUP" },
      { kind: "service", theirs: "shipping", ours: "POST" },
    ],
    "test",
    "person",
  );
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});

test("by the same code or as mapped; not what the shop does not count, nor service products, nor what it has not", async () => {
  const sold = await listSoldOnline(posId, ["MUG", "CUP", "WEB-CUP", "CARD", "POST", "BAG"]);
  expect([...sold].sort()).toEqual(["CUP", "MUG"]);
});
