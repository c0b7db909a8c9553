import { setImmediate as turn } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { keepProducts } from "@/lib/data/catalogue";
import { db } from "@/lib/data/client";
import { createConnection } from "@/lib/data/connections";
import { saveLinks } from "@/lib/data/links";
import { markPairs } from "@/lib/data/stock-pairs";
import type { LocationId, Sku, WarehouseId } from "@/lib/domain/ids";
import type { ShopLevel, ShopLevelWrite, Thousandths } from "@/lib/domain/stock/level";
import { openTestDatabase } from "@/lib/machine/test-database";

import { drainBatch } from "./drain-batch";
import type { StockPorts } from "./stock-ports";

const pairs = 200;
const skus = Array.from({ length: pairs }, (_, at) => `P${at}` as Sku);
const location = "17" as LocationId;
let database: Awaited<ReturnType<typeof openTestDatabase>>;
let posId: string;
let shopId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  const plain = { currency: "GBP", zone: "Europe/London", settings: {} };
  posId = await createConnection(db, { code: "POS", platform: "sitoo", role: "pos", name: "Till", ...plain }, new Set());
  shopId = await createConnection(db, { code: "SHP", platform: "shopify", role: "shop", name: "Shop", posId, ...plain }, new Set());
  const product = {
    title: "",
    barcode: null,
    rate: null,
    price: null,
    category: "",
    isActive: true,
    isTracked: true,
    mayOversell: false,
    changedAt: "2026-01-01T00:00:00Z",
  };
  for (const id of [posId, shopId])
    await keepProducts(
      id,
      skus.map((sku) => ({ ...product, sku, remoteId: sku, stockId: sku })),
    );
  await saveLinks(db, shopId, [{ kind: "location", theirs: location, ours: "1" }], "set-up", "person");
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(() => db.$executeRaw`truncate stock_pair, stock_entry, record, run, cause, exception`);

/** Numbers from 0 to 1, the same for the same seed. */
const drawer = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return seed / 4_294_967_296;
};

/** A till and a shop that takes every write as it comes, late ones too; now and then whoever calls it is killed. */
function openWorld(draw: () => number) {
  const atTill = new Map(skus.map((sku) => [sku, 100]));
  const inShop = new Map(skus.map((sku) => [sku, 0]));
  const late: (() => void)[] = [];
  let kills = 0;
  const isKilled = (chance: number) => {
    const is = world.isDangerous && draw() < chance;
    if (is) kills += 1;
    return is;
  };
  const die = () => {
    throw new Error("killed");
  };
  const apply = (writes: readonly ShopLevelWrite[]) => {
    for (const { sku, onHand } of writes) inShop.set(sku, onHand);
  };
  const levelOf = (sku: Sku): ShopLevel => {
    const onHand = inShop.get(sku) ?? 0;
    return {
      sku,
      locationId: location,
      itemId: sku,
      available: onHand,
      onHand,
      held: 0,
      isStocked: true,
      isTracked: true,
      mayOversell: false,
    };
  };
  const world = {
    isDangerous: true,
    atTill,
    inShop,
    kills: () => kills,
    /** What was sent by somebody killed arrives after all. */
    landLate: () => {
      for (const write of late.splice(0)) write();
    },
    ports: (): StockPorts => ({
      posStock: {
        async read(warehouseId: WarehouseId, asked) {
          await turn();
          if (isKilled(0.05)) die();
          return asked.map((sku) => ({
            sku,
            warehouseId,
            total: ((atTill.get(sku) ?? 0) * 1000) as Thousandths,
            reserved: 0 as Thousandths,
          }));
        },
      },
      posOrders: { listByIds: async () => [] },
      stock: {
        batchSize: 30,
        async read(asked) {
          await turn();
          if (isKilled(0.05)) die();
          return asked.map(({ sku }) => levelOf(sku));
        },
        async write(writes) {
          await turn();
          if (isKilled(0.1)) die();
          if (isKilled(0.1)) {
            late.push(() => apply(writes));
            die();
          }
          apply(writes.slice(0, writes.length / 2));
          await turn();
          if (isKilled(0.1)) die();
          apply(writes);
          await turn();
          if (isKilled(0.1)) die();
          return writes.map(({ sku, locationId }) => ({
            sku,
            locationId,
            result: draw() < 0.1 ? ("unclear" as const) : ("written" as const),
          }));
        },
        activate: async () => undefined,
      },
    }),
  };
  return world;
}

const letPass = (seconds: number) =>
  db.$executeRaw`
    update stock_pair set not_before = not_before - ${seconds} * interval '1 second', leased_until = leased_until - ${seconds} * interval '1 second',
      look_again_at = look_again_at - ${seconds} * interval '1 second', asked_at = asked_at - ${seconds} * interval '1 second'`;

test.each([1, 2, 3, 4])(
  "two drains, killed at random, against a shop that compares nothing: both sides end equal (seed %i)",
  async (seed) => {
    const draw = drawer(seed);
    const world = openWorld(draw);
    await db.$executeRaw`update connection set cursors = jsonb_build_object('orders', (now() + interval '1 day')::text) where id = ${shopId}::uuid`;
    const mark = (some: readonly Sku[]) =>
      markPairs(
        db,
        posId,
        some.map((sku) => ({ shopId, locationId: location, sku })),
      );
    const drain = () => drainBatch(shopId, world.ports).catch((error: Error) => expect(error.message).toBe("killed"));
    await mark(skus);

    for (let round = 0; round < 25; round += 1) {
      const sold = skus.filter(() => draw() < 0.2);
      for (const sku of sold) world.atTill.set(sku, Math.floor(draw() * 100));
      await Promise.all([drain(), mark(sold), drain()]);
      if (draw() < 0.5) world.landLate();
      if (draw() < 0.4) {
        // Leases run out, somebody else takes over and clears, and only then the late write arrives: the second look is for that.
        await letPass(61);
        await Promise.all([drain(), drain()]);
        world.landLate();
      }
    }
    expect(world.kills()).toBeGreaterThan(5);

    world.isDangerous = false;
    world.landLate();
    for (let looks = 0; looks < 4; looks += 1) {
      await letPass(61);
      while (((await drain()) as { taken: number }).taken > 0);
    }
    expect([...world.inShop]).toEqual([...world.atTill]);
    expect(await db.$queryRaw`select sku from stock_pair where version > cleared or lease is not null`).toEqual([]);
  },
);
