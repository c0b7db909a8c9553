import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import type { Actor } from "@/lib/auth/permissions";
import { keepLocations, keepProducts } from "@/lib/data/catalogue";
import { db, inTransaction } from "@/lib/data/client";
import { createConnection, getConnection, Options } from "@/lib/data/connections";
import { foreseeEdits } from "@/lib/data/foresee-edits";
import { listPromotions } from "@/lib/data/promotions";
import { raiseCauses } from "@/lib/data/raise-causes";
import type { Product, ShopLocation } from "@/lib/domain/catalogue/product";
import { priceDiffers } from "@/lib/domain/exceptions/kinds/price-differs";
import type { LocationId, Sku } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";

import { deletePromotion, endPromotion, savePromotion } from "./save-promotion";
import { updateConnection } from "./update-connection";

const person = (role: Actor["role"]): Actor => ({ id: "00000000-0000-4000-8000-000000000001", name: role, email: "", role, places: null });
const [ecommerce, finance, admin] = [person("ecommerce"), person("finance"), person("admin")];
const hour = 3_600_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const promotion = {
  name: "Black Friday",
  startsAt: at(-hour),
  endsAt: at(hour),
  scope: { of: "list", skus: ["MUG"] },
  effect: { by: "percent", percent: "20" },
};

let database: Awaited<ReturnType<typeof openTestDatabase>>;
let shopId: string;
beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  const posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  const settings = { shop: "test.myshopify.com", clientId: "client", clientSecret: "secret" };
  shopId = await createConnection(
    db,
    { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain, settings },
    new Set(),
  );
  const mug = {
    remoteId: "1",
    sku: "MUG",
    stockId: "",
    title: "Mug",
    barcode: null,
    rate: null,
    isActive: true,
    isTracked: true,
    mayOversell: false,
    price: "9.60",
    category: "",
    changedAt: at(0),
  };
  await keepProducts(shopId, [mug as Product]);
  await keepLocations(db, shopId, [{ id: "17" as LocationId, name: "Leeds", isActive: true, offersPickup: true } satisfies ShopLocation]);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  await db.$executeRaw`truncate promotion, link_change, audit_entry, outbox, cause, exception`;
});

const save = (id: string, more: object = {}, seenAt: string | null = null, actor = ecommerce) =>
  savePromotion.execute(actor, { shopId, id, promotion: { ...promotion, ...more }, seenAt });
const seen = async () => (await listPromotions(shopId))[0]!.changedAt.toISOString();
const audited = async () => (await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action);

