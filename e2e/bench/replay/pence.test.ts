import fc from "fast-check";
import { expect, test } from "vitest";

import { pence, pounds } from "./pence";

test("amounts of both platforms' spellings are pence", () => {
  expect(["12.30", "12.3", "12", "0.05", "-0.05", "-1.00", "13541.33", "2.550"].map(pence)).toEqual([
    1230, 1230, 1200, 5, -5, -100, 1354133, 255,
  ]);
  for (const text of ["", "1,00", "1e3", "2.555", ".5"]) expect(() => pence(text), text).toThrow(/no amount/);
});

test("pence and pounds undo each other", () => {
  fc.assert(fc.property(fc.integer(), (units) => pence(pounds(units)) === units));
  expect([0, 5, -5, 100, 123456].map(pounds)).toEqual(["0.00", "0.05", "-0.05", "1.00", "1234.56"]);
});
