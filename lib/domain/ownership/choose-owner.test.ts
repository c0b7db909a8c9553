import { describe, expect, test } from "vitest";

import { chooseOwner, crossesLimit } from "./choose-owner";
import type { CauseFacts, OwnershipRule } from "./rule";

const rule = (id: string, of: Partial<OwnershipRule> = {}): OwnershipRule => ({
  id,
  about: "",
  shopId: null,
  place: "",
  minAmount: 0,
  currency: "",
  ownerId: null,
  ownerRole: "finance",
  isOn: true,
  isManned: true,
  ...of,
});
const facts: CauseFacts = { kind: "sku-unknown", shopId: "s1", place: "p:1", amount: 50_000, currency: "GBP" };
const chosen = (rules: OwnershipRule[], of: Partial<CauseFacts> = {}) => chooseOwner({ ...facts, ...of }, rules).ruleId;

test("without a rule it is for the role that its kind names", () => {
  expect(chooseOwner(facts, [])).toEqual({ ruleId: null, ownerId: null, ownerRole: "ecommerce" });
});

test("the first that matches counts, also where a later one is narrower", () => {
  expect(chosen([rule("any"), rule("narrow", { about: "kind:sku-unknown" })])).toBe("any");
  expect(chooseOwner(facts, [rule("one", { ownerId: "u1", ownerRole: "ops" })])).toEqual({
    ruleId: "one",
    ownerId: "u1",
    ownerRole: "ops",
  });
});

describe("each condition by itself", () => {
  test.each([
    ["its kind", { about: "kind:sku-unknown" }, true],
    ["another kind", { about: "kind:oversold" }, false],
    ["its family", { about: "family:mapping" }, true],
    ["another family", { about: "family:stock" }, false],
    ["its shop", { shopId: "s1" }, true],
    ["another shop", { shopId: "s2" }, false],
    ["its store", { place: "p:1" }, true],
    ["another store", { place: "p:2" }, false],
    ["exactly its amount", { minAmount: 50_000, currency: "GBP" }, true],
    ["a penny more", { minAmount: 50_001, currency: "GBP" }, false],
    ["the same figure in another currency", { minAmount: 50_000, currency: "SEK" }, false],
  ])("%s", (_, condition, matches) => expect(chosen([rule("r", condition)])).toBe(matches ? "r" : null));
});

test("all conditions must hold", () => {
  const both = rule("r", { about: "family:mapping", shopId: "s1", minAmount: 10_000, currency: "GBP" });
  expect(chosen([both])).toBe("r");
  expect(chosen([both], { shopId: "s2" })).toBeNull();
});

test("a rule for a store leaves alone what is about no store", () => {
  expect(chosen([rule("r", { place: "p:1" })], { place: "" })).toBeNull();
});

test("a rule that is off or whose owner is gone is passed over", () => {
  expect(chosen([rule("off", { isOn: false }), rule("gone", { isManned: false }), rule("here")])).toBe("here");
});

test("a limit is crossed upwards only, and by reaching it", () => {
  const rules = [rule("r", { minAmount: 100, currency: "GBP" })];
  expect([crossesLimit(99, 100, rules), crossesLimit(100, 200, rules), crossesLimit(200, 50, rules), crossesLimit(0, 99, rules)]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
