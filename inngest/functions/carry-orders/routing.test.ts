import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { db } from "@/lib/data/client";
import { markEverywhere } from "@/lib/data/stock-pairs";
import { getOrderTrace } from "@/lib/data/trace";
import { tellStory } from "@/lib/domain/orders/tell-story";

import { openTestStock } from "../drain-stock/test-stock";

let retailer: Awaited<ReturnType<typeof openTestStock>>;
beforeAll(async () => {
  retailer = await openTestStock();
  await retailer.sell("A", 98, "Leeds");
  await retailer.sell("B", 97, "York");
  await retailer.pull();
  await markEverywhere(db, { id: retailer.shopId, posId: retailer.posId }, { skus: null, locationIds: null });
  await retailer.drain();
});
afterAll(() => retailer.close());
beforeEach(async () => {
  await db.$executeRaw`truncate order_lane, effect, cause, exception, cause_entry, record, run, outbox, search_key`;
  await db.$executeRaw`update connection set lane_lease = null, lane_leased_until = null, lane_paused_until = null, lane_pauses = 0`;
});

const wentTo = async () =>
  (await db.effect.findMany({ orderBy: { orderId: "asc" } })).map(({ request }) => (request as { warehouseId: string }).warehouseId);
const said = async (id: string) =>
  tellStory(await getOrderTrace(retailer.shopId, id))
    .filter(({ step }) => step === "sent")
    .map(({ text }) => text);

test("by default an order without a location is held", async () => {
  const [id] = await retailer.place([{ sku: "A", at: null }]);
  await retailer.carry();
  expect(await retailer.causes()).toEqual([`order-without-location:${id}`]);
});

test("an order with a chosen store goes there; one without goes to the only store with everything, and the trace says why", async () => {
  await retailer.setOptions({ withoutLocation: "stock" });
  const [chosen, routed] = await retailer.place([
    { sku: "A", quantity: 1, at: "Leeds" },
    { sku: "A", also: "C", quantity: 4, at: null },
  ]);
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 2 });
  expect(await wentTo()).toEqual([String(retailer.warehouses.get("Leeds")), String(retailer.warehouses.get("York"))]);
  expect((await said(chosen!))[0]).not.toContain("the only store");
  expect((await said(routed!))[0]).toMatch(/York: the only store with all 8 items at \d\d:\d\d; Leeds had 6 of 8/);
});

test("two orders of one batch do not get the same last units, and what no store has is held with the best two named", async () => {
  await retailer.setOptions({ withoutLocation: "stock" });
  const left = await db.stockPair.findFirstOrThrow({ where: { sku: "B", locationId: retailer.locations.get("York")! } });
  const leeds = await db.stockPair.findFirstOrThrow({ where: { sku: "B", locationId: retailer.locations.get("Leeds")! } });
  expect([left.sellable, leeds.sellable]).toEqual([3, 100]);
  await retailer.place([
    { sku: "B", quantity: 60, at: null },
    { sku: "B", quantity: 60, at: null },
  ]);
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 1, held: 1 });
  expect(await db.cause.findFirstOrThrow()).toMatchObject({
    kind: "order-without-location",
    evidence: {
      problem: "none-has-all",
      best: [
        { name: "Leeds", has: 40, of: 60 },
        { name: "York", has: 3, of: 60 },
      ],
    },
  });

  // The next batch knows what was sent since the stock was read.
  await retailer.place([{ sku: "B", quantity: 50, at: null }]);
  await retailer.carry();
  expect(await retailer.states()).toEqual({ confirmed: 1, held: 2 });
});

test("one chosen place, and its absence", async () => {
  await retailer.setOptions({ withoutLocation: "chosen", chosenLocation: retailer.locations.get("Leeds")! });
  await retailer.place([{ sku: "C", at: null }]);
  await retailer.carry();
  expect(await wentTo()).toEqual([String(retailer.warehouses.get("Leeds"))]);

  await db.place.updateMany({ where: { connectionId: retailer.shopId, name: "Leeds" }, data: { isActive: false } });
  const [id] = await retailer.place([{ sku: "C", at: null }]);
  await retailer.carry();
  expect(await retailer.causes()).toEqual([`order-without-location:${id}`]);
  await db.place.updateMany({ where: { connectionId: retailer.shopId }, data: { isActive: true } });
});

test("sent once, it stays: another store with everything changes nothing", async () => {
  await retailer.setOptions({ withoutLocation: "stock", preferredLocations: [retailer.locations.get("York")!] });
  const [id] = await retailer.place([{ sku: "C", at: null }]);
  await retailer.carry();
  await retailer.setOptions({ preferredLocations: [retailer.locations.get("Leeds")!] });
  await retailer.mark([id!]);
  await retailer.carry();
  expect(await wentTo()).toEqual([String(retailer.warehouses.get("York"))]);
  expect(await retailer.states()).toEqual({ confirmed: 1 });
});
