import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { sendOrders } from "@/inngest/functions/carry-orders/send";
import { openTestRetailer } from "@/inngest/functions/carry-orders/test-retailer";
import { AppError } from "@/lib/app-error";
import { fieldsOf } from "@/lib/auth/fields-of";
import type { Actor } from "@/lib/auth/permissions";
import { db } from "@/lib/data/client";
import { readFinance } from "@/lib/data/finance";
import { listUnits } from "@/lib/data/own-units";
import { getPlanView } from "@/lib/data/plan-view";
import type { ShopOrderId } from "@/lib/domain/ids";

import { linkOrder, lookUpTillOrder, unlinkOrder } from "./link-order";
import { previewRelease } from "./release";
import { workCauses } from "./work-causes";

const person = (role: Actor["role"]): Actor => ({ id: randomUUID(), name: role, email: "", role, places: null });
const [ops, other, finance, store] = [person("ops"), person("ecommerce"), person("finance"), person("store")];

let retailer: Awaited<ReturnType<typeof openTestRetailer>>;
beforeAll(async () => {
  retailer = await openTestRetailer();
});
afterAll(() => retailer.close());
beforeEach(async () => {
  await db.$executeRaw`truncate order_lane, effect, cause, exception, cause_entry, record, run, outbox, search_key, release_plan, release_line, order_correction, order_link, order_unit, audit_entry`;
  await db.$executeRaw`update connection set lane_lease = null, lane_leased_until = null, lane_paused_until = null, lane_pauses = 0`;
  await retailer.till.put("/faults", { mode: "none" });
});

type More = { by?: Actor; acceptsDifference?: boolean; reason?: string };
const link = (orderId: ShopOrderId, number: string, { by = ops, acceptsDifference = false, reason = "" }: More = {}) =>
  linkOrder.execute(by, { shopId: retailer.shopId, orderId, number, acceptsDifference, reason });
const unlink = (orderId: ShopOrderId, by = ops) =>
  unlinkOrder.execute(by, { shopId: retailer.shopId, orderId, reason: "It was another one" });
const lookUp = (orderId: ShopOrderId, number: string, by = ops) => lookUpTillOrder(by, { shopId: retailer.shopId, orderId, number });
/** An order that waits for a postcode. */
async function held(): Promise<ShopOrderId> {
  const [id] = await retailer.place([{ sku: "A", lacks: "zip" }]);
  await retailer.carry();
  return id!;
}
/** Everything at the till that is this web order's: sent under its number, or entered by hand. */
const atTillFor = async (id: string, number: string) =>
  [...(await retailer.atTill()).keys()].filter((key) => key.startsWith(`TST-${id}`) || key === number);
const saidOf = (doing: Promise<unknown>) =>
  doing.then(
    () => "done",
    (error: Error) => (error instanceof AppError ? `${error.code}: ${error.message}` : JSON.stringify(fieldsOf(error as never))),
  );

test("entered by hand and linked: verified by reading back, and nothing ever sends it", async () => {
  const id = await held();
  const number = await retailer.enterByHand("A");
  expect(await lookUp(id, number)).toMatchObject({ id: number, state: "open", placeName: "Leeds", whyNot: null, sides: { isEqual: true } });
  expect(await link(id, number)).toEqual({ isEqual: true });
  await retailer.carry();

  expect(await retailer.states()).toEqual({ confirmed: 1 });
  expect(await db.cause.findFirstOrThrow()).toMatchObject({ state: "resolved", closedHow: "verified" });
  expect(await db.effect.findMany()).toMatchObject([
    { key: `TST-${id}`, kind: "linked-order", state: "done", remoteId: number, confirmedAt: expect.any(Date) },
  ]);
  for (let again = 0; again < 3; again += 1) {
    await retailer.mark([id]);
    await retailer.carry();
  }
  await retailer.web.post("/edit-order", { order: id, shippingAddress: { zip: "LS1 4AB" } });
  await retailer.mark([id]);
  await retailer.carry();
  expect(await atTillFor(id, number)).toEqual([number]);
  expect(await retailer.states()).toEqual({ confirmed: 1 });
});

test("a preview says that it is there already, as soon as it is linked", async () => {
  const id = await held();
  const causeIds = (await db.cause.findMany()).map((cause) => cause.id);
  await link(id, await retailer.enterByHand("A"));
  const { planId } = await previewRelease(ops, { causeIds, edits: [] });
  expect((await getPlanView(planId)).verdicts).toMatchObject([{ verdict: "already-there", orders: 1 }]);
});

test("it is found under the till's number, counted at the till by stock, and crossed by finance", async () => {
  const id = await held();
  const number = await retailer.enterByHand("A");
  const pair = { locationId: retailer.locations.get("Leeds")!, sku: "A", posSku: "A" };
  expect((await listUnits(retailer.shopId, [pair], true)).units).toMatchObject([{ unheardAtPos: 1 }]);
  await link(id, number);
  await retailer.carry();
  expect(await db.searchKey.findMany({ where: { value: number, kind: "pos-id" } })).toMatchObject([{ entity: "order", key: id }]);
  const { units, open } = await listUnits(retailer.shopId, [pair], true);
  expect(units).toMatchObject([{ unheardAtPos: 0 }]);
  expect(open).toMatchObject([{ posOrderId: number, quantity: 1 }]);
  const day = new Date().toISOString().slice(0, 10);
  const before = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  expect(JSON.stringify(await readFinance({ id: retailer.shopId, currency: "GBP" }, { from: before, to: day }))).toContain('"crossed"');
});

