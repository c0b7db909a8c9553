import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { openTestRetailer } from "@/inngest/functions/carry-orders/test-retailer";
import { AppError } from "@/lib/app-error";
import { fieldsOf } from "@/lib/auth/fields-of";
import type { Actor } from "@/lib/auth/permissions";
import { db } from "@/lib/data/client";
import { getPlanView } from "@/lib/data/plan-view";
import { search } from "@/lib/data/search";
import type { ShopOrderId } from "@/lib/domain/ids";
import type { OrderFact } from "@/lib/domain/orders/order-fact";

import { correctOrder, withdrawCorrection } from "./correct-order";
import { previewRelease, releaseCauses } from "./release";

const person = (role: Actor["role"]): Actor => ({ id: randomUUID(), name: role, email: "", role, places: null });
const [ops, finance, ecommerce, store] = [person("ops"), person("finance"), person("ecommerce"), person("store")];

let retailer: Awaited<ReturnType<typeof openTestRetailer>>;
beforeAll(async () => {
  retailer = await openTestRetailer();
});
afterAll(() => retailer.close());
beforeEach(async () => {
  await db.$executeRaw`truncate order_lane, effect, cause, exception, cause_entry, record, run, outbox, search_key, release_plan, release_line, order_correction, order_link, audit_entry`;
  await db.$executeRaw`update connection set lane_lease = null, lane_leased_until = null, lane_paused_until = null, lane_pauses = 0`;
});

type Values = Partial<Record<OrderFact, string>>;
const correct = (orderId: ShopOrderId, values: Values, { by = ops, seen = {}, reason = "The customer told us" } = {}) =>
  correctOrder.execute(by, {
    ...{ shopId: retailer.shopId, orderId, values, reason },
    seen: { ...Object.fromEntries(Object.keys(values).map((fact) => [fact, ""])), ...seen },
  });
async function heldWithout(lacks: "zip" | "city" = "zip"): Promise<ShopOrderId> {
  const [id] = await retailer.place([{ sku: "A", lacks }]);
  await retailer.carry();
  return id!;
}
const causeIds = async () => (await db.cause.findMany({ where: { state: { not: "resolved" } } })).map(({ id }) => id);
const saved = () => db.orderCorrection.findMany({ orderBy: { at: "asc" } });
const saidOf = (doing: Promise<unknown>) =>
  doing.then(
    () => "done",
    (error: Error) => (error instanceof AppError ? `${error.code}: ${error.message}` : JSON.stringify(fieldsOf(error as never))),
  );

test("without a postcode it is held, corrected, previewed, released, and at the till with the corrected postcode", async () => {
  const id = await heldWithout();
  expect(await retailer.causes()).toEqual([`order-incomplete:${id}`]);
  const ids = await causeIds();
  const before = await getPlanView((await previewRelease(ops, { causeIds: ids, edits: [] })).planId);
  expect(before.stillHeld.map(({ why }) => why)).toEqual([expect.stringContaining("has no postcode")]);

  await correct(id, { "shipping.zip": "LS1 4AB" });
  const { planId } = await previewRelease(ops, { causeIds: ids, edits: [] });
  expect((await getPlanView(planId)).progress).toMatchObject({ total: 1, goes: 1 });
  await releaseCauses.execute(ops, { planId });
  await retailer.mark([id]);
  await retailer.carry();

  expect(await retailer.states()).toEqual({ confirmed: 1 });
  expect((await retailer.atTill()).get(`TST-${id}`)?.delivery_zip).toBe("LS1 4AB");
  expect(await db.orderLane.findFirstOrThrow({ where: { orderId: id } })).toMatchObject({ source: { shipping: { zip: "" } } });
  expect(await db.cause.findFirstOrThrow({ where: { id: ids[0]! } })).toMatchObject({ state: "resolved", closedHow: "verified" });
});

test("a later look at the order uses the correction as well, and sends nothing twice", async () => {
  const id = await heldWithout();
  await correct(id, { "shipping.zip": "LS1 4AB" });
  for (let again = 0; again < 3; again += 1) {
    await retailer.mark([id]);
    await retailer.carry();
  }
  expect(await retailer.states()).toEqual({ confirmed: 1 });
  expect([...(await retailer.atTill()).keys()].filter((key) => key.includes(id))).toEqual([`TST-${id}`]);
});

test("what the shop says anew wins over the correction", async () => {
  const id = await heldWithout();
  await correct(id, { "shipping.zip": "LS1 4AB" });
  await retailer.web.post("/edit-order", { order: id, shippingAddress: { zip: "LS2 7EY" } });
  await retailer.mark([id]);
  await retailer.carry();
  expect((await retailer.atTill()).get(`TST-${id}`)?.delivery_zip).toBe("LS2 7EY");
});

test("it is audited without the values, entered on the cause, and the flow does not probe at once", async () => {
  const id = await heldWithout();
  await correct(id, { "shipping.zip": "LS1 4AB" });
  const [entry] = await db.auditEntry.findMany();
  expect(entry).toMatchObject({ actor: ops.id, action: "order.correct", subject: `order:${retailer.shopId}:${id}` });
  expect(JSON.stringify(entry?.change)).not.toContain("LS1");
  expect(await db.causeEntry.findMany({ where: { action: "correct" } })).toMatchObject([{ by: ops.id, text: "The customer told us" }]);
  expect((await db.cause.findFirstOrThrow()).nextProbeAt!.getTime()).toBeGreaterThan(Date.now() + 60_000);
});

