import { afterEach, beforeEach, expect, test } from "vitest";

import { leeds, london, openTestShop, parcel, pickup, type TestShop, vat } from "./open-test-shop";

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.stop());

const place = async (order: object) => (await shop.control("orders", order)).text("orders.0.gid");
const read = async (id: string, fields: string) =>
  (await shop.ask(`query($id: ID!) { order(id: $id) { ${fields} } }`, { id })).at("data.order");
const money = "{ shopMoney { amount currencyCode } }";
const gbp = (amount: string) => ({ shopMoney: { amount, currencyCode: "GBP" } });

test("an order commits its units where it will be fulfilled", async () => {
  await place(pickup);
  await place(parcel);
  expect(await shop.level("A")).toEqual({ available: 8, committed: 2, onHand: 10 });
  expect(await shop.level("A", leeds)).toEqual({ available: 2, committed: 3, onHand: 5 });
});

test("what is not tracked and what is no variant commits nothing", async () => {
  const id = await place({
    pickupLocationId: london,
    lines: [
      { sku: "D", quantity: 2 },
      { title: "Gift wrap", quantity: 1, unitPrice: "2.50" },
    ],
  });
  expect(await shop.level("D")).toEqual({ available: 0, committed: 0, onHand: 0 });
  expect(await read(id, "lineItems(first: 5) { nodes { sku name variant { id } } }")).toMatchObject({
    lineItems: {
      nodes: [
        { sku: "D", name: "Download" },
        { sku: null, name: "Gift wrap", variant: null },
      ],
    },
  });
});

test("all of an order can be read: lines, taxes, discounts, shipping, payment, people", async () => {
  const id = await place({
    name: "#2001",
    processedAt: "2026-11-20T10:00:00+00:00",
    email: "ann@example.com",
    customer: { email: "ann@example.com", firstName: "Ann", lastName: "Lee" },
    shippingAddress: { name: "Ann Lee", address1: "1 High Street", zip: "LS1", city: "Leeds", countryCode: "GB" },
    discounts: [{ type: "code", name: "TEN", amount: "3.60" }],
    lines: [
      {
        sku: "A",
        quantity: 3,
        unitPrice: "12.00",
        discounts: [{ discount: 0, amount: "3.60" }],
        taxLines: vat("5.40"),
        customAttributes: [{ key: "Engraving", value: "Ann" }],
      },
    ],
    shippingLines: [{ title: "Post", price: "4.80", taxLines: vat("0.80") }],
    fulfilmentOrders: [{ locationId: leeds }],
    totals: { subtotal: "32.40", shipping: "4.80", tax: "6.20", total: "37.20" },
  });
  expect(
    await read(
      id,
      `name email processedAt test taxesIncluded sourceName displayFinancialStatus displayFulfillmentStatus cancelledAt
       totalPriceSet ${money} currentTotalPriceSet ${money} totalDiscountsSet ${money} taxLines { title rate priceSet ${money} }
       customer { firstName lastName defaultEmailAddress { emailAddress } } shippingAddress { name city countryCodeV2 } billingAddress { name }
       discountApplications(first: 5) { nodes { targetType ... on DiscountCodeApplication { code } } }
       shippingLines(first: 5) { nodes { title discountedPriceSet ${money} taxLines { rate priceSet ${money} } } }
       lineItems(first: 5) { nodes { sku quantity currentQuantity customAttributes { key value } originalUnitPriceSet ${money}
         discountedUnitPriceAfterAllDiscountsSet ${money} discountAllocations { allocatedAmountSet ${money} } taxLines { rate priceSet ${money} } } }
       transactions(first: 5) { kind status gateway amountSet ${money} }`,
    ),
  ).toEqual({
    name: "#2001",
    email: "ann@example.com",
    processedAt: "2026-11-20T10:00:00Z",
    test: false,
    taxesIncluded: true,
    sourceName: "web",
    displayFinancialStatus: "PAID",
    displayFulfillmentStatus: "UNFULFILLED",
    cancelledAt: null,
    totalPriceSet: gbp("37.2"),
    currentTotalPriceSet: gbp("37.2"),
    totalDiscountsSet: gbp("3.6"),
    taxLines: [{ title: "VAT", rate: 0.2, priceSet: gbp("6.2") }],
    customer: { firstName: "Ann", lastName: "Lee", defaultEmailAddress: { emailAddress: "ann@example.com" } },
    shippingAddress: { name: "Ann Lee", city: "Leeds", countryCodeV2: "GB" },
    billingAddress: null,
    discountApplications: { nodes: [{ targetType: "LINE_ITEM", code: "TEN" }] },
    shippingLines: { nodes: [{ title: "Post", discountedPriceSet: gbp("4.8"), taxLines: [{ rate: 0.2, priceSet: gbp("0.8") }] }] },
    lineItems: {
      nodes: [
        {
          sku: "A",
          quantity: 3,
          currentQuantity: 3,
          customAttributes: [{ key: "Engraving", value: "Ann" }],
          originalUnitPriceSet: gbp("12.0"),
          discountedUnitPriceAfterAllDiscountsSet: gbp("10.8"),
          discountAllocations: [{ allocatedAmountSet: gbp("3.6") }],
          taxLines: [{ rate: 0.2, priceSet: gbp("5.4") }],
        },
      ],
    },
    transactions: [{ kind: "SALE", status: "SUCCESS", gateway: "shopify_payments", amountSet: gbp("37.2") }],
  });
});

