import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { holdAll, onHandFor, type StockFacts, sayRule, sellableOf } from "./sellable";

const facts = (more: Partial<StockFacts> = {}): StockFacts => ({
  posTotal: 5_000,
  posReserved: 0,
  unseenUnits: 0,
  liveUnits: 0,
  shopHeld: 0,
  buffer: 0,
  allowed: 0,
  ...more,
});

describe("sellable", () => {
  test.each([
    ["what is on the shelf", {}, 5],
    ["less what the till reserved", { posReserved: 2_000 }, 3],
    ["less web orders the till does not show yet", { unseenUnits: 2, liveUnits: 2, shopHeld: 2 }, 3],
    ["less the buffer", { buffer: 2 }, 3],
    ["never below zero", { posTotal: -3_000 }, 0],
    ["a buffer above the stock sells nothing", { buffer: 9 }, 0],
    ["plus what an accepted edit in the shop showed", { allowed: 2, buffer: 1 }, 6],
    ["less what an accepted edit in the shop took", { allowed: -2 }, 3],
    ["only whole units", { posTotal: 1_900 }, 1],
    ["orders that the shop has committed and nobody told us of are not sold again", { shopHeld: 2 }, 3],
    ["an imported order counts once: at the till", { posReserved: 2_000, liveUnits: 2, shopHeld: 2 }, 3],
    ["shipped online, still on the shelf by the till's count", { unseenUnits: 1 }, 4],
  ] as const)("%s", (_, more, units) => expect(sellableOf(facts(more))).toBe(units));
});

test("a shop that keeps its own commitments is sent them on top", () => {
  expect(onHandFor(facts({ unseenUnits: 2, liveUnits: 2, shopHeld: 2 }))).toBe(5);
});

test("the rule in words", () => {
  expect(sayRule(facts({ posReserved: 1_000, buffer: 2 }))).toBe(
    "5 on the shelf less 1 reserved at the till less 2 held back as safety stock",
  );
  expect(sayRule(facts({ buffer: holdAll, allowed: 3 }))).toBe(
    "5 on the shelf less everything, held from the web plus 3 by an edit in the shop that was accepted",
  );
  expect(sayRule(facts({ allowed: -2 }))).toBe("5 on the shelf less 2 by an edit in the shop that was accepted");
});

/** A shop that commits at the order, a till that reserves at the import: every act of the two, in any order. */
class World {
  total: number;
  onHand = 0;
  orders: { units: number; heard: boolean; imported: boolean; shipped: boolean; delivered: boolean; cancelled: boolean }[] = [];
  elsewhere = 0;

  constructor(
    total: number,
    readonly buffer: number,
  ) {
    this.total = total;
    this.drain();
  }

  live = () => this.orders.filter(({ cancelled }) => !cancelled);
  committed = () => this.live().reduce((sum, { units, shipped }) => sum + (shipped ? 0 : units), 0);
  reserved = () =>
    this.elsewhere + this.live().reduce((sum, { units, imported, delivered }) => sum + (imported && !delivered ? units : 0), 0);
  available = () => this.onHand - this.committed();
  /** Units that nobody was promised. */
  free = () => this.total - this.elsewhere - this.live().reduce((sum, { units, delivered }) => sum + (delivered ? 0 : units), 0);

  facts = (): StockFacts => {
    const heard = this.live().filter((order) => order.heard);
    const unseen = heard.filter(({ imported, delivered }) => !imported && !delivered);
    return {
      posTotal: this.total * 1000,
      posReserved: this.reserved() * 1000,
      unseenUnits: unseen.reduce((sum, { units }) => sum + units, 0),
      liveUnits: heard.reduce((sum, { units, shipped }) => sum + (shipped ? 0 : units), 0),
      shopHeld: this.committed(),
      buffer: this.buffer,
      allowed: 0,
    };
  };
  drain = () => {
    this.onHand = onHandFor(this.facts());
  };
  place = (units: number) => {
    if (this.available() >= units)
      this.orders.push({ units, heard: false, imported: false, shipped: false, delivered: false, cancelled: false });
  };
  each = (at: number) => this.orders[at % Math.max(1, this.orders.length)];
  hear = (at: number) => {
    const order = this.each(at);
    if (order) order.heard = true;
  };
  importIt = (at: number) => {
    const order = this.each(at);
    if (order?.heard && !order.cancelled) order.imported = true;
  };
  handOver = (at: number) => {
    const order = this.each(at);
    if (!order?.imported || order.delivered || order.cancelled) return;
    order.delivered = true;
    this.total -= order.units;
    this.ship(at);
  };
  ship = (at: number) => {
    const order = this.each(at);
    // An on-hand figure that fell without us makes the drain ask for orders before it writes: nothing ships unheard.
    if (!order?.heard || order.shipped || order.cancelled) return;
    order.shipped = true;
    this.onHand -= order.units;
  };
  cancel = (at: number) => {
    const order = this.each(at);
    if (order && !order.delivered && !order.shipped) order.cancelled = true;
  };
}

type Act = { do: "place" | "hear" | "importIt" | "handOver" | "ship" | "cancel" | "till" | "otherShop" | "drain"; n: number };
const act: fc.Arbitrary<Act> = fc.record({
  do: fc.constantFrom("place", "hear", "importIt", "handOver", "ship", "cancel", "till", "otherShop", "drain"),
  n: fc.integer({ min: 1, max: 4 }),
});

test("in any order of acts, what a drain shows never exceeds the free units, and equals them less the buffer once quiet", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 3 }),
      fc.array(act, { maxLength: 60 }),
      (stock, buffer, acts) => {
        const world = new World(stock, buffer);
        for (const { do: what, n } of acts) {
          if (what === "till") world.total -= Math.min(n, Math.max(0, world.free()));
          else if (what === "otherShop") world.elsewhere += Math.min(n, Math.max(0, world.free()));
          else world[what](n);
          world.drain();
          expect(world.available()).toBeLessThanOrEqual(Math.max(0, world.free()));
        }
        for (let at = 0; at < world.orders.length; at += 1) {
          world.hear(at);
          world.importIt(at);
        }
        world.drain();
        expect(world.available()).toBe(Math.max(0, world.free() - buffer));
      },
    ),
    { numRuns: 500 },
  );
});
