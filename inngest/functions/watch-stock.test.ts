import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { listCauses } from "@/lib/data/causes";
import { db } from "@/lib/data/client";
import { startRun } from "@/lib/data/records";
import { CauseFilter } from "@/lib/domain/exceptions/cause";
import { describeCause } from "@/lib/domain/exceptions/view";
import type { LocationId, WarehouseId } from "@/lib/domain/ids";

import { compareAt } from "./compare-stock";
import { openTestStock } from "./drain-stock/test-stock";
import { readChangedLevels } from "./pull-movements";
import { watchFreshness } from "./watch-stock/watch-freshness";
import { watchShop } from "./watch-stock/watch-shop";

let stock: Awaited<ReturnType<typeof openTestStock>>;

beforeAll(async () => {
  stock = await openTestStock();
});
afterAll(() => stock.close());
beforeEach(async () => {
  await db.$executeRaw`update connection set cursors = cursors - 'stockWatched' - 'stockFlowing', lane_paused_until = null, lane_pauses = 0, is_paused = false, options = '{}'`;
  await Promise.all([stock.web, stock.till].flatMap((side) => [side.put("/quirks", {}), side.put("/faults", {})]));
  await stock.pull();
  await look();
  await db.$executeRaw`truncate stock_pair, stock_entry, record, run, cause, exception, cause_entry, buffer`;
  await watched();
});

/** As if the shop had been watched for an hour without a pause. */
const watched = () =>
  db.$executeRaw`update connection set cursors = cursors || jsonb_build_object('stockWatched', now()::text, 'stockFlowing', (now() - interval '1 hour')::text)`;
const look = async () => {
  await stock.drain();
  await stock.letTimePass(20);
  await stock.drain();
};
const open = () => listCauses(CauseFilter.parse({}), "00000000-0000-4000-8000-000000000001");
const leeds = () => stock.locations.get("Leeds")!;

describe("one product that stands still while others move", () => {
  test("the shop goes on showing units that the till sells: named with store, difference and since when, before an order cannot be filled; over when it is right", async () => {
    await stock.web.put("/quirks", { deafSkus: ["A"] });
    for (let sale = 0; sale < 4; sale += 1) {
      await Promise.all([stock.sell("A", 2), stock.sell("B", 1), stock.sell("C", 1, "York")]);
      await stock.pull();
      await look();
      await stock.letTimePass(20);
    }
    expect(await watchShop(stock.shopId)).toBe(1);
    const [cause, ...others] = await open();
    expect(others).toEqual([]);
    const since = new Date(String(cause!.evidence.since)).getTime();
    expect(cause).toMatchObject({
      kind: "web-too-high",
      entity: `${leeds()}:A`,
      evidence: { sku: "A", store: "Leeds" },
      units: 8,
      amount: 9_600,
    });
    expect(Date.now() - since).toBeGreaterThan(60_000);
    expect(describeCause(cause!).sentence).toMatch(/offered 8 more of A at Leeds than there are since \d\d:\d\d, and does not come down/);
    expect((await stock.tillLevels()).find(({ sku }) => sku === "A")).toMatchObject({ available: expect.not.stringMatching(/^0/) });

    await stock.sell("A", 3);
    await stock.pull();
    await look();
    await watchShop(stock.shopId);
    const { driftSince } = await db.stockPair.findFirstOrThrow({ where: { sku: "A", locationId: leeds() } });
    expect(driftSince!.getTime()).toBeLessThanOrEqual(since);
    expect(await open()).toMatchObject([{ kind: "web-too-high", units: 11, evidence: { since: driftSince!.toISOString() }, records: 1 }]);

    await stock.web.put("/quirks", {});
    await stock.letTimePass(20);
    await look();
    expect(await open()).toEqual([]);
    expect((await db.cause.findMany()).map(({ state, closedBy }) => [state, closedBy])).toEqual([["resolved", "flow"]]);
  });

  test("marked and never looked at: what the till sold since tells the difference", async () => {
    await stock.sell("B", 1);
    await stock.pull();
    await look();
    const web = await stock.online("B");
    await stock.sell("B", 5);
    await stock.pull();
    expect(await watchShop(stock.shopId)).toBe(0);
    await stock.letTimePass(61);
    expect(await watchShop(stock.shopId)).toBe(1);
    expect(await open()).toMatchObject([{ kind: "web-too-high", evidence: { sku: "B", web, sellable: web - 5 } }]);
    await look();
    expect(await open()).toEqual([]);
  });

  test("the till tells of it late: the census finds the level, and nothing is late for longer than it", async () => {
    await stock.till.put("/quirks", { lateSkus: ["C"], lateMs: 3_600_000 });
    await stock.sell("C", 1);
    expect(await stock.pull()).toBe(0);
    await db.$executeRaw`update connection set cursors = cursors || jsonb_build_object('levels', now()::text) where role = 'pos'`;
    expect(await readChangedLevels(stock.posId)).toBeGreaterThan(0);
    await look();
    const level = (await stock.tillLevels()).find(({ sku, warehouseid }) => sku === "C" && warehouseid === stock.warehouses.get("Leeds"));
    expect(await stock.online("C")).toBe(Number(level!.available));
  });

  test("a delivery that does not arrive is late, and no danger", async () => {
    await stock.receive("A", 4);
    await stock.pull();
    await stock.letTimePass(61);
    expect(await watchShop(stock.shopId)).toBe(1);
    expect(await open()).toMatchObject([{ kind: "stock-late", evidence: { sku: "A", store: "Leeds" } }]);
    await look();
    expect(await open()).toEqual([]);
  });

  test("looked at by a drain while it was being named: it does not stay open", async () => {
    await stock.sell("A", 1);
    await stock.pull();
    await stock.letTimePass(61);
    await watchShop(stock.shopId);
    await db.$executeRaw`update stock_pair set held_by = '', cleared = version`;
    await watchShop(stock.shopId);
    expect(await open()).toEqual([]);
  });
});