test("a net-priced order adds its taxes; a guest has no customer", async () => {
  const id = await place({
    taxesIncluded: false,
    pickupLocationId: london,
    lines: [{ sku: "A", quantity: 1, unitPrice: "10.00", taxLines: vat("2.00") }],
  });
  expect(await read(id, `totalPriceSet ${money} customer { id }`)).toEqual({ totalPriceSet: gbp("12.0"), customer: null });
});

test.each([
  [{ ...pickup, totals: { total: "25.00" } }, "The order's total should be 25.00, its lines come to 24.00"],
  [{ ...pickup, discounts: [{ name: "X", amount: "1.00" }] }, "The discount X is 1.00"],
  [{ ...pickup, lines: [{ sku: "A", quantity: 1, unitPrice: "1.005" }] }, "not a whole number of minor units"],
  [{ ...pickup, lines: [{ sku: "unknown", quantity: 1 }] }, "No variant has the SKU unknown"],
  [
    { ...parcel, fulfilmentOrders: [{ locationId: leeds, lines: [{ line: 0, quantity: 2 }] }] },
    "Line 0 has 3 units, its fulfilment orders 2",
  ],
  [{ ...pickup, pickupLocationId: 99 }, "There is no location 99"],
  [{ pickupLocationId: leeds, lines: [{ sku: "B", quantity: 1 }] }, "B is not stocked at location 18"],
  [{ ...pickup, financialStatus: "PARTIALLY_PAID" }, "PARTIALLY_PAID needs its transactions"],
])("an order that cannot be is refused and nothing is left of it", async (order, message) => {
  await expect(shop.control("orders", { orders: [pickup, order] })).rejects.toThrow(message);
  expect((await shop.control("dump/orders")).body).toBe("");
  expect(await shop.level("A")).toEqual({ available: 10, committed: 0, onHand: 10 });
});

test("a checkout that looks refuses what is sold out, and lets through what may be oversold", async () => {
  const order = (sku: string) => ({ checkAvailability: true, pickupLocationId: london, lines: [{ sku, quantity: 5 }] });
  const answer = await shop.control("orders", { orders: [order("B"), order("C"), order("A")] });
  expect(answer.list("orders")).toMatchObject([
    { refused: "B is sold out at location 17: 4 available, 5 wanted" },
    { name: "#1001" },
    { name: "#1002" },
  ]);
  expect(await shop.level("C")).toEqual({ available: -4, committed: 5, onHand: 1 });
});

