import { expect, test } from "vitest";

import { customerOf, maskCustomer } from "./mask-person";
import { testOrder } from "./test-trace";

const address = { name: "Kim Berg", street: "1 High St", street2: "", zip: "LS1 4AP", city: "Leeds", country: "GB", phone: "0113" };

test("enough to recognise an order by, nothing to reach the person with", () => {
  const masked = maskCustomer(customerOf(testOrder({ shipping: address })));
  expect(masked).toMatchObject({ name: "K. B.", email: "k•••@example.com", phone: "••• 604" });
  expect(masked.shipping).toEqual({ name: "K. B.", street: "", street2: "", zip: "LS1", city: "Leeds", country: "GB", phone: "" });
  expect(JSON.stringify(masked)).not.toMatch(/Berg|kim\.berg|960|High St|4AP/);
});

test("a guest without a name is called by the address", () => {
  expect(customerOf(testOrder({ firstName: "", lastName: "", phone: "", shipping: address }))).toMatchObject({
    name: "Kim Berg",
    phone: "0113",
  });
});