describe("nothing storms", () => {
  test("while the till or the shop is paused, and for a moment after, nothing is named", async () => {
    await stock.sell("A", 1);
    await stock.pull();
    await stock.letTimePass(300);
    await db.$executeRaw`update connection set lane_paused_until = now() + interval '1 minute' where role = 'shop'`;
    expect(await watchShop(stock.shopId)).toBeNull();
    await db.$executeRaw`update connection set lane_paused_until = null`;
    expect(await watchShop(stock.shopId)).toBe(0);
    await db.$executeRaw`update connection set is_paused = true where role = 'pos'`;
    expect(await watchShop(stock.shopId)).toBeNull();
    expect(await open()).toEqual([]);
  });

  test("after a time in which nobody watched, what gathered is given its time", async () => {
    await stock.sell("A", 1);
    await stock.pull();
    await stock.letTimePass(300);
    await db.$executeRaw`update connection set cursors = cursors || jsonb_build_object('stockWatched', (now() - interval '10 minutes')::text)`;
    expect(await watchShop(stock.shopId)).toBe(0);
    expect(await open()).toEqual([]);
  });

  test("where many wait it is the flow that is late: one exception, closed when it has caught up", async () => {
    await db.$executeRaw`
      insert into stock_pair (shop_id, location_id, sku, pos_id, version, marked_at, sellable, shop_available)
      select ${stock.shopId}::uuid, ${leeds()}, 'X' || n, ${stock.posId}::uuid, nextval('pair_version'), now() - interval '5 minutes', 3, 5 from generate_series(1, 40) n`;
    expect(await watchShop(stock.shopId)).toBe(0);
    expect(await open()).toMatchObject([{ kind: "flow-slow", entity: "stock", evidence: { waiting: 40, target: 5, why: "many" } }]);
    await db.$executeRaw`update stock_pair set cleared = version`;
    await watchShop(stock.shopId);
    expect(await open()).toEqual([]);
  });
});

