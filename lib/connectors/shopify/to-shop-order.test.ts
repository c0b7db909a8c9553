import { expect, test } from "vitest";

import { sum } from "@/lib/domain/money";

import { type FulfilmentOrderNode, type LineNode, OrderNode, type TransactionNode } from "./order-schemas";
import { toShopOrder } from "./to-shop-order";

const amount = (text: string) => ({ shopMoney: { amount: text } });
const empty = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
const head = (change: object = {}): OrderNode =>
  OrderNode.parse({
    id: "gid://shopify/Order/5550001",
    name: "#1001",
    createdAt: "2026-11-20T10:00:00Z",
    processedAt: "2026-11-20T11:00:00+01:00",
    updatedAt: "2026-11-20T10:00:07Z",
    cancelledAt: null,
    test: false,
    sourceName: "web",
    email: "kim@example.org",
    phone: null,
    currencyCode: "GBP",
    taxesIncluded: true,
    displayFinancialStatus: "PARTIALLY_PAID",
    customer: { firstName: "Kim", lastName: "Berg" },
    billingAddress: null,
    shippingAddress: {
      name: "Kim Berg",
      address1: "High St 1",
      address2: null,
      zip: "N1",
      city: "London",
      countryCodeV2: "GB",
      phone: "+44",
    },
    currentTotalPriceSet: amount("35.99"),
    shippingLines: {
      ...empty,
      nodes: [
        {
          id: null,
          title: "Post",
          originalPriceSet: amount("5.0"),
          discountedPriceSet: amount("3.5"),
          taxLines: [{ rate: 0.2, priceSet: amount("0.58") }],
        },
      ],
    },
    lineItems: empty,
    fulfillmentOrders: empty,
    transactions: [],
    ...change,
  });
const line = (change: Partial<LineNode> = {}): LineNode => ({
  id: "81",
  sku: "TEE-BLK-M",
  name: "Tee - M",
  quantity: 3,
  currentQuantity: 3,
  isGiftCard: false,
  originalUnitPriceSet: "20.0",
  discountAllocations: [
    { allocatedAmountSet: "1.00", discountApplication: { allocationMethod: "ACROSS", targetSelection: "ALL" } },
    { allocatedAmountSet: "0.50", discountApplication: { allocationMethod: "EACH", targetSelection: "ENTITLED" } },
  ],
  taxLines: [{ rate: 0.055, priceSet: "3.05" }],
  ...change,
});
const money = (kind: string, text: string, status = "SUCCESS"): TransactionNode => ({
  id: "60",
  kind,
  status,
  gateway: "shopify_payments",
  amountSet: text,
});
const fulfilment = (change: Partial<FulfilmentOrderNode> = {}): FulfilmentOrderNode => ({
  id: "gid://shopify/FulfillmentOrder/900",
  status: "OPEN",
  assignedLocation: { name: "North", location: { id: "17" } },
  deliveryMethod: { methodType: "PICK_UP" },
  lineItems: { ...empty, nodes: [{ totalQuantity: 3, remainingQuantity: 2, lineItem: { id: "81" } }] },
  ...change,
});

test("the head of an order", () => {
  expect(toShopOrder(head(), [], [], [])).toMatchObject({
    id: "5550001",
    name: "#1001",
    version: "2026-11-20T10:00:07Z",
    placedAt: "2026-11-20T10:00:00.000Z",
    isBornInPos: false,
    payment: "partially-paid",
    total: 3599,
    phone: "+44",
    billing: null,
    shipping: { street: "High St 1", street2: "", country: "GB" },
    shippingLines: [{ id: "shipping-1", listed: 500, discount: 150, taxes: [{ rate: "20", amount: 58 }] }],
  });
});

test("a line lists unit price times units, its discounts added up, its tax per rate", () => {
  expect(toShopOrder(head(), [line()], [], []).lines).toEqual([
    {
      id: "81",
      sku: "TEE-BLK-M",
      title: "Tee - M",
      quantity: 3,
      listed: 6000,
      discount: 150,
      ownDiscount: 50,
      taxes: [{ rate: "5.5", amount: 305 }],
      isGiftCard: false,
    },
  ]);
});

test("units taken back take their share of discount and tax with them, whole lines disappear", () => {
  const lines = [line({ currentQuantity: 2 }), line({ id: "82", currentQuantity: 0 })];
  expect(toShopOrder(head(), lines, [], []).lines).toMatchObject([
    { id: "81", quantity: 2, listed: 4000, discount: 100, taxes: [{ amount: 203 }] },
  ]);
});

test.each([[null], [""]])("a custom line has no SKU (%o)", (sku) => {
  expect(toShopOrder(head(), [line({ sku })], [], []).lines).toMatchObject([{ sku: null }]);
});

test.each([
  ["pos", true],
  ["POS", true],
  ["sitoo", true],
  ["web", false],
  [null, false],
])("source %o: born in the POS is %o", (sourceName, isBornInPos) => {
  expect(toShopOrder(head({ sourceName }), [], [], [])).toMatchObject({ isBornInPos });
});

test.each([
  ["PICK_UP", "pickup"],
  ["SHIPPING", "shipping"],
  ["LOCAL", "shipping"],
  ["RETAIL", "other"],
])("%s is %s", (methodType, method) => {
  expect(toShopOrder(head(), [], [fulfilment({ deliveryMethod: { methodType } })], []).allocations).toEqual([
    { locationId: "17", locationName: "North", method, lines: [{ lineId: "81", quantity: 3, remaining: 2 }] },
  ]);
});

test("cancelled fulfilment orders are left out, one without a location is not guessed", () => {
  const fulfilments = [
    fulfilment({ status: "CANCELLED" }),
    fulfilment({ assignedLocation: { name: null, location: null }, deliveryMethod: null }),
  ];
  expect(toShopOrder(head(), [], fulfilments, []).allocations).toMatchObject([{ locationId: null, locationName: "", method: "other" }]);
});

test("payments are what moved: captures less refunds, or what is authorised while nothing is", () => {
  const of = (...transactions: TransactionNode[]) => toShopOrder(head(), [], [], transactions).payments.map((payment) => payment.amount);
  expect(of(money("AUTHORIZATION", "40.00"), money("CAPTURE", "40.00"), money("SALE", "9.00", "FAILURE"))).toEqual([4000]);
  expect(sum(toShopOrder(head(), [], [], [money("SALE", "40.00"), money("REFUND", "4.01")]).payments.map(({ amount }) => amount))).toBe(
    3599,
  );
  expect(of(money("AUTHORIZATION", "40.00"))).toEqual([4000]);
});

test("yen have no decimals, and an amount finer than its currency is no amount", () => {
  expect(toShopOrder(head({ currencyCode: "JPY", currentTotalPriceSet: amount("1200.0"), shippingLines: empty }), [], [], []).total).toBe(
    1200,
  );
  expect(() => toShopOrder(head({ currentTotalPriceSet: amount("1.005") }), [], [], [])).toThrow(RangeError);
});