test("one order can be split over locations, and long ones over pages", async () => {
  const id = await place({
    lines: [{ sku: "A", quantity: 4 }, ...Array.from({ length: 300 }, (_, n) => ({ title: `Thing ${n}`, unitPrice: "1.00", quantity: 1 }))],
    fulfilmentOrders: [
      { locationId: london, methodType: "PICK_UP", lines: [{ line: 0, quantity: 3 }] },
      { locationId: leeds, lines: [{ line: 0, quantity: 1 }, ...Array.from({ length: 300 }, (_, n) => ({ line: n + 1, quantity: 1 }))] },
    ],
  });
  expect(
    await read(
      id,
      `fulfillmentOrders(first: 5) { nodes { status requestStatus assignedLocation { name location { id } } deliveryMethod { methodType }
        supportedActions { action } lineItems(first: 1) { nodes { totalQuantity remainingQuantity } pageInfo { hasNextPage } } } }`,
    ),
  ).toMatchObject({
    fulfillmentOrders: {
      nodes: [
        {
          status: "OPEN",
          assignedLocation: { name: "London", location: { id: "gid://shopify/Location/17" } },
          deliveryMethod: { methodType: "PICK_UP" },
          lineItems: { nodes: [{ totalQuantity: 3, remainingQuantity: 3 }], pageInfo: { hasNextPage: false } },
        },
        { deliveryMethod: { methodType: "SHIPPING" }, lineItems: { nodes: [{ totalQuantity: 1 }], pageInfo: { hasNextPage: true } } },
      ],
    },
  });
  const second = await shop.ask(
    `query($id: ID!, $after: String) { order(id: $id) { lineItems(first: 250, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } } }`,
    { id },
  );
  expect(second.list("data.order.lineItems.nodes")).toHaveLength(250);
  expect(second.at("data.order.lineItems.pageInfo.hasNextPage")).toBe(true);
});

test("orders are listed by their last change, from a time on, and only 60 days back without leave", async () => {
  await shop.control("orders", { orders: [{ ...pickup, createdAt: "2020-01-01T00:00:00Z" }, pickup] });
  await shop.control("setup", { tokens: [{ token: "short", scopes: ["read_orders"] }] });
  const names = async (query: string | null, token?: string) =>
    (await shop.ask("query($q: String) { orders(first: 9, sortKey: UPDATED_AT, query: $q) { nodes { name } } }", { q: query }, token)).at(
      "data.orders.nodes",
    );
  expect(await names(null)).toEqual([{ name: "#1001" }, { name: "#1002" }]);
  expect(await names(null, "short")).toEqual([{ name: "#1002" }]);
  await shop.control("clock", { offsetSeconds: 3_600 }, "PUT");
  const since = new Date(Date.now() + 1_800_000).toISOString();
  await shop.control("orders", pickup);
  expect(await names(`updated_at:>='${since}'`)).toEqual([{ name: "#1003" }]);
  expect(await names("name:#1001")).toEqual([{ name: "#1001" }]);
  expect(await names("financial_status:pending")).toEqual([]);
});

test("payment comes later", async () => {
  const id = await place({ ...pickup, financialStatus: "AUTHORIZED" });
  expect(await read(id, `displayFinancialStatus fullyPaid totalOutstandingSet ${money}`)).toEqual({
    displayFinancialStatus: "AUTHORIZED",
    fullyPaid: false,
    totalOutstandingSet: gbp("24.0"),
  });
  await shop.control("pay-order", { order: id });
  expect(await read(id, "displayFinancialStatus fullyPaid transactions(first: 5) { kind parentTransaction { kind } }")).toEqual({
    displayFinancialStatus: "PAID",
    fullyPaid: true,
    transactions: [
      { kind: "AUTHORIZATION", parentTransaction: null },
      { kind: "CAPTURE", parentTransaction: { kind: "AUTHORIZATION" } },
    ],
  });
  await expect(shop.control("pay-order", { order: id })).rejects.toThrow("Nothing of #1001 is open");
});
