import { expect, test } from "vitest";

import { kinds } from "../exceptions/kinds";
import { listGaps, type Person } from "./list-gaps";
import type { Role } from "./roles";
import type { OwnershipRule } from "./rule";

const person = (id: string, role: Role, of: Partial<Person> = {}): Person => ({ id, name: id, role, places: [], isDisabled: false, ...of });
const everybody = [person("Olga", "ops"), person("Elle", "ecommerce"), person("Fay", "finance"), person("Ada", "admin")];
const rule = (of: Partial<OwnershipRule> = {}): OwnershipRule => ({
  id: "r",
  about: "",
  shopId: null,
  place: "",
  minAmount: 0,
  currency: "",
  ownerId: null,
  ownerRole: "ops",
  isOn: true,
  isManned: true,
  ...of,
});
const financeKinds = Object.values(kinds)
  .filter(({ owner }) => owner.role === "finance")
  .map(({ id }) => id)
  .sort();
const withoutFinance = everybody.filter(({ role }) => role !== "finance");
const kindGaps = (rules: OwnershipRule[], people = withoutFinance) =>
  listGaps(rules, [], people)
    .kinds.map(({ id }) => id)
    .sort();

test("with somebody in each role there is no gap", () => {
  expect(listGaps([], [{ severity: "high", step: 1, afterMinutes: 15, ownerId: null, ownerRole: "admin" }], everybody)).toEqual({
    kinds: [],
    rules: [],
    steps: [],
    stores: [],
  });
});

test("kinds for a role that nobody active has are listed until a rule takes all of them", () => {
  expect(
    kindGaps(
      [],
      everybody.map((one) => ({ ...one, isDisabled: one.role === "finance" })),
    ),
  ).toEqual(financeKinds);
  expect(kindGaps([rule()])).toEqual([]);
  expect(kindGaps([rule({ about: "kind:rate-unknown" })])).toEqual(financeKinds.filter((id) => id !== "rate-unknown"));
  expect(kindGaps([rule({ isOn: false })]), "turned off").toEqual(financeKinds);
  expect(kindGaps([rule({ minAmount: 1, currency: "GBP" })]), "takes only some of them").toEqual(financeKinds);
  expect(kindGaps([rule({ isManned: false })]), "leads to nobody").toEqual(financeKinds);
});

test("rules and steps that lead to nobody are named", () => {
  const people = [...everybody, person("Gone", "ops", { isDisabled: true })];
  const gaps = listGaps(
    [rule({ ownerId: "Gone", isManned: false }), rule({ id: "off", ownerId: "Gone", isManned: false, isOn: false })],
    [
      { severity: "high", step: 1, afterMinutes: 15, ownerId: null, ownerRole: "ops" },
      { severity: "high", step: 2, afterMinutes: 30, ownerId: "Gone", ownerRole: "ops" },
    ],
    people,
  );
  expect(gaps.rules).toEqual([{ id: "r", ownerName: "Gone", ownerRole: "ops" }]);
  expect(gaps.steps).toEqual([{ severity: "high", step: 2, ownerName: "Gone", ownerRole: "ops" }]);
});

test("stores of store users that no rule names are listed with who works there", () => {
  const people = [...everybody, person("Sam", "store", { places: ["p:1", "p:2"] }), person("Sue", "store", { places: ["p:2"] })];
  expect(listGaps([rule({ place: "p:1" })], [], people).stores).toEqual([{ place: "p:2", people: ["Sam", "Sue"] }]);
});
