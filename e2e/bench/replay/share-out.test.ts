import fc from "fast-check";
import { expect, test } from "vitest";

import { type Minor, minor } from "@/lib/domain/money";
import { shareOut } from "./share-out";

const weights = fc.array(fc.integer({ min: 0, max: 20_000_000 }).map(minor), { minLength: 1, maxLength: 800 });
const total = (parts: readonly Minor[]) => parts.reduce((sum, part) => sum + part, 0);

test("the parts add up, none is negative and none takes more than there is", () => {
  fc.assert(
    fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
      const amount = minor(Math.round(total(of) * share));
      const parts = shareOut(amount, of);
      expect(total(parts)).toBe(amount);
      parts.forEach((part, at) => {
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(of[at]!);
      });
    }),
  );
});

test("nothing can be shared out over nothing", () => {
  expect(shareOut(minor(5), [minor(0), minor(0)])).toEqual([0, 0]);
});
