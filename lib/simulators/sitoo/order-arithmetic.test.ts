import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { orderTotals, rowAmounts } from "./order-arithmetic";
import { hundredths, moneyText } from "./scalars";

const row = (quantity: number, moneyrowprice: string, moneyrowdiscount: string, vatvalue: number) =>
  rowAmounts({ quantity, unitQuantity: 1000, moneyrowprice, moneyrowdiscount, vatvalue });

describe("6.2 row arithmetic", () => {
  test("498.00 less 98.00, two pieces, 25 %", () => {
    expect(row(2, "498.00", "98.00", 25)).toEqual({
      moneynetpriceperunit: "160.00",
      moneyitemtotal_net: "320.00",
      moneyitemtotal_vat: "80.00",
      moneynetpriceperquantity: "160.00",
      moneyoriginalprice: "199.20",
      moneydiscountedprice: "160.00",
      moneydiscount: "39.20",
    });
  });

  test("15.00 at 6 % is 14.15 and 0.85", () => {
    expect(row(1, "15.00", "0.00", 6)).toMatchObject({ moneyitemtotal_net: "14.15", moneyitemtotal_vat: "0.85" });
  });

  test("a refund row: negative quantity and totals, positive unit price", () => {
    expect(row(-2, "-498.00", "-98.00", 25)).toMatchObject({
      moneynetpriceperunit: "160.00",
      moneyitemtotal_net: "-320.00",
      moneyitemtotal_vat: "-80.00",
    });
  });

  test("net and VAT of the rows add up to the gross of the order", () => {
    const amounts = fc.record({
      price: fc.integer({ min: 0, max: 10_000_000 }),
      quantity: fc.integer({ min: 1, max: 40 }),
      vat: fc.constantFrom(0, 5.5, 6, 12, 20, 25),
    });
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1, maxLength: 20 }), (rows) => {
        const totals = orderTotals(
          rows.map(({ price, quantity, vat }) => row(quantity, moneyText(price), "0.00", vat)),
          "0.00",
        );
        expect(hundredths(totals.moneyfinal_net) + hundredths(totals.moneyfinal_vat)).toBe(hundredths(totals.moneytotal_gross_all));
        expect(hundredths(totals.moneytotal_gross_all)).toBe(rows.reduce((sum, { price }) => sum + price, 0));
      }),
    );
  });
});