test("cancelled in the shop it is cancelled at the till, by its own number", async () => {
  const id = await held();
  const number = await retailer.enterByHand("A");
  await link(id, number);
  await retailer.carry();
  await retailer.web.post("/cancel-order", { order: id });
  await retailer.mark([id]);
  await retailer.carry();
  expect((await retailer.atTill()).get(number)?.orderstateid).toBe(20);
  expect(await retailer.states()).toEqual({ confirmed: 1 });
  expect(await saidOf(unlink(id))).toMatch("conflict: The order was cancelled in the shop");
});

test("changed in the shop afterwards it is for a person, and still never sent", async () => {
  const id = await held();
  const number = await retailer.enterByHand("A");
  await link(id, number);
  await retailer.carry();
  await retailer.web.post("/edit-order", {
    order: id,
    add: [{ sku: "B", quantity: 1, unitPrice: "12.00", taxLines: [{ title: "VAT", rate: 0.2, price: "2.00" }] }],
  });
  await retailer.mark([id]);
  await retailer.carry();
  expect(await retailer.causes()).toEqual([`changed-after-import:${id}`]);
  expect(await atTillFor(id, number)).toEqual([number]);
});

describe("where both sides differ", () => {
  test("it takes a confirmation and a reason, and both amounts are kept", async () => {
    const id = await held();
    const number = await retailer.enterByHand("A", { price: 10 });
    expect(await lookUp(id, number)).toMatchObject({ sides: { isEqual: false, totals: { web: 1_200, till: 1_000 } } });
    expect(await saidOf(link(id, number))).toBe(
      '{"reason":"The two differ: say why.","acceptsDifference":"The two differ: confirm that they are the same order all the same."}',
    );
    expect(await saidOf(link(id, number, { acceptsDifference: true }))).toBe('{"reason":"The two differ: say why."}');
    expect(await db.orderLink.count()).toBe(0);
    expect(await link(id, number, { acceptsDifference: true, reason: "A voucher at the counter" })).toEqual({ isEqual: false });
    expect(await db.orderLink.findMany()).toMatchObject([{ webTotal: 1_200n, tillTotal: 1_000n, reason: "A voucher at the counter" }]);
    await retailer.carry();
    expect(await retailer.states()).toEqual({ confirmed: 1 });
    expect((await db.auditEntry.findFirstOrThrow()).change).toMatchObject({ difference: "10.00 GBP at the till, 12.00 GBP online" });
  });
});

