import fc from "fast-check";
import { expect, test } from "vitest";

import { normalForm } from "./normal-form";
import { type Candidate, suggest } from "./suggest";

const at = (sku: string, rest: Partial<Candidate> = {}): Candidate => ({ sku, title: "", barcode: null, isActive: true, ...rest });
const web = (sku: string, rest: { title?: string; barcode?: string | null } = {}) => ({ sku, title: "", barcode: null, ...rest });
const reasons = (theirs: string, ours: string) => suggest(web(theirs), [at(ours)])[0]?.reasons;

test("a barcode that one product alone has is safe and comes first", () => {
  const [first, second] = suggest(web("lamp", { barcode: "501", title: "Lamp" }), [at("LAMP"), at("X-9", { barcode: "501" })]);
  expect(first).toMatchObject({ sku: "X-9", isSafe: true, reasons: ["Same barcode 501"] });
  expect(second).toMatchObject({ sku: "LAMP", isSafe: false });
});

test("a barcode that two products have is evidence, but not safe", () => {
  const found = suggest(web("a", { barcode: "501" }), [at("X", { barcode: "501" }), at("Y", { barcode: "501" })]);
  expect(found.map(({ isSafe }) => isSafe)).toEqual([false, false]);
  expect(found[0]?.reasons).toEqual(["Same barcode 501, which 2 products of the till have"]);
});

test("an empty barcode is no evidence", () => {
  expect(suggest(web("a", { barcode: "" }), [at("X", { barcode: "" })])).toEqual([]);
});

test.each([
  ["abc-1", "ABC-1", "upper and lower case"],
  ["ABC-1 ", "ABC-1", "spaces"],
  ["abc-1 ", "ABC-1", "spaces and upper and lower case"],
  ["ABC1", "ABC-1", "dashes"],
  ["0042", "42", "leading zeros"],
  ["A_1", "A-1", "punctuation"],
])("%j and %j are the same but for %s", (theirs, ours, difference) => {
  expect(reasons(theirs, ours)).toEqual([`Same code but for ${difference}`]);
});

test("a code inside another counts from four characters on", () => {
  expect(reasons("8842", "SUP-8842")).toEqual(["One code contains the other: SUP-8842"]);
  expect(reasons("842", "SUP-842")).toBeUndefined();
});

test("an equal name alone is a weak hint, and a product switched off says so", () => {
  const theirs = web("zz", { title: "Oat throw" });
  const [found] = suggest(theirs, [at("T-1", { title: "Oat throw", isActive: false })]);
  expect(found).toMatchObject({ isSafe: false, reasons: ["Same name", "Switched off at the till"] });
  expect(suggest(theirs, [at("T-2", { title: "Oat apron for cooks" })])).toEqual([]);
});

test("no more than five, best first", () => {
  const many = Array.from({ length: 9 }, (_, index) => at(`SUP${index}-8842`));
  const found = suggest(web("8842"), [...many, at("88-42")]);
  expect(found).toHaveLength(5);
  expect(found[0]?.sku).toBe("88-42");
});

test("the normal form settles after one step and never depends on case or outer spaces", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (code) => {
      expect(normalForm(normalForm(code))).toBe(normalForm(code));
      expect(normalForm(`  ${code} `)).toBe(normalForm(code));
    }),
  );
});
