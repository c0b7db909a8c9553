import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";

import type { Actor } from "@/lib/auth/permissions";
import { acceptEdit, endAcceptance } from "@/lib/commands/accept-edit";
import { activatePairs } from "@/lib/commands/activate-pairs";
import { type BufferInput, setBuffer } from "@/lib/commands/set-buffer";
import { showSku } from "@/lib/commands/show-sku";
import { endAllowances } from "@/lib/data/allowances";
import { listBuffers, listCategories } from "@/lib/data/buffers";
import { db } from "@/lib/data/client";
import { countDrift, listDrift } from "@/lib/data/stock-view";
import type { LocationId, Sku } from "@/lib/domain/ids";
import { DriftFilter } from "@/lib/domain/stock/drift-filter";

import { openTestStock } from "./drain-stock/test-stock";
import { readCatalogue } from "./pull-catalogue";

let stock: Awaited<ReturnType<typeof openTestStock>>;
const ops: Actor = { id: "00000000-0000-4000-8000-000000000001", name: "Olu", email: "olu@example.com", role: "ops", places: null };
const clerk: Actor = { ...ops, role: "finance" };

beforeAll(async () => {
  stock = await openTestStock();
  await db.user.create({ data: { id: ops.id, email: ops.email, name: ops.name, role: "ops", passwordHash: "" } });
});
afterAll(() => stock.close());
beforeEach(async () => {
  await db.$executeRaw`truncate stock_pair, stock_entry, record, run, cause, exception, cause_entry, buffer, allowance, audit_entry`;
});

const at = (store = "Leeds") => stock.locations.get(store)! as LocationId;
const settle = async () => {
  await stock.pull();
  await stock.drain();
  await stock.letTimePass(20);
  await stock.drain();
};
const shelf = async (sku: string, store = "Leeds") =>
  Number((await stock.tillLevels()).find((level) => level.sku === sku && level.warehouseid === stock.warehouses.get(store))!.available);
const rule = (units: number | null, place: Partial<z.infer<typeof BufferInput>>) =>
  setBuffer.execute(ops, { shopId: stock.shopId, sku: "", category: "", locationId: "", units, ...place });
const heldBack = async (sku: string, store = "Leeds") => {
  await settle();
  return (await shelf(sku, store)) - (await stock.online(sku, store));
};

describe("buffers", () => {
  test("the more exact rule counts: product before category before all, and within each the location's", async () => {
    expect(await listCategories(stock.shopId)).toEqual([
      { category: "Knitwear", products: 4 },
      { category: "Shoes", products: 1 },
    ]);
    await rule(1, {});
    expect(await heldBack("A")).toBe(1);
    await rule(2, { locationId: at() });
    expect([await heldBack("A"), await heldBack("A", "York")]).toEqual([2, 1]);
    await rule(3, { category: "Knitwear" });
    expect([await heldBack("A"), await heldBack("A", "York"), await heldBack("C")]).toEqual([3, 3, 2]);
    await rule(4, { category: "Knitwear", locationId: at() });
    expect([await heldBack("A"), await heldBack("A", "York")]).toEqual([4, 3]);
    await rule(5, { sku: "A" });
    expect([await heldBack("A"), await heldBack("B")]).toEqual([5, 4]);
    await rule(0, { sku: "A", locationId: at() });
    expect([await heldBack("A"), await heldBack("A", "York")]).toEqual([0, 5]);
    expect(
      (await listBuffers(stock.shopId)).map(({ sku, category, locationName, units, products, by }) => [
        sku,
        category,
        locationName,
        units,
        products,
        by,
      ]),
    ).toEqual([
      ["", "", "", 1, 5, "Olu"],
      ["", "", "Leeds", 2, 5, "Olu"],
      ["", "Knitwear", "", 3, 4, "Olu"],
      ["", "Knitwear", "Leeds", 4, 4, "Olu"],
      ["A", "", "", 5, 1, "Olu"],
      ["A", "", "Leeds", 0, 1, "Olu"],
    ]);
  });

  test("a rule that changes changes the figure and the words for it, and only what it is about is looked at", async () => {
    await settle();
    expect(await rule(2, { category: "Shoes" })).toMatchObject({ pairs: 2, before: null });
    await settle();
    const [leeds] = (await showSku("C"))!.locations;
    expect(leeds).toMatchObject({
      buffer: 2,
      sellable: (await shelf("C")) - 2,
      rule: `${await shelf("C")} on the shelf less 2 held back as safety stock`,
    });
    expect((await showSku("A"))!.locations[0]).toMatchObject({ buffer: 0 });
    expect(await rule(null, { category: "Shoes" })).toMatchObject({ pairs: 2, before: 2 });
    await settle();
    expect((await showSku("C"))!.locations[0]).toMatchObject({ buffer: 0, rule: `${await shelf("C")} on the shelf` });
  });

  test("what the shop calls a product moves with its catalogue; a rule is for a product or for a category", async () => {
    await expect(rule(1, { sku: "A", category: "Knitwear" })).rejects.toMatchObject({ code: "invalid" });
    await expect(setBuffer.execute(clerk, { shopId: stock.shopId, sku: "", category: "", locationId: "", units: 1 })).rejects.toMatchObject(
      { code: "forbidden" },
    );
    await readCatalogue(stock.shopId, true);
    expect(await db.catalogueItem.findFirst({ where: { connectionId: stock.shopId, sku: "C" } })).toMatchObject({ category: "Shoes" });
  });

  test("held from the web: none online, the till goes on, and the rule says so", async () => {
    await rule(9_999, { sku: "B", locationId: at() });
    await settle();
    expect(await stock.online("B")).toBe(0);
    expect((await showSku("B"))!.locations[0]!.rule).toMatch(/on the shelf less everything, held from the web$/);
    await rule(null, { sku: "B", locationId: at() });
    await settle();
    expect(await stock.online("B")).toBe(await shelf("B"));
  });
});