describe("refused", () => {
  test("a number that the till does not know", async () => {
    const id = await held();
    for (const number of ["999999", "NO-SUCH-1"])
      expect(await saidOf(link(id, number))).toBe(`not-found: Test till knows no order ${number}.`);
    expect(await saidOf(lookUp(id, " "))).toBe(`{"number":"Enter the order's number at the till."}`);
  });

  test("an order that was cancelled at the till", async () => {
    const id = await held();
    const number = await retailer.enterByHand("A");
    await retailer.till.post("/cancel-order", { orderid: Number(number) });
    expect(await lookUp(id, number)).toMatchObject({ whyNot: `Order ${number} was cancelled at the till.` });
    expect(await saidOf(link(id, number))).toBe(`conflict: Order ${number} was cancelled at the till.`);
  });

  test("one that belongs to another web order, linked or sent", async () => {
    const id = await held();
    const [sent] = await retailer.place([{ sku: "A" }]);
    const second = await held();
    await retailer.carry();
    const number = await retailer.enterByHand("A");
    await link(id, number);
    expect(await saidOf(link(second, number))).toMatch(/^conflict: Order \d+ at the till belongs to web order #\d+ already\.$/);
    const [effect] = await db.effect.findMany({ where: { orderId: sent! } });
    expect(await saidOf(link(second, effect!.remoteId!))).toMatch(/^conflict: Order \d+ was made for another web order\.$/);
    expect(await db.orderLink.count()).toBe(1);
  });

  test("a web order that we have sent, and one that is linked", async () => {
    const [sent] = await retailer.place([{ sku: "A" }]);
    await retailer.carry();
    const number = await retailer.enterByHand("A");
    expect(await saidOf(link(sent!, number))).toMatch("conflict: Parity has sent it already");
    const id = await held();
    await link(id, number);
    expect(await saidOf(link(id, await retailer.enterByHand("A")))).toBe("conflict: It is linked to an order at the till already.");
  });

  test("whoever may not release", async () => {
    const id = await held();
    const number = await retailer.enterByHand("A");
    for (const by of [finance, store]) {
      expect(await saidOf(link(id, number, { by }))).toBe("forbidden: Your role does not allow this.");
      expect(await saidOf(lookUp(id, number, by))).toBe("forbidden: Your role does not allow this.");
      expect(await saidOf(unlink(id, by))).toBe("forbidden: Your role does not allow this.");
    }
    expect(await db.auditEntry.count()).toBe(0);
  });

  test("a till that does not answer is said in words, and nothing is changed", async () => {
    const id = await held();
    await retailer.till.put("/faults", { mode: "none", down: true });
    expect(await saidOf(link(id, "20177"))).toMatch(/^conflict: Test till .*Try again in a minute\.$/);
    expect(await db.orderLink.count()).toBe(0);
  });
});

describe("undone", () => {
  test("the number is free, and the order goes as soon as nothing holds it", async () => {
    const id = await held();
    const number = await retailer.enterByHand("A");
    await link(id, number, { by: other });
    await retailer.carry();
    await unlink(id);
    await retailer.carry();
    expect(await retailer.causes()).toEqual([`order-incomplete:${id}`]);
    expect(await db.orderLink.findMany()).toMatchObject([{ by: other.id, undoneBy: ops.id, undoneWhy: "It was another one" }]);
    expect(await db.searchKey.count({ where: { kind: "pos-id" } })).toBe(0);
    expect(await saidOf(unlink(id))).toBe("conflict: It is not linked to an order at the till.");
    await link(id, number);
    expect((await db.auditEntry.findMany({ orderBy: { id: "asc" } })).map(({ action }) => action)).toEqual([
      "order.link",
      "order.unlink",
      "order.link",
    ]);
  });
});

describe("at the same moment", () => {
  test("two people link the same order of the till to two web orders: one is told", async () => {
    const [one, two] = [await held(), await held()];
    const number = await retailer.enterByHand("A");
    const said = await Promise.all([saidOf(link(one, number)), saidOf(link(two, number, { by: other }))]);
    expect(said.filter((each) => each === "done")).toHaveLength(1);
    expect(said.filter((each) => each.startsWith("conflict"))).toHaveLength(1);
    expect(await db.effect.count({ where: { kind: "linked-order" } })).toBe(1);
  });

  test("linked between the plan of a retry and its send: nothing is sent", async () => {
    const [id] = await retailer.place([{ sku: "A" }]);
    const number = await retailer.enterByHand("A");
    await db.$executeRaw`update order_lane set source = null`;
    await retailer.carry({
      send: async (batch, lease) => {
        await link(id!, number);
        return sendOrders(retailer.posId, lease, batch);
      },
    });
    await retailer.letPass(60);
    await retailer.carry();
    expect(await atTillFor(id!, number)).toEqual([number]);
    expect(await retailer.states()).toEqual({ confirmed: 1 });
  });

  test("linked while a retry runs, twelve times: exactly one order each, and the loser is told", async () => {
    const ids = await retailer.place(Array.from({ length: 12 }, () => ({ sku: "A" })));
    const numbers = await Promise.all(ids.map(() => retailer.enterByHand("A")));
    const said = new Map<string, string>();
    await retailer.carry({
      send: async (batch, lease) => {
        const linking = ids.map(async (id, at) => said.set(id, await saidOf(link(id, numbers[at]!))));
        const [sent] = await Promise.all([sendOrders(retailer.posId, lease, batch), ...linking]);
        return sent;
      },
    });
    for (let run = 0; run < 3; run += 1) {
      await retailer.letPass(3_600);
      await retailer.carry();
    }
    const held = await retailer.atTill();
    for (const [at, id] of ids.entries()) {
      const isLinked = said.get(id) === "done";
      expect(held.has(`TST-${id}`), `${id}: ${said.get(id)}`).toBe(!isLinked);
      expect((await db.effect.findFirstOrThrow({ where: { orderId: id } })).remoteId === numbers[at]).toBe(isLinked);
      if (!isLinked) expect(said.get(id)).toMatch("conflict");
    }
    expect(await retailer.states()).toEqual({ confirmed: 12 });
  });
});

describe("resolved by hand", () => {
  const resolve = async () =>
    workCauses.execute(ops, {
      scope: { ids: (await db.cause.findMany()).map(({ id }) => id) },
      action: { do: "resolve", text: "Typed in at the counter" },
    });

  test("with a linked order it is verified", async () => {
    const id = await held();
    await link(id, await retailer.enterByHand("A"));
    await resolve();
    expect(await db.cause.findMany()).toMatchObject([{ state: "resolved", closedHow: "verified" }]);
    expect(await db.causeEntry.findFirstOrThrow({ where: { action: "resolve" } })).toMatchObject({ change: { closedHow: "verified" } });
  });

  test("without one it stays on trust, and the order says that nothing at the till is linked to it", async () => {
    await held();
    await resolve();
    expect(await db.cause.findMany()).toMatchObject([{ state: "resolved", closedHow: "on-trust" }]);
    expect((await db.orderLane.findFirstOrThrow()).reason).toBe("Closed on trust: no order at the till is linked to it");
  });
});
