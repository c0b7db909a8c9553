import { expect, test } from "vitest";

import { applyCorrections, type Correction, isOvertaken } from "./apply-corrections";
import { testOrder } from "./test-trace";

const address = { name: "Kim Berg", street: "1 Mill Lane", street2: "", zip: "", city: "Leeds", country: "GB", phone: "" };
const source = testOrder({ shipping: address });
const zip: Correction = { fact: "shipping.zip", was: "", value: "LS1 4AB", label: "" };

test("the order goes by the correction; what the shop said stays", () => {
  expect(applyCorrections(source, [zip]).shipping).toEqual({ ...address, zip: "LS1 4AB" });
  expect(source.shipping?.zip).toBe("");
});

test("several corrections count together, and none changes nothing", () => {
  const email: Correction = { fact: "email", was: source.email, value: "kim@example.com", label: "" };
  expect(applyCorrections(source, [zip, email])).toMatchObject({ email: "kim@example.com", shipping: { zip: "LS1 4AB" } });
  expect(applyCorrections(source, [])).toBe(source);
});

test("what the shop says anew is newer than the correction, and wins", () => {
  const changed = testOrder({ shipping: { ...address, zip: "LS2 7EY" } });
  expect(isOvertaken(changed, zip)).toBe(true);
  expect(applyCorrections(changed, [zip])).toBe(changed);
});

test("a change of something else leaves the correction as it is", () => {
  const changed = testOrder({ shipping: { ...address, street: "2 Mill Lane" } });
  expect(applyCorrections(changed, [zip]).shipping).toMatchObject({ street: "2 Mill Lane", zip: "LS1 4AB" });
});

test("a store that the shop assigns later is the shop's word", () => {
  const chosen: Correction = { fact: "location", was: "", value: "18", label: "York" };
  expect(applyCorrections(testOrder({ allocations: [] }), [chosen]).allocations).toMatchObject([
    { locationId: "18", locationName: "York" },
  ]);
  expect(applyCorrections(source, [chosen])).toBe(source);
});