test("a store for an order that the shop sends nowhere, by somebody who may not see customers", async () => {
  const [id] = await retailer.place([{ sku: "A", at: null }]);
  await retailer.carry();
  expect(await retailer.causes()).toEqual([`order-without-location:${id}`]);
  await correct(id!, { location: retailer.locations.get("York")! }, { by: ecommerce });
  expect(await saved()).toMatchObject([{ field: "location", label: "York", was: "" }]);
  await retailer.mark([id!]);
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 1 });
  expect((await retailer.atTill()).get(`TST-${id}`)?.warehouseid).toBe(retailer.warehouses.get("York"));
  expect(await db.orderUnit.findMany({ where: { orderId: id! } })).toMatchObject([
    { locationId: retailer.locations.get("York"), quantity: 1, remaining: 0 },
  ]);
});

test("a corrected e-mail address finds the order", async () => {
  const id = await heldWithout();
  await correct(id, { email: "kim.right@example.com" }, { seen: { email: "kim0@example.com" } });
  expect((await search("kim.right@example.com")).map(({ key }) => key)).toEqual([id]);
});

test("one correction of a fact counts: the newer takes the place of the older", async () => {
  const id = await heldWithout();
  await correct(id, { "shipping.zip": "LS1 4AB" });
  await correct(id, { "shipping.zip": "LS1 4AC" });
  expect((await saved()).map(({ value, withdrawnAt }) => [value, withdrawnAt === null])).toEqual([
    ["LS1 4AB", false],
    ["LS1 4AC", true],
  ]);
});

test("withdrawn the shop's word counts again; a second time is told so", async () => {
  const id = await heldWithout();
  await correct(id, { "shipping.zip": "LS1 4AB" });
  const [{ id: correctionId } = { id: "" }] = await saved();
  const withdraw = (by = ops) => withdrawCorrection.execute(by, { shopId: retailer.shopId, orderId: id, correctionId });
  expect(await saidOf(withdraw(finance))).toBe("forbidden: Your role does not allow this.");
  await withdraw();
  await retailer.mark([id]);
  await retailer.carry();
  expect(await retailer.causes()).toEqual([`order-incomplete:${id}`]);
  expect(await saidOf(withdraw())).toBe("conflict: This correction does not count any more.");
  expect((await db.auditEntry.findMany({ orderBy: { at: "asc" } })).map(({ action }) => action)).toEqual([
    "order.correct",
    "order.withdraw-correction",
  ]);
});

test("a correction of another order is not withdrawn by naming this one", async () => {
  const [one, other] = await retailer.place([
    { sku: "A", lacks: "zip" },
    { sku: "B", lacks: "zip" },
  ]);
  await retailer.carry();
  await correct(one!, { "shipping.zip": "LS1 4AB" });
  const [{ id: correctionId } = { id: "" }] = await saved();
  expect(await saidOf(withdrawCorrection.execute(ops, { shopId: retailer.shopId, orderId: other!, correctionId }))).toMatch("not-found");
  expect(await saved()).toMatchObject([{ withdrawnAt: null }]);
});

test.each([
  ["nobody", "forbidden: Your role does not allow this.", { by: store }],
  ["finance", "forbidden: Your role does not allow this.", { by: finance }],
  ["who may not see customers", "forbidden: Your role does not see the customer's details, so it cannot correct them.", { by: ecommerce }],
  ["what was seen is old", "conflict: The shop has changed postcode since you looked. Look again.", { seen: { "shipping.zip": "LS9" } }],
  ["no reason", '{"reason":"Say how you know."}', { reason: " " }],
] as const)("refused: %s", async (_, said, more) => {
  const id = await heldWithout();
  expect(await saidOf(correct(id, { "shipping.zip": "LS1 4AB" }, more))).toBe(said);
  expect(await saved()).toEqual([]);
  expect(await db.auditEntry.count()).toBe(0);
});

test("everything that is wrong is said at once", async () => {
  const id = await heldWithout();
  expect(await saidOf(correct(id, { "shipping.zip": "", email: "kim" }, { reason: "" }))).toBe(
    '{"reason":"Say how you know.","values.email":"This is not an e-mail address.","values.shipping.zip":"Postcode cannot be empty."}',
  );
});

test.each([
  [{ "shipping.zip": "" }, '{"values.shipping.zip":"Postcode cannot be empty."}'],
  [{ email: "kim" }, '{"values.email":"This is not an e-mail address."}'],
  [{ "shipping.country": "England" }, '{"values.shipping.country":"Choose a country."}'],
  [{}, '{"values":"Nothing was changed."}'],
  [{ location: "999" }, "invalid: Store cannot be corrected in this order."],
  [{ "shipping.city": "Leeds" }, '{"values.shipping.city":"This is what the shop says already."}'],
] as const)("bad input, field by field: %j", async (values, said) => {
  const id = await heldWithout();
  expect(
    await saidOf(correct(id, values, { seen: { "shipping.city": "Leeds", email: "kim0@example.com", "shipping.country": "GB" } })),
  ).toBe(said);
  expect(await saved()).toEqual([]);
});

test("what is at the till already is corrected there", async () => {
  const [id] = await retailer.place([{ sku: "A" }]);
  await retailer.carry();
  expect(await saidOf(correct(id!, { "shipping.zip": "LS1 4AC" }, { seen: { "shipping.zip": "LS1 4AB" } }))).toBe(
    "conflict: It is at the till already: correct it there.",
  );
});

test("an order nobody knows", async () => {
  expect(await saidOf(correct("404" as ShopOrderId, { email: "kim@example.com" }))).toMatch("not-found");
});
