import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { db } from "@/lib/data/client";
import { search } from "@/lib/data/search";

import { sendOrders } from "./carry-orders/send";
import { openTestRetailer } from "./carry-orders/test-retailer";
import { renewAt } from "./renew-reservations";

let retailer: Awaited<ReturnType<typeof openTestRetailer>>;
beforeAll(async () => {
  retailer = await openTestRetailer();
});
afterAll(() => retailer.close());
beforeEach(async () => {
  await db.$executeRaw`truncate order_lane, effect, cause, exception, cause_entry, record, run, outbox, search_key`;
  await db.$executeRaw`update connection set lane_lease = null, lane_leased_until = null, lane_paused_until = null, lane_pauses = 0`;
  await Promise.all([retailer.till.put("/faults", { mode: "none" }), retailer.web.put("/faults", { mode: "none" })]);
});

const effects = () => db.effect.findMany({ orderBy: { key: "asc" } });

test("orders cross, are read back, and reserve stock at once", async () => {
  const ids = await retailer.place([{ sku: "A", quantity: 2 }, { sku: "B" }, { sku: "C", at: "York" }]);
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 3 });
  const held = await retailer.atTill();
  expect(ids.every((id) => held.has(`TST-${id}`))).toBe(true);
  expect((await effects()).every(({ state, confirmedAt, attempts }) => state === "done" && confirmedAt !== null && attempts === 1)).toBe(
    true,
  );
});

test("an order that crossed at once is found by its number, its id, its external id and the last four of one", async () => {
  const [id = ""] = await retailer.place([{ sku: "A" }]);
  await retailer.carry();
  const [effect] = await effects();
  const order = await db.orderLane.findFirstOrThrow();
  for (const text of [order.name, id, String(effect?.key), id.slice(-4)])
    expect(
      (await search(text)).map(({ kind, key }) => ({ kind, key })),
      text,
    ).toEqual([{ kind: "order", key: id }]);
});

test("told of the same order again and again: nothing is sent twice", async () => {
  const ids = await retailer.place([{ sku: "A" }]);
  await retailer.carry();
  const before = (await retailer.atTill()).size;
  for (let again = 0; again < 3; again += 1) {
    await retailer.mark(ids);
    await retailer.carry();
  }
  expect((await retailer.atTill()).size).toBe(before);
  expect(await db.record.count()).toBe(1);
});

test("one order that the till never takes holds up nobody", async () => {
  const ids = await retailer.place(Array.from({ length: 12 }, () => ({ sku: "A" })));
  await retailer.till.put("/faults", { mode: "none", alwaysFail: [`TST-${ids[2]}`] });
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 11, waiting: 1 });

  for (let attempt = 0; attempt < 8; attempt += 1) {
    await retailer.letPass(3600);
    await retailer.carry();
  }
  expect(await retailer.states()).toEqual({ confirmed: 11, held: 1 });
  expect(await retailer.causes()).toEqual([`cannot-tell:${ids[2]}`]);

  await retailer.till.put("/faults", { mode: "none" });
  await retailer.mark([ids[2]!]);
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 12 });
  expect(await retailer.causes()).toEqual([]);
});

test("answers that are lost after the effect: found by look-up, never sent twice", async () => {
  const ids = await retailer.place(Array.from({ length: 20 }, () => ({ sku: "B" })));
  await retailer.till.put("/faults", { mode: "lost-answers", rate: 0.5, seed: 7 });
  for (let run = 0; run < 20; run += 1) {
    await retailer.carry();
    await retailer.letPass(3600);
  }
  await retailer.till.put("/faults", { mode: "none" });
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 20 });
  const held = await retailer.atTill();
  expect(ids.every((id) => held.has(`TST-${id}`))).toBe(true);
});

test("a till that is gone costs no order an attempt, and is one exception once it lasts", async () => {
  await retailer.place([{ sku: "A" }, { sku: "B" }]);
  await retailer.till.put("/faults", { mode: "none", down: true });
  for (let run = 0; run < 9; run += 1) {
    await retailer.carry();
    await retailer.letPass(3600);
  }
  expect(await retailer.causes()).toEqual(["connection-down:answer"]);
  await retailer.till.put("/faults", { mode: "none" });
  await retailer.letPass(3600);
  await retailer.carry();
  await retailer.letPass(3600);
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 2 });
});

