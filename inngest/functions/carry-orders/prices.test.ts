import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { db, inTransaction } from "@/lib/data/client";
import { listLinkHistory } from "@/lib/data/mappings";
import { planRelease } from "@/lib/data/plan-release";
import { getPlanView } from "@/lib/data/plan-view";
import { listPromotions } from "@/lib/data/promotions";
import { countPlan, feedPlan, getPlan } from "@/lib/data/release-plans";
import { startRelease } from "@/lib/data/start-release";
import { undoEdits } from "@/lib/data/undo-edits";
import type { PromotionEdit } from "@/lib/domain/mapping/edit";
import type { Promotion } from "@/lib/domain/prices/promotion";

import { probe } from "../probe-causes";
import { openTestRetailer } from "./test-retailer";

const person = "00000000-0000-4000-8000-000000000001";
const day = 86_400_000;

let retailer: Awaited<ReturnType<typeof openTestRetailer>>;
beforeAll(async () => {
  retailer = await openTestRetailer();
});
afterAll(() => retailer.close());
beforeEach(async () => {
  await db.$executeRaw`truncate order_lane, effect, cause, exception, cause_entry, record, run, outbox, search_key, release_plan, release_line, link_change, promotion, price_difference`;
  await db.$executeRaw`update connection set lane_lease = null, lane_leased_until = null, lane_paused_until = null, lane_pauses = 0`;
  await retailer.setOptions({ priceCheck: "hold" });
});

const declared = (more: Partial<Promotion> = {}): PromotionEdit => ({
  kind: "promotion",
  theirs: randomUUID(),
  seenAt: null,
  promotion: {
    name: "Black Friday",
    source: "declared",
    startsAt: new Date(Date.now() - day).toISOString(),
    endsAt: new Date(Date.now() + day).toISOString(),
    scope: { of: "all" },
    effect: { by: "percent", percent: "20" },
    tolerancePercent: null,
    code: "",
    minUnits: 1,
    ...more,
  },
});
const causeOf = async (entity: string) => (await db.cause.findFirstOrThrow({ where: { entity, state: { not: "resolved" } } })).id;
const cheap = (skus: readonly string[], count: number) =>
  Array.from({ length: count }, (_, at) => ({ sku: skus[at % skus.length]!, unitPrice: "9.60" }));

test("an undeclared promotion holds its orders as one cause; declared, all that the preview foresaw go and are confirmed", async () => {
  const ids = await retailer.place([...cheap(["A", "B", "C"], 12), { sku: "A" }]);
  await retailer.carry();
  expect(await retailer.states()).toEqual({ held: 12, confirmed: 1 });
  expect(await retailer.causes()).toEqual(["price-differs:promotion:20"]);
  expect(await db.cause.findFirstOrThrow()).toMatchObject({ records: 12, evidence: { products: 3, percent: "20" } });

  const edit = declared();
  const planId = await planRelease([await causeOf("promotion:20")], [edit], person);
  expect((await getPlanView(planId)).verdicts).toMatchObject([{ verdict: "goes", orders: 12 }]);
  expect(await db.promotion.count()).toBe(0);

  await inTransaction(async (tx) => startRelease(tx, await getPlan(planId), person));
  await inTransaction((tx) => feedPlan(tx, planId, 50));
  await retailer.carry();
  expect(await countPlan(planId)).toMatchObject({ total: 12, released: 12, differs: 0 });
  expect(await retailer.states()).toEqual({ confirmed: 13 });
  expect(await retailer.causes()).toEqual([]);
  const till = await retailer.atTill();
  expect(ids.every((id) => till.has(`TST-${id}`))).toBe(true);
  expect(await listPromotions(retailer.shopId)).toMatchObject([{ name: "Black Friday", orders: 12, reduction: 12 * 240 }]);
});

test("newcomers of a declared promotion pass; one that ran out before they were placed explains nothing", async () => {
  await db.promotion.create({ data: { id: randomUUID(), shopId: retailer.shopId, changedBy: person, ...declared().promotion! } });
  await retailer.place(cheap(["A"], 2));
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 2 });

  await db.promotion.updateMany({ data: { endsAt: new Date(Date.now() - day / 2) } });
  await retailer.place(cheap(["A"], 1));
  await retailer.carry();
  expect(await retailer.causes()).toEqual(["price-differs:sku:A:20"]);
});

test("single sightings become one cause when the third product shows the same", async () => {
  for (const sku of ["A", "B", "C"]) {
    await retailer.place(cheap([sku], 2));
    await retailer.carry();
  }
  expect((await retailer.causes()).sort()).toEqual(["price-differs:promotion:20", "price-differs:sku:A:20", "price-differs:sku:B:20"]);
  await probe([await causeOf("sku:A:20"), await causeOf("sku:B:20")]);
  for (const { id } of await db.releasePlan.findMany()) await inTransaction((tx) => feedPlan(tx, id, 50));
  await retailer.carry();
  expect(await retailer.causes()).toEqual(["price-differs:promotion:20"]);
  expect(await db.cause.findFirstOrThrow({ where: { state: { not: "resolved" } } })).toMatchObject({ records: 6 });
});

test("the till's price was the wrong one: put right there, the probe notices and the order goes by itself", async () => {
  await retailer.place(cheap(["B"], 1));
  await retailer.carry();
  await retailer.till.post("/products", { products: [{ sku: "B", title: "Product B", vat: 20, price: "9.60" }] });
  await probe([await causeOf("sku:B:20")]);
  for (const { id } of await db.releasePlan.findMany()) await inTransaction((tx) => feedPlan(tx, id, 50));
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 1 });
  await retailer.till.post("/products", { products: [{ sku: "B", title: "Product B", vat: 20, price: "12.00" }] });
  await db.$executeRaw`update catalogue_item set price = 12 where sku = 'B'`;
});

test("only noted: the order goes, and its record says what differed", async () => {
  await retailer.setOptions({ priceCheck: "note" });
  await retailer.place(cheap(["A"], 1));
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 1 });
  expect((await db.record.findFirstOrThrow()).detail).toMatchObject({ prices: [{ sku: "A", percent: "20", due: 1200, paid: 960 }] });
  await retailer.setOptions({ priceCheck: "off" });
  await retailer.place(cheap(["A"], 1));
  await retailer.carry();
  expect(await db.priceDifference.count()).toBe(1);
});

test("a saved promotion is put back from the history like a mapping, unless it was changed since", async () => {
  await retailer.place(cheap(["A"], 1));
  await retailer.carry();
  const edit = declared();
  const planId = await planRelease([await causeOf("sku:A:20")], [edit], person);
  await inTransaction(async (tx) => startRelease(tx, await getPlan(planId), person));
  const [batch] = await listLinkHistory(retailer.shopId);
  expect(batch).toMatchObject({
    changes: [{ kind: "promotion", name: "Black Friday", before: null, after: expect.stringContaining("20 % off all products") }],
  });

  await db.promotion.updateMany({ data: { name: "Another" } });
  await expect(inTransaction((tx) => undoEdits(tx, batch!.batchId, person))).rejects.toMatchObject({ code: "conflict" });
  await db.promotion.updateMany({ data: { name: "Black Friday" } });
  await inTransaction((tx) => undoEdits(tx, batch!.batchId, person));
  expect(await db.promotion.count()).toBe(0);
});
