import fc from "fast-check";
import { describe, expect, test } from "vitest";

import type { Sku } from "../ids";
import { addVat, minor, toAmount } from "../money";
import { comparePrices } from "./compare-prices";
import { someFacts, someLine, someOrder, somePromotion } from "./test-prices";

const found = (line: ReturnType<typeof someLine>, facts = someFacts(), more: Parameters<typeof someOrder>[1] = {}) =>
  comparePrices(someOrder([line], more), facts).map(({ percent, promotion, isQuantityPrice }) =>
    promotion ? `${percent} by ${promotion.name}` : isQuantityPrice ? `${percent} for several` : percent,
  );

describe("what counts as another price", () => {
  test.each([
    ["the till's price", 1200, []],
    ["within the tolerance in per cent", 1176, []],
    ["just beyond it", 1175, ["2"]],
    ["a fifth below", 960, ["20"]],
    ["above", 1500, ["-25"]],
  ])("%s", (_, listed, percents) => {
    expect(found(someLine("A", listed))).toEqual(percents);
  });

  test("cheap things may differ by the smallest money, whatever the per cent", () => {
    const facts = someFacts({ till: () => ({ price: "0.20", rate: "20" }), listed: () => "0.20" });
    expect(found(someLine("A", 15), facts)).toEqual([]);
    expect(found(someLine("A", 14), facts)).toEqual(["30"]);
  });

  test("off, or in another currency: nothing is compared", () => {
    expect(found(someLine("A", 1), someFacts({ rule: { mode: "off", tolerancePercent: "0", toleranceAmount: "0" } }))).toEqual([]);
    expect(found(someLine("A", 1), someFacts(), { currency: "EUR" })).toEqual([]);
  });

  test("reductions of this product count, those of the whole order do not", () => {
    expect(found(someLine("A", 1200, { discount: minor(240), ownDiscount: minor(0) }))).toEqual([]);
    expect(found(someLine("A", 1200, { discount: minor(360), ownDiscount: minor(240) }))).toEqual(["20"]);
  });

  test.each([
    ["a gift for nothing", someLine("A", 0)],
    ["a discount of 100 %", someLine("A", 1200, { discount: minor(1200), ownDiscount: minor(1200) })],
    ["a line without a code", someLine(null, 100)],
    ["a gift card", someLine("A", 5000, { isGiftCard: true })],
    ["units that were all taken out", someLine("A", 0, { quantity: 0 })],
  ])("left alone: %s", (_, line) => {
    expect(found(line)).toEqual([]);
  });

  test.each([{ price: null, rate: "20" }, { price: "0.00", rate: "20" }, null])("the till names no price: %j", (till) => {
    expect(found(someLine("A", 100), someFacts({ till: () => till }))).toEqual([]);
  });
});

describe("like with like", () => {
  test("a shop with prices without VAT", () => {
    expect(found(someLine("A", 1000), someFacts(), { taxesIncluded: false })).toEqual([]);
    expect(found(someLine("A", 800), someFacts(), { taxesIncluded: false })).toEqual(["20"]);
  });

  test("sold abroad without VAT: the price without it, or the same price, is the till's", () => {
    const abroad = { taxes: [{ rate: "0", amount: minor(0) }] };
    expect(found(someLine("A", 1000, abroad))).toEqual([]);
    expect(found(someLine("A", 1200, abroad))).toEqual([]);
    expect(found(someLine("A", 800, abroad))).toEqual(["20"]);
  });

  test("several that do not divide are no difference: 3 for 10.00", () => {
    const facts = someFacts({
      rule: { mode: "hold", tolerancePercent: "0", toleranceAmount: "0" },
      till: () => ({ price: "3.33", rate: "20" }),
    });
    expect(found(someLine("A", 1000, { quantity: 3 }), facts)).toEqual([]);
    expect(found(someLine("A", 1002, { quantity: 3 }), facts)).not.toEqual([]);
  });

  test("a quantity price is noted as one while a single one costs the same on both sides", () => {
    expect(found(someLine("A", 5 * 1080, { quantity: 5 }))).toEqual(["10 for several"]);
    expect(found(someLine("A", 1080))).toEqual(["10"]);
    expect(found(someLine("A", 5 * 1080, { quantity: 5 }), someFacts({ listed: () => "10.80" }))).toEqual(["10"]);
    expect(found(someLine("A", 5 * 1200, { quantity: 5, discount: minor(600), ownDiscount: minor(600) }))).toEqual(["10"]);
  });
});