test("the same send step twice at once: one create", async () => {
  await retailer.place(Array.from({ length: 10 }, () => ({ sku: "C" })));
  await retailer.carry({
    send: async (batch, lease) => {
      const [first] = await Promise.all([sendOrders(retailer.posId, lease, batch), sendOrders(retailer.posId, lease, batch)]);
      return first;
    },
  });
  for (let run = 0; run < 3; run += 1) {
    await retailer.letPass(3600);
    await retailer.carry();
  }
  expect(await retailer.states()).toEqual({ confirmed: 10 });
  expect((await effects()).map(({ attempts }) => attempts)).toEqual(Array(10).fill(1));
});

test("a second sender finds the lane taken, and takes over when the lease runs out", async () => {
  await retailer.place([{ sku: "A" }]);
  await retailer.carry({
    send: async (batch, lease) => {
      expect(await retailer.carry()).toBeNull();
      await db.$executeRaw`update connection set lane_leased_until = now() - interval '1 second'`;
      return sendOrders(retailer.posId, lease, batch);
    },
  });
  expect(await retailer.states()).toEqual({ waiting: 1 });
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 1 });
});

test("something newer was heard while the order was being sent: it is looked at once more", async () => {
  const ids = await retailer.place([{ sku: "A" }]);
  await retailer.carry({
    send: async (batch, lease) => {
      await retailer.mark(ids);
      return sendOrders(retailer.posId, lease, batch);
    },
  });
  expect(await retailer.states()).toEqual({ ready: 1 });
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 1 });
});

describe("after it crossed", () => {
  test("cancelled online: cancelled at the till, and the unit is free again", async () => {
    const [id] = await retailer.place([{ sku: "A" }]);
    await retailer.carry();
    await retailer.web.post("/cancel-order", { order: id });
    await retailer.mark([id!]);
    await retailer.carry();
    expect((await retailer.atTill()).get(`TST-${id}`)?.orderstateid).toBe(20);
    expect(await retailer.states()).toEqual({ confirmed: 1 });
  });

  test("cancelled online after the store handed it over: an exception, nothing is taken back", async () => {
    const [id] = await retailer.place([{ sku: "A" }]);
    await retailer.carry();
    const [effect] = await effects();
    await retailer.till.post("/hand-over", { orderid: Number(effect?.remoteId) });
    await retailer.web.post("/cancel-order", { order: id });
    await retailer.mark([id!]);
    await retailer.carry();
    expect(await retailer.causes()).toEqual([`cancelled-after-delivery:${id}`]);
  });

  test("what is still open at the till stays set aside; what was handed over does not", async () => {
    const [open, over] = await retailer.place([{ sku: "A" }, { sku: "B" }]);
    await retailer.carry();
    const soon = new Date(Date.now() + 86_400_000).toISOString();
    await db.$executeRaw`update effect set request = jsonb_set(request, '{reservedUntil}', to_jsonb(${soon}::text))`;
    const handedOver = (await effects()).find(({ orderId }) => orderId === over);
    await retailer.till.post("/hand-over", { orderid: Number(handedOver?.remoteId) });
    expect(await renewAt(retailer.posId)).toBe(1);
    expect(await renewAt(retailer.posId)).toBe(0);
    const later = (await effects()).filter(({ request }) => (request as { reservedUntil: string }).reservedUntil > soon);
    expect(later.map(({ orderId }) => orderId)).toEqual([open]);
  });

  test("an unknown product holds its orders under one cause", async () => {
    await retailer.place([{ sku: "ONLY-WEB" }, { sku: "ONLY-WEB" }, { sku: "A" }]);
    await retailer.carry();
    expect(await retailer.states()).toEqual({ confirmed: 1, held: 2 });
    expect(await retailer.causes()).toEqual(["sku-unknown:ONLY-WEB"]);
  });
});