describe("slow before it fails", () => {
  test("a shop that takes its time for each answer is named as the slow side, and closed when it is quick again", async () => {
    await db.$executeRaw`update connection set options = '{"stockTargetSeconds": 1}' where role = 'shop'`;
    await stock.web.put("/faults", { latencyMs: 2_000 });
    await Promise.all([stock.sell("A", 1), stock.sell("B", 1), stock.sell("C", 1)]);
    await stock.pull();
    await stock.drain();
    await watchShop(stock.shopId);
    const [cause, ...others] = await open();
    expect(others).toEqual([]);
    expect(cause).toMatchObject({
      kind: "flow-slow",
      entity: "stock",
      evidence: { flow: "stock", target: 1, side: "Test shop", why: "answers" },
    });
    expect(describeCause(cause!).sentence).toMatch(
      /^Stock reaches Test shop in .+ instead of 1 s; Test shop answers slowly, .+ for each question$/,
    );
    expect(await db.exception.count({ where: { state: "held" } })).toBe(1);

    await stock.web.put("/faults", {});
    await db.$executeRaw`update record set at = at - interval '6 minutes'`;
    await watchShop(stock.shopId);
    expect(await open()).toEqual([]);
  });

  test("orders that reach the till late warn before any of them fails, and those that a cause held say nothing about speed", async () => {
    await stock.place([{ sku: "A" }, { sku: "B" }, { sku: "C" }, { sku: "ONLY-WEB" }]);
    await stock.carry();
    await db.$executeRaw`update order_lane set hinted_at = settled_at - interval '100 seconds'`;
    await db.$executeRaw`update stock_pair set cleared = version`;
    await watchShop(stock.shopId);
    const slow = (await open()).filter(({ kind }) => kind === "flow-slow");
    expect(slow).toMatchObject([{ entity: "orders", evidence: { target: 60, seconds: 100, waiting: 0 } }]);
    expect(describeCause(slow[0]!).sentence).toMatch(/^Orders reach Test till in 1 min 40 s instead of 1 min/);
    await db.$executeRaw`update order_lane set hinted_at = settled_at - interval '1 second'`;
    await watchShop(stock.shopId);
    expect((await open()).filter(({ kind }) => kind === "flow-slow")).toEqual([]);
  });

  test("a target of nothing warns of nothing", async () => {
    await db.$executeRaw`update connection set options = '{"stockTargetSeconds": 0}' where role = 'shop'`;
    await Promise.all(["A", "B", "C"].map((sku) => stock.sell(sku, 1)));
    await stock.pull();
    await stock.letTimePass(30);
    await watchShop(stock.shopId);
    expect(await open()).toEqual([]);
  });
});

describe("seen right lately", () => {
  const checkedAgo = (hours: number) =>
    db.$executeRaw`
      insert into run (id, flow, connection_id, started_at, ended_at, state) values (gen_random_uuid(), 'compare-stock', ${stock.shopId}::uuid, now() - ${hours} * interval '1 hour', now() - ${hours} * interval '1 hour', 'confirmed')`;

  test("one that the full checks leave out is named after its time, and over when it is looked at", async () => {
    await Promise.all(["A", "B", "C"].map((sku) => stock.sell(sku, 1)));
    await stock.pull();
    await look();
    await checkedAgo(2);
    await watchFreshness(stock.shopId);
    expect(await open()).toEqual([]);
    await db.$executeRaw`update stock_pair set confirmed_at = now() - interval '31 hours' where sku = 'B'`;
    await watchFreshness(stock.shopId);
    expect(await open()).toMatchObject([{ kind: "stock-unverified", evidence: { sku: "B", store: "Leeds", hours: 31 } }]);
    await db.$executeRaw`update stock_pair set version = nextval('pair_version') where sku = 'B'`;
    await look();
    await watchShop(stock.shopId);
    expect(await open()).toEqual([]);
  });

  test("one that was named is over when a full check sees it right", async () => {
    await stock.sell("B", 1);
    await stock.pull();
    await look();
    await db.$executeRaw`update stock_pair set written_at = null`;
    await checkedAgo(2);
    await db.$executeRaw`update stock_pair set confirmed_at = now() - interval '31 hours', read_at = now() - interval '31 hours'`;
    await watchFreshness(stock.shopId);
    expect(await open()).toMatchObject([{ kind: "stock-unverified" }]);
    const warehouseIds = [String(stock.warehouses.get("Leeds"))] as WarehouseId[];
    await compareAt(await startRun("compare-stock", stock.shopId), stock.shopId, {
      locationId: leeds() as LocationId,
      name: "Leeds",
      warehouseIds,
    });
    await watchShop(stock.shopId);
    expect(await open()).toEqual([]);
  });

  test("where the full check itself has not ended, that is the exception", async () => {
    await stock.sell("A", 1);
    await stock.pull();
    await look();
    await db.$executeRaw`update stock_pair set confirmed_at = now() - interval '40 hours'`;
    await checkedAgo(40);
    await watchFreshness(stock.shopId);
    expect(await open()).toMatchObject([{ kind: "compare-overdue", evidence: { hours: 40, pairs: 1 } }]);
    await db.$executeRaw`delete from run`;
    await checkedAgo(0);
    await db.$executeRaw`update stock_pair set confirmed_at = now()`;
    await watchFreshness(stock.shopId);
    expect(await open()).toEqual([]);
  });
});
