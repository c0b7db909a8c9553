import { expect, test } from "vitest";

import { pointMeter } from "./point-meter";

const start = 1_800_000_000_000;
const answer = (requested: number, actual: number | null, available: number, restoreRate = 100, maximumAvailable = 2000) => ({
  status: 200,
  headers: new Headers(),
  body: {
    extensions: {
      cost: {
        requestedQueryCost: requested,
        actualQueryCost: actual,
        throttleStatus: { maximumAvailable, currentlyAvailable: available, restoreRate },
      },
    },
  },
});

test("starts with the smallest plan's bucket, and it refills with time", () => {
  const meter = pointMeter();
  expect([meter.spend(1500, start), meter.spend(700, start)]).toEqual([0, 2_000]);
  expect(meter.spend(700, start + 2_000)).toBe(0);
});

test("remembers what each document was really charged", () => {
  const meter = pointMeter();
  expect(meter.costOf("orders.find", 490)).toBe(490);
  meter.spend(490, start);
  meter.settle("orders.find", 490, answer(612, 40, 1960), start);
  expect(meter.costOf("orders.find", 490)).toBe(612);
});

test("gives back what a call did not use", () => {
  const meter = pointMeter();
  meter.spend(900, start);
  meter.spend(900, start);
  expect(meter.spend(900, start)).toBeGreaterThan(0);
  meter.settle("a", 900, answer(900, 20, 1080), start);
  expect(meter.spend(900, start)).toBe(0);
});

test("never counts on more than Shopify says is there", () => {
  const meter = pointMeter();
  meter.spend(10, start);
  meter.settle("a", 10, answer(10, 10, 50), start);
  expect(meter.spend(100, start)).toBe(500);
});

test("a bigger plan is followed from the first answer on", () => {
  const meter = pointMeter();
  meter.spend(10, start);
  meter.settle("a", 10, answer(10, 10, 19_990, 1000, 20_000), start);
  expect(meter.spend(15_000, start)).toBe(0);
  expect(meter.spend(6_000, start)).toBe(1_010);
});
