import fc from "fast-check";
import { expect, test } from "vitest";

import { addVat, allocate, minor, rateFromFraction, toAmount, toMinor, vatInside } from "./money";

test("text and minor units", () => {
  expect(toMinor("199.00", "GBP")).toBe(19900);
  expect(toMinor("-0.05", "GBP")).toBe(-5);
  expect(toMinor("1234", "JPY")).toBe(1234);
  expect(toAmount(19905, "GBP")).toBe("199.05");
  expect(() => toMinor("1.001", "GBP")).toThrow(RangeError);
  expect(() => toMinor("abc", "GBP")).toThrow();
});

test("rates in one spelling", () => {
  expect([0.2, "0.055", 0, "0.20"].map(rateFromFraction)).toEqual(["20", "5.5", "0", "20"]);
});

test("the VAT inside a gross amount, as Sitoo's own example has it", () => {
  expect(vatInside(1500, "6")).toBe(85);
  expect(vatInside(40000, "25")).toBe(8000);
});

test("parts of an amount always add up, and nothing goes to a weight of zero", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -10_000_000, max: 10_000_000 }),
      fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 40 }),
      (amount, weights) => {
        fc.pre(weights.some((weight) => weight > 0));
        const parts = allocate(minor(amount), weights);
        expect(parts.reduce((total, part) => total + part, 0)).toBe(amount);
        expect(parts.filter((part, at) => weights[at] === 0 && part !== 0)).toEqual([]);
        expect(parts.filter((part) => part !== 0 && Math.sign(part) !== Math.sign(amount))).toEqual([]);
      },
    ),
  );
});

test("VAT put on and taken off again differs by no more than a minor unit", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom("0", "5", "5.5", "20", "25"), (net, rate) => {
      const gross = addVat(net, rate);
      expect(Math.abs(gross - vatInside(gross, rate) - net)).toBeLessThanOrEqual(1);
    }),
  );
});
