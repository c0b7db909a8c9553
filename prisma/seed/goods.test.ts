import { expect, test } from "vitest";

import { ean13, goods, slips } from "./goods";

test("every code and barcode at the till is used once", () => {
  expect(new Set(goods.map(({ tillSku }) => tillSku)).size).toBe(goods.length);
  expect(new Set(goods.map(({ barcode }) => barcode)).size).toBe(goods.length);
});

test("codes differ between till and web only where the demo means it", () => {
  const different = goods
    .filter(({ tillSku, webSku }) => tillSku !== webSku)
    .map(({ tillSku, webSku }) => ({ till: tillSku, web: webSku }));
  expect(different).toHaveLength(2);
  expect(different).toEqual(expect.arrayContaining([slips.renamed, slips.lowerCase]));
  expect(goods.filter(({ mayOversell }) => mayOversell).map(({ tillSku }) => tillSku)).toEqual([slips.oversold]);
});

test("the barcode ends in the check digit of GS1's own rule", () => {
  // 2 × 1 + 9 × 3 = 29, and 1 fills it up to a ten; then 1 × 3 more.
  expect(ean13(0)).toBe("2900000000001");
  expect(ean13(1)).toBe("2900000000018");
  for (const { barcode } of goods) {
    const sum = [...barcode].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
    expect(sum % 10).toBe(0);
  }
});