describe("a promotion explains it", () => {
  const by = (more: Parameters<typeof somePromotion>[0]) => someFacts({ promotions: [somePromotion(more)] });
  test.each([
    ["running", {}, 960, "20 by Black Friday"],
    ["from its first moment", { startsAt: "2026-11-27T10:00:00Z" }, 960, "20 by Black Friday"],
    ["not at its end", { endsAt: "2026-11-27T10:00:00Z" }, 960, "20"],
    ["not before it", { startsAt: "2026-11-27T10:00:01Z" }, 960, "20"],
    ["of this product", { scope: { of: "list", skus: ["A" as Sku] } }, 960, "20 by Black Friday"],
    ["of another", { scope: { of: "list", skus: ["B" as Sku] } }, 960, "20"],
    ["of its family", { scope: { of: "prefix", prefix: "A" } }, 960, "20 by Black Friday"],
    ["another reduction", {}, 840, "30"],
    ["a fixed price", { effect: { by: "price", price: "9.99" } }, 999, "17 by Black Friday"],
    ["its own tolerance", { tolerancePercent: "10" }, 900, "25 by Black Friday"],
    ["with a code that was not used", { code: "BF20" }, 960, "20"],
    ["for several", { minUnits: 2 }, 960, "20"],
    ["dearer, as accepted", { effect: { by: "percent", percent: "-25" } }, 1500, "-25 by Black Friday"],
  ] as const)("%s", (_, more, listed, said) => {
    expect(found(someLine("A", listed), by(more as Parameters<typeof by>[0]))).toEqual([said]);
  });

  test("with its code, however it is written", () => {
    expect(found(someLine("A", 960), by({ code: "BF20" }), { codes: ["bf20"] })).toEqual(["20 by Black Friday"]);
  });

  test("abroad a fixed price counts without the VAT in it", () => {
    const abroad = someLine("A", 750, { taxes: [{ rate: "0", amount: minor(0) }] });
    expect(found(abroad, by({ effect: { by: "price", price: "9.00" } }))).toEqual(["25 by Black Friday"]);
  });
});

describe("for any money", () => {
  const pence = fc.integer({ min: 1, max: 5_000_000 });
  const units = fc.integer({ min: 1, max: 500 });

  test("the till's own price never differs, for any number of units, with VAT or without", () => {
    fc.assert(
      fc.property(pence, units, fc.constantFrom("0", "5", "20", "25"), (price, quantity, rate) => {
        const facts = someFacts({
          rule: { mode: "hold", tolerancePercent: "0", toleranceAmount: "0" },
          till: () => ({ price: toAmount(addVat(price, rate), "GBP"), rate }),
        });
        const taxes = [{ rate, amount: minor(0) }];
        expect(found(someLine("A", addVat(price, rate) * quantity, { quantity, taxes }), facts)).toEqual([]);
        expect(found(someLine("A", price * quantity, { quantity, taxes }), facts, { taxesIncluded: false })).toEqual([]);
      }),
    );
  });

  test("what a shop rounds to the penny from a reduction is explained by it, and named as it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 5_000_000 }),
        units,
        fc.constantFrom("5", "10", "15", "20", "25", "30", "50", "70"),
        (price, quantity, percent) => {
          const paid = Math.round((price * (100 - Number(percent))) / 100) * quantity;
          const facts = someFacts({
            rule: { mode: "hold", tolerancePercent: "0", toleranceAmount: "0" },
            till: () => ({ price: toAmount(price, "GBP"), rate: "20" }),
            listed: () => null,
            promotions: [somePromotion({ effect: { by: "percent", percent } })],
          });
          expect(found(someLine("A", paid, { quantity }), facts)).toEqual([`${percent} by Black Friday`]);
        },
      ),
    );
  });

  test("a wider tolerance never finds more", () => {
    fc.assert(
      fc.property(
        pence,
        pence,
        units,
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 50 }),
        (price, paid, quantity, one, other) => {
          const at = (percent: number) =>
            found(
              someLine("A", paid, { quantity }),
              someFacts({
                rule: { mode: "hold", tolerancePercent: String(percent), toleranceAmount: "0" },
                till: () => ({ price: toAmount(price, "GBP"), rate: "20" }),
              }),
            ).length;
          expect(at(Math.max(one, other))).toBeLessThanOrEqual(at(Math.min(one, other)));
        },
      ),
    );
  });
});