test("who may not is refused, and nothing is saved or written down", async () => {
  await expect(save(randomUUID(), {}, null, finance)).rejects.toMatchObject({ code: "forbidden" });
  await expect(endPromotion.execute(finance, { shopId, id: randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
  await expect(deletePromotion.execute(finance, { shopId, id: randomUUID() })).rejects.toMatchObject({ code: "forbidden" });
  expect([await db.promotion.count(), await db.auditEntry.count()]).toEqual([0, 0]);
});

test.each([
  ["no name", { name: " " }, ["promotion", "name"]],
  ["it ends before it starts", { endsAt: at(-2 * hour) }, ["promotion", "endsAt"]],
  ["no product", { scope: { of: "list", skus: [] } }, ["promotion", "scope", "skus"]],
  ["nothing off", { effect: { by: "percent", percent: "0" } }, ["promotion", "effect", "percent"]],
  ["for nothing", { effect: { by: "price", price: "0.00" } }, ["promotion", "effect", "price"]],
])("refused at its field: %s", async (_, more, path) => {
  await expect(save(randomUUID(), more)).rejects.toMatchObject({ issues: [{ path }] });
});

test("a product that the shop does not sell, and a shop that is not there", async () => {
  await expect(save(randomUUID(), { scope: { of: "list", skus: ["MUG", "CUP"] } })).rejects.toThrow("The shop does not sell CUP.");
  await expect(endPromotion.execute(ecommerce, { shopId, id: randomUUID() })).rejects.toMatchObject({ code: "not-found" });
});

test("saved, changed, ended and deleted: each written down, each in the history", async () => {
  const id = randomUUID();
  await save(id);
  await save(id, { effect: { by: "price", price: "7.50" } }, await seen());
  await endPromotion.execute(ecommerce, { shopId, id });
  await expect(endPromotion.execute(ecommerce, { shopId, id })).rejects.toThrow("is over already");
  await deletePromotion.execute(ecommerce, { shopId, id });
  expect(await listPromotions(shopId)).toEqual([]);
  expect(await audited()).toEqual(["promotion.save", "promotion.save", "promotion.end", "promotion.delete"]);
  expect(await db.linkChange.count({ where: { kind: "promotion" } })).toBe(4);
});

test("what has not begun is deleted, not ended", async () => {
  const id = randomUUID();
  await save(id, { startsAt: at(hour), endsAt: at(2 * hour) });
  await expect(endPromotion.execute(ecommerce, { shopId, id })).rejects.toMatchObject({ code: "conflict" });
});

test("of two people the second is told, and a changed promotion is not overwritten", async () => {
  const id = randomUUID();
  await save(id);
  const first = await seen();
  await save(id, { name: "Cyber Monday" }, first);
  await expect(save(id, { name: "Mine" }, first)).rejects.toMatchObject({ code: "conflict" });
  await expect(save(id, { name: "Mine" }, null)).rejects.toMatchObject({ code: "conflict" });
  await expect(save(randomUUID(), {}, first)).rejects.toThrow("Somebody else has deleted this promotion.");
});

test("saving asks the causes about its products at once, and the preview knows them before", async () => {
  const evidence = {
    scope: "sku" as const,
    sku: "MUG" as Sku,
    title: "Mug",
    percent: "20",
    code: "",
    skus: ["MUG" as Sku],
    products: 1,
    since: at(0),
    zone: "Europe/London",
  };
  const causes = [priceDiffers.raise(evidence, { field: "Price of Mug", value: "9.60" })];
  const record = {
    shopId,
    entity: "order" as const,
    key: "1",
    label: "#1",
    amount: 960,
    currency: "GBP",
    customerHash: "",
    promiseAt: null,
    units: 1,
    causes,
  };
  await inTransaction((tx) => raiseCauses(tx, [record]));
  const { id: causeId } = await db.cause.findFirstOrThrow();
  const id = randomUUID();
  const edit = {
    kind: "promotion" as const,
    theirs: id,
    seenAt: null,
    promotion: { source: "declared" as const, tolerancePercent: null, code: "", minUnits: 1, ...promotion },
  };
  expect(await foreseeEdits(shopId, [edit as Parameters<typeof foreseeEdits>[1][number]])).toMatchObject({
    causeIds: [causeId],
    edits: [{ kind: "promotion", problem: null }],
  });
  await save(id);
  expect(await db.outbox.findMany()).toMatchObject([{ name: "exceptions/probe.requested", data: { causeIds: [causeId] } }]);
});

test("the shop's settings: a place must be the shop's, numbers must be numbers, and what they held is looked at again", async () => {
  const settings = { shop: "test.myshopify.com", clientId: "client", clientSecret: "" };
  const update = (options: object) =>
    updateConnection.execute(admin, { connectionId: shopId, name: "Shop", settings, options: { ...Options.parse({}), ...options } });
  await expect(update({ withoutLocation: "chosen" })).rejects.toMatchObject({ issues: [{ path: ["options", "chosenLocation"] }] });
  await expect(update({ withoutLocation: "chosen", chosenLocation: "99" })).rejects.toMatchObject({ code: "invalid" });
  await expect(update({ priceToleranceAmount: "five" })).rejects.toMatchObject({ issues: [{ path: ["options", "priceToleranceAmount"] }] });
  await update({ withoutLocation: "chosen", chosenLocation: "17", priceCheck: "hold" });
  expect((await getConnection(shopId)).options).toMatchObject({ chosenLocation: "17", priceCheck: "hold" });
});
