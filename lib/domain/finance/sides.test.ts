import fc from "fast-check";
import { expect, test } from "vitest";

import { bridgeOf, judgeSides, type Sides, unexplained } from "./sides";

const none: Sides = {
  orders: 0,
  crossed: 0,
  held: 0,
  waiting: 0,
  byHand: 0,
  rounded: 0,
  shop: 0,
  till: 0,
  shopVat: 0,
  tillVat: 0,
  rounding: 0,
  heldAmount: 0,
  waitingAmount: 0,
  byHandAmount: 0,
  tillOfOpen: 0,
};
const of = (change: Partial<Sides>): Sides => ({ ...none, ...change });

test("tied only where every order is through and both sides are equal", () => {
  expect(judgeSides(of({ orders: 2, crossed: 2, shop: 500, till: 500 }))).toBe("tied");
  expect(judgeSides(of({ orders: 2, crossed: 1, held: 1, shop: 500, till: 300, heldAmount: 200 }))).toBe("open");
  expect(judgeSides(none)).toBe("empty");
});

test("a held order for nothing still keeps a cell open", () => {
  expect(judgeSides(of({ orders: 2, crossed: 1, held: 1, shop: 500, till: 500 }))).toBe("open");
});

test("what no order accounts for is said, however small", () => {
  const sides = of({ orders: 2, crossed: 2, shop: 500, till: 499 });
  expect(unexplained(sides)).toBe(1);
  expect(judgeSides(sides)).toBe("unexplained");
  expect(bridgeOf(sides)).toContainEqual({ what: "unexplained", amount: -1, orders: null });
});

test("an order changed after it crossed is at the till with what it was", () => {
  const sides = of({ orders: 1, held: 1, shop: 900, till: 1_000, heldAmount: 900, tillOfOpen: 1_000 });
  expect(unexplained(sides)).toBe(0);
  expect(bridgeOf(sides)).toContainEqual({ what: "already", amount: 1_000, orders: null });
});

test("steps between the first and the last always add up to the difference", () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const sides = fc.record({
    shop: amount,
    till: amount,
    heldAmount: amount,
    waitingAmount: amount,
    byHandAmount: amount,
    tillOfOpen: amount,
  });
  fc.assert(
    fc.property(sides, fc.nat(3), (amounts, byHand) => {
      const whole = of({ ...amounts, byHand, ...(byHand === 0 && { byHandAmount: 0 }) });
      const steps = bridgeOf(whole);
      const between = steps.slice(0, -1).reduce((sum, step) => sum + step.amount, 0);
      expect(between).toBe(whole.till);
      expect(steps.at(-1)).toMatchObject({ what: "crossed", amount: whole.till });
    }),
  );
});
