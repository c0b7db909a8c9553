import { expect, test } from "vitest";

import type { Sku } from "../ids";
import { minor } from "../money";
import { type ComparedGroup, compareSides } from "./compare-sides";
import { testDraft, testOrder } from "./test-trace";

const fieldsOf = (groups: readonly ComparedGroup[], title: string) =>
  Object.fromEntries(groups.find((group) => group.title === title)?.fields.map((field) => [field.field, field]) ?? []);
const wrong = (groups: readonly ComparedGroup[]) =>
  groups.flatMap(({ fields }) => fields).filter(({ verdict }) => verdict === "differs" || verdict === "absent");

test("what was sent and read back as it was is equal on all three sides", () => {
  const groups = compareSides(testOrder(), [testDraft()], []);
  expect(wrong(groups)).toEqual([]);
  expect(fieldsOf(groups, "Mug").Paid).toEqual({
    field: "Paid",
    shop: "24.00 GBP",
    sent: "24.00 GBP",
    till: "24.00 GBP",
    verdict: "equal",
  });
});

test("what the till holds instead stands on its side, whatever was sent", () => {
  const groups = compareSides(testOrder(), [testDraft()], [{ field: "quantity of MUG", ours: "2", theirs: "1" }]);
  expect(wrong(groups)).toEqual([{ field: "Quantity", shop: "2", sent: "2", till: "1", verdict: "differs" }]);
});

test("nothing is said of the till before it was asked", () => {
  expect(fieldsOf(compareSides(testOrder(), [testDraft()], null), "Mug").Quantity?.till).toBeNull();
});

test("another code is a mapping, half a penny of VAT a row is rounding, a whole one is not", () => {
  const mapped = fieldsOf(compareSides(testOrder(), [testDraft({ sku: "S-MUG" as Sku })], []), "Mug");
  expect([mapped.SKU?.verdict, mapped.Quantity?.verdict]).toEqual(["mapped", "equal"]);
  const netted = testOrder({ taxesIncluded: false, lines: [{ ...testOrder().lines[0]!, listed: minor(2_000) }] });
  expect(wrong(compareSides(netted, [testDraft()], []))).toEqual([]);
  const taxed = testOrder({ lines: [{ ...testOrder().lines[0]!, taxes: [{ rate: "20", amount: minor(402) }] }] });
  expect(wrong(compareSides(taxed, [testDraft()], [])).map(({ field }) => field)).toEqual(["VAT"]);
});

test("a line that was not sent is named", () => {
  const line = { ...testOrder().lines[0]!, id: "l2", title: "Lamp" };
  const groups = compareSides(testOrder({ lines: [...testOrder().lines, line], total: minor(4_800) }), [testDraft()], []);
  expect(wrong(groups).map(({ field, shop }) => `${field} ${shop}`)).toEqual(["Total 48.00 GBP", "Line 2 × Lamp"]);
});