describe("edited on the wrong side", () => {
  const edit = async (sku: string, available: number) => {
    await stock.web.post("/corrupt-level", { sku, locationId: at(), available });
    await db.$executeRaw`update stock_pair set version = nextval('pair_version'), not_before = now() where sku = ${sku} and location_id = ${at()}`;
    await settle();
  };
  const edited = async () => (await db.cause.findFirstOrThrow({ where: { kind: "edited-in-shop", state: "open" } })).id;
  const lookedAt = async (sku: string) => {
    await stock.sell(sku, 1);
    await settle();
    return stock.online(sku);
  };

  test("put back, unless it is accepted: then so many more are offered until then, sales lower them, and it says so", async () => {
    const right = await lookedAt("A");
    await edit("A", right + 4);
    expect(await stock.online("A")).toBe(right);
    await expect(acceptEdit.execute(clerk, { causeId: await edited(), days: 7 })).rejects.toMatchObject({ code: "forbidden" });
    expect(await acceptEdit.execute(ops, { causeId: await edited(), days: 7 })).toMatchObject({ units: 4 });
    await settle();
    expect(await stock.online("A")).toBe(right + 4);
    expect(await stock.causes()).toEqual([]);
    expect(await db.cause.findFirst()).toMatchObject({ state: "resolved", closedBy: ops.id, closedHow: "on-trust" });
    expect(await db.auditEntry.findFirst({ where: { action: "stock.accept-edit" } })).toMatchObject({
      actor: ops.id,
      change: { units: 4, sku: "A" },
    });
    await stock.sell("A", 2);
    await settle();
    expect(await stock.online("A")).toBe(right + 2);
    expect((await showSku("A"))!.locations[0]).toMatchObject({
      allowed: 4,
      rule: `${right - 2} on the shelf plus 4 by an edit in the shop that was accepted`,
    });

    await endAcceptance.execute(ops, { shopId: stock.shopId, locationId: at(), sku: "A" as Sku });
    await settle();
    expect(await stock.online("A")).toBe(right - 2);
    await expect(endAcceptance.execute(ops, { shopId: stock.shopId, locationId: at(), sku: "A" as Sku })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("a slip of the keyboard is no stock: so many units cannot be accepted", async () => {
    const right = await lookedAt("C");
    await edit("C", right + 1_000_000);
    await expect(acceptEdit.execute(ops, { causeId: await edited(), days: 7 })).rejects.toMatchObject({ code: "invalid" });
    expect([await stock.online("C"), await db.allowance.count()]).toEqual([right, 0]);
  });

  test("it ends with its day, and with a count at the till", async () => {
    const right = await lookedAt("B");
    await edit("B", right + 3);
    const causeId = await edited();
    await acceptEdit.execute(ops, { causeId, days: 1 });
    await settle();
    await expect(acceptEdit.execute(ops, { causeId, days: 1 })).rejects.toMatchObject({ code: "conflict" });
    await db.$executeRaw`update allowance set until = now() - interval '1 second'`;
    expect(await endAllowances(stock.shopId)).toBe(1);
    await settle();
    expect(await stock.online("B")).toBe(right);

    await edit("B", right + 3);
    await acceptEdit.execute(ops, { causeId: await edited(), days: 1 });
    await settle();
    expect(await stock.online("B")).toBe(right + 3);
    await stock.till.post("/count", { warehouseid: stock.warehouses.get("Leeds"), lines: [{ sku: "B", quantity: right + 2 }] });
    await settle();
    expect(await stock.online("B")).toBe(right + 2);
    expect(await db.allowance.count()).toBe(0);
  });
});

describe("not stocked at its location", () => {
  const locations = (active: boolean) =>
    stock.web.post("/setup", { locations: [{ id: Number(at("York")), name: "York", pickup: true, active }] });
  const NEW = "NEW-BOOT";

  test("what the shop refuses to stock is named; once it would, Activate stocks it, sends its figure and closes it", async () => {
    await stock.till.post("/products", {
      products: [{ sku: NEW, title: "Boot", vat: 20, price: "60.00", stock: { [String(stock.warehouses.get("York"))]: 4 } }],
    });
    await stock.web.post("/products", { webhooks: false, products: [{ sku: NEW, title: "Boot", price: "60.00", stock: { [at()]: 0 } }] });
    await readCatalogue(stock.posId, true);
    await readCatalogue(stock.shopId, true);
    await locations(false);
    const pairs = [{ locationId: at("York"), sku: NEW }];
    await activatePairs.execute(ops, { shopId: stock.shopId, pairs });
    await settle();
    expect(await stock.causes()).toEqual([`not-stocked:${at("York")}:${NEW}`]);
    expect((await showSku(NEW))!.locations.map(({ locationName, isStocked }) => [locationName, isStocked])).toContainEqual(["York", false]);

    await locations(true);
    await expect(activatePairs.execute(clerk, { shopId: stock.shopId, pairs })).rejects.toMatchObject({ code: "forbidden" });
    expect(await activatePairs.execute(ops, { shopId: stock.shopId, pairs })).toEqual({ pairs: 1 });
    await settle();
    expect(await stock.online(NEW, "York")).toBe(4);
    expect(await stock.causes()).toEqual([]);
    expect(await db.auditEntry.count({ where: { action: "stock.activate", actor: ops.id } })).toBe(2);
    expect((await showSku(NEW))!.locations.every(({ isStocked }) => isStocked)).toBe(true);
  });

  test("also where there is none to sell yet; a location that is not mapped is refused in words", async () => {
    await stock.till.post("/products", { products: [{ sku: "EMPTY", title: "Empty", vat: 20, price: "1.00", stock: {} }] });
    await stock.web.post("/products", {
      webhooks: false,
      products: [{ sku: "EMPTY", title: "Empty", price: "1.00", stock: { [at()]: 0 } }],
    });
    await readCatalogue(stock.posId, true);
    await readCatalogue(stock.shopId, true);
    await activatePairs.execute(ops, { shopId: stock.shopId, pairs: [{ locationId: at("York"), sku: "EMPTY" }] });
    await settle();
    expect(await stock.online("EMPTY", "York")).toBe(0);
    const nowhere = { shopId: stock.shopId, pairs: [{ locationId: "404", sku: "EMPTY" }] };
    await expect(activatePairs.execute(ops, nowhere)).rejects.toMatchObject({ code: "invalid" });
  });
});

test("the last unit sold where the shop goes on selling: none online, and the conflict is said at once", async () => {
  await stock.web.patch("/products/C", { inventoryPolicy: "CONTINUE" });
  await stock.sell("C", await shelf("C", "York"), "York");
  await settle();
  expect(await stock.online("C", "York")).toBe(0);
  expect(await stock.causes()).toEqual(["sells-below-zero:C"]);
  await stock.web.patch("/products/C", { inventoryPolicy: "DENY" });
});

describe("sold out, and wanted", () => {
  const wanted = async (q: string) => {
    const filter = DriftFilter.parse({ show: "wanted", q });
    const rows = await listDrift(filter, null);
    expect((await countDrift(filter)).wanted).toBe(rows.length);
    return rows;
  };

  test("none on the shelf where the till sold it: what it is worth a week, and who has some", async () => {
    await stock.sell("B", 1, "York");
    await settle();
    expect(await wanted("B")).toEqual([]);
    const left = await shelf("B");
    await stock.sell("B", left);
    await settle();
    const [row, ...others] = await wanted("B");
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      sku: "B",
      locationName: "Leeds",
      onShelf: 0,
      wanted: { elsewhere: [{ store: "York", units: await shelf("B", "York") }] },
    });
    expect(row!.wanted!.sold).toBeGreaterThanOrEqual(left);
    expect(row!.wanted!.weekly).toBe(row!.wanted!.sold * 300);
    await stock.receive("B", 5);
    await settle();
    expect(await wanted("B")).toEqual([]);
  });

  test("none to sell online where web orders wanted it, though the shelf has some; not where nobody else has any", async () => {
    await stock.place([{ sku: "A", quantity: 2, at: "York" }]);
    await stock.carry();
    await stock.sell("A", 1);
    await rule(9_999, { sku: "A", locationId: at("York") });
    await settle();
    await stock.letTimePass(5);
    await settle();
    expect(await wanted("A")).toMatchObject([
      { sku: "A", locationName: "York", sellable: 0, wanted: { sold: 2, weekly: 600, elsewhere: [{ store: "Leeds" }] } },
    ]);
    await stock.sell("A", await shelf("A"));
    await settle();
    expect((await wanted("A")).map(({ locationName }) => locationName)).not.toContain("York");
  });
});
