import fc from "fast-check";
import { expect, test } from "vitest";

import { type Asker, fairPart, grantPart } from "./share-of";

test("alone it is all; equals get equal parts", () => {
  expect([fairPart(5, []), fairPart(0, [])]).toEqual([1, 1]);
  expect(fairPart(3, [3])).toBeCloseTo(0.5);
  expect(fairPart(0, [0, 0])).toBeCloseTo(1 / 3);
});

test("the parts add up to one, and nobody is left without", () =>
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { minLength: 2, maxLength: 8 }), (asked) => {
      const parts = asked.map((each, at) => fairPart(each, asked.toSpliced(at, 1)));
      expect(parts.reduce((total, part) => total + part, 0)).toBeCloseTo(1);
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0.2 / asked.length - 1e-9);
    }),
  ));

test("what somebody still holds is not given twice, whoever asks when", () =>
  fc.assert(
    fc.property(fc.array(fc.record({ who: fc.nat(3), asked: fc.nat(100) }), { maxLength: 40 }), (asks) => {
      const askers = new Map<number, Asker>();
      for (const { who, asked } of asks) {
        const others = [...askers].filter(([other]) => other !== who).map(([, asker]) => asker);
        askers.set(who, { asked, part: grantPart(asked, others) });
        expect([...askers.values()].reduce((total, { part }) => total + part, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  ));
