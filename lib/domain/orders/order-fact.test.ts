import { describe, expect, test } from "vitest";

import type { LocationId } from "../ids";
import { checkFact, listFacts, OrderFact, readFact, sayFact, writeFact } from "./order-fact";
import { testOrder } from "./test-trace";

const address = { name: "Kim Berg", street: "1 Mill Lane", street2: "", zip: "", city: "Leeds", country: "GB", phone: "" };
const parcel = testOrder({
  shipping: address,
  allocations: [
    { locationId: "17" as LocationId, locationName: "Leeds", method: "shipping", lines: [{ lineId: "l1", quantity: 2, remaining: 2 }] },
  ],
});

test("every fact but the store is written where it is read, and nothing else changes", () => {
  for (const fact of OrderFact.options.filter((one) => one !== "location")) {
    const written = writeFact(parcel, fact, "new");
    expect(readFact(written, fact), fact).toBe("new");
    expect(writeFact(written, fact, readFact(parcel, fact)), fact).toMatchObject({
      ...parcel,
      billing: written.billing && expect.anything(),
    });
  }
  expect(parcel.shipping).toEqual(address);
});

test("an address that was not there at all begins empty", () => {
  expect(writeFact(testOrder(), "shipping.zip", "LS1 4AB").shipping).toMatchObject({ zip: "LS1 4AB", street: "", city: "" });
});

describe("the store", () => {
  test("takes what the shop sends nowhere, and sets nothing aside there by the shop's count", () => {
    const lines = [{ lineId: "l1", quantity: 2, remaining: 2 }];
    const nowhere = testOrder({ allocations: [{ locationId: null, locationName: "", method: "pickup", lines }] });
    expect(readFact(nowhere, "location")).toBe("");
    const there = writeFact(nowhere, "location", "18", "York");
    expect(there.allocations).toEqual([
      { locationId: "18", locationName: "York", method: "pickup", lines: [{ lineId: "l1", quantity: 2, remaining: 0 }] },
    ]);
    expect(readFact(there, "location")).toBe("18");
  });

  test.each([
    ["pickup", null],
    ["shipping", address],
  ] as const)("without any fulfilment the order is %s", (method, shipping) => {
    expect(writeFact(testOrder({ allocations: [], shipping }), "location", "18", "York").allocations).toMatchObject([
      { locationId: "18", method, lines: [{ lineId: "l1", quantity: 2 }] },
    ]);
  });
});

test("only what the order has can be corrected: no address of a collected order, no store where the shop chose one", () => {
  expect(listFacts(testOrder())).toEqual(["firstName", "lastName", "email", "phone"]);
  expect(listFacts(parcel)).toContain("shipping.zip");
  expect(listFacts(parcel)).not.toContain("billing.zip");
  expect(listFacts(testOrder({ allocations: [] }))).toContain("location");
});

test.each([
  ["shipping.zip", "LS1 4AB", null],
  ["shipping.zip", "", "Postcode cannot be empty."],
  ["shipping.street2", "", null],
  ["shipping.street", "x".repeat(256), "Street can have 255 characters at most."],
  ["email", "", null],
  ["email", "kim@example", "This is not an e-mail address."],
  ["email", "kim berg@example.com", "This is not an e-mail address."],
  ["email", "kim@example.co.uk", null],
  ["phone", "+44 1632 960604 ext. 12", null],
  ["phone", "(01632) 960-604", null],
  ["phone", "call me", "This is not a phone number."],
  ["phone", "--- ---", "This is not a phone number."],
  ["shipping.country", "GB", null],
  ["shipping.country", "United Kingdom", "Choose a country."],
  ["billing.country", "QQ", "Choose a country."],
] as const)("%s may be %j: %j", (fact, value, said) => {
  expect(checkFact(fact, value)).toBe(said);
});

test("facts are named as people name them", () => {
  expect(["shipping.zip", "billing.zip", "location"].map((fact) => sayFact(fact as OrderFact))).toEqual([
    "Postcode",
    "Postcode of the invoice",
    "Store",
  ]);
});
