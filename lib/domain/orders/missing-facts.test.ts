import { expect, test } from "vitest";

import { orderIncomplete } from "../exceptions/kinds/order-incomplete";
import type { LocationId } from "../ids";
import { missingFacts } from "./missing-facts";
import type { ShopOrder } from "./shop-order";
import { testOrder } from "./test-trace";

const address = { name: "Kim Berg", street: "1 Mill Lane", street2: "", zip: "LS1 4AB", city: "Leeds", country: "GB", phone: "" };
const lines = [{ lineId: "l1", quantity: 2, remaining: 2 }];
const parcel = (shipping: Partial<typeof address> | null, more: Partial<ShopOrder> = {}) =>
  testOrder({
    shipping: shipping && { ...address, ...shipping },
    allocations: [{ locationId: "17" as LocationId, locationName: "Leeds", method: "shipping", lines }],
    ...more,
  });
const said = (order: ShopOrder) => missingFacts(order).map(({ fact, problem }) => `${fact} ${problem}`);
const sentence = (order: ShopOrder) =>
  orderIncomplete.says({ orderId: order.id, name: order.name, lacks: missingFacts(order) }, { shop: "Shop", pos: "Till" });

test("a whole address is in nobody's way", () => {
  expect(said(parcel({}))).toEqual([]);
});

test.each([
  [{ zip: "" }, "shipping.zip missing", "Order #1001 has no postcode"],
  [{ zip: "   " }, "shipping.zip missing", "Order #1001 has no postcode"],
  [{ street: "" }, "shipping.street missing", "Order #1001 has no street"],
  [{ city: "" }, "shipping.city missing", "Order #1001 has no town"],
  [{ country: "" }, "shipping.country missing", "Order #1001 has no country"],
  [{ country: "England" }, "shipping.country malformed", "The country of order #1001 cannot be right"],
])("%j: %s", (change, lack, words) => {
  expect(said(parcel(change))).toEqual([lack]);
  expect(sentence(parcel(change))).toBe(words);
});

test("no address at all is one thing to say", () => {
  expect(sentence(parcel(null))).toBe("Order #1001 has no delivery address");
});

test("some countries have no postcodes", () => {
  expect(said(parcel({ zip: "", country: "HK", city: "Kowloon" }))).toEqual([]);
});

test("one of two names is enough; none is not", () => {
  expect(said(parcel({}, { firstName: "" }))).toEqual([]);
  expect(said(parcel({}, { firstName: " ", lastName: "" }))).toEqual(["lastName missing"]);
  expect(sentence(parcel({}, { firstName: "", lastName: "" }))).toBe("Order #1001 has no name to deliver to");
});

test("what cannot be right is said beside what is missing", () => {
  const order = parcel({ zip: "" }, { email: "kim(at)example.com", phone: "none" });
  expect(said(order)).toEqual(["shipping.zip missing", "phone malformed", "email malformed"]);
  expect(sentence(order)).toBe("Order #1001 has no postcode, and its phone and e-mail cannot be right");
});

test("no e-mail and no phone are allowed", () => {
  expect(said(parcel({}, { email: "", phone: "" }))).toEqual([]);
});

test("a collected order needs no address, and no phone, but an e-mail that can be written to", () => {
  expect(said(testOrder({ phone: "none", firstName: "", lastName: "" }))).toEqual([]);
  expect(said(testOrder({ email: "kim" }))).toEqual(["email malformed"]);
});

test("goods that are sent nowhere need no address", () => {
  const other = parcel(null, { allocations: [{ locationId: "17" as LocationId, locationName: "Leeds", method: "other", lines }] });
  expect(said(other)).toEqual([]);
});

test("where the shop itself knows no country for it, that is what the till is told", () => {
  expect(said(parcel({ country: "ZZ", zip: "" }))).toEqual([]);
});
