import { describe, expect, test } from "vitest";

import type { ShopOrderId } from "@/lib/domain/ids";

import { openPort } from "../open-port";
import { answering, someConnection } from "../testing/answering";

type Variables = { id: string; cursor?: string };
const money = (text: string) => ({ shopMoney: { amount: text } });
const pageOf = <T>(all: readonly T[], cursor: string | undefined | null, first: number) => {
  const from = Number(cursor ?? 0);
  return { nodes: all.slice(from, from + first), pageInfo: { hasNextPage: from + first < all.length, endCursor: String(from + first) } };
};

/** A shop with one order: as many lines, fulfilment orders and payments as wanted, in pages as asked for. */
function shop({ lines = 1, fulfilments = 1, payments = 1, updatedAt = (_page: number) => "2026-11-20T10:00:07Z", change = {} }) {
  const allLines = Array.from({ length: lines }, (_, at) => ({
    id: `gid://shopify/LineItem/${at + 1}`,
    sku: `S${at + 1}`,
    name: "Tee",
    quantity: 1,
    currentQuantity: 1,
    isGiftCard: false,
    originalUnitPriceSet: money("10.00"),
    discountAllocations: [],
    taxLines: [],
  }));
  const waiting = allLines.map(({ id }) => ({ totalQuantity: 1, remainingQuantity: 1, lineItem: { id } }));
  const allFulfilments = Array.from({ length: fulfilments }, (_, at) => ({
    id: `gid://shopify/FulfillmentOrder/${at + 1}`,
    status: "OPEN",
    assignedLocation: { name: "North", location: { id: "gid://shopify/Location/17" } },
    deliveryMethod: { methodType: "SHIPPING" },
    lineItems: pageOf(waiting, null, 25),
  }));
  const allPayments = Array.from({ length: payments }, (_, at) => ({
    id: `gid://shopify/OrderTransaction/${at}`,
    kind: "SALE",
    status: "SUCCESS",
    gateway: "card",
    amountSet: money("1.00"),
  }));
  const head = {
    id: "gid://shopify/Order/1",
    name: "#1001",
    createdAt: "2026-11-20T10:00:00Z",
    processedAt: "2026-11-20T10:00:00Z",
    updatedAt: updatedAt(0),
    cancelledAt: null,
    test: false,
    sourceName: "web",
    email: null,
    phone: null,
    currencyCode: "GBP",
    taxesIncluded: true,
    displayFinancialStatus: "PAID",
    customer: null,
    billingAddress: null,
    shippingAddress: null,
    currentTotalPriceSet: money("10.00"),
    shippingLines: pageOf([], null, 5),
    lineItems: pageOf(allLines, null, 25),
    fulfillmentOrders: pageOf(allFulfilments, null, 3),
    transactions: allPayments.slice(0, 15),
    ...change,
  };

  const { asked, exchange } = answering(({ json }, nth) => {
    const { query, variables } = json as { query: string; variables: Variables };
    const name = /query (\w+)/.exec(query)?.[1];
    const data = {
      OrderFull: { order: variables.id === head.id ? head : null },
      OrderLines: { order: { updatedAt: updatedAt(nth), lineItems: pageOf(allLines, variables.cursor, 75) } },
      OrderFulfillmentOrders: { order: { updatedAt: updatedAt(nth), fulfillmentOrders: pageOf(allFulfilments, variables.cursor, 10) } },
      FulfillmentOrderLines: { fulfillmentOrder: { lineItems: pageOf(waiting, variables.cursor, 100) } },
      OrderTransactions: { order: { transactions: allPayments } },
    }[name ?? ""];
    const cost = {
      requestedQueryCost: 10,
      actualQueryCost: 10,
      throttleStatus: { maximumAvailable: 2000, currentlyAvailable: 1990, restoreRate: 100 },
    };
    return { body: { data, extensions: { cost } } };
  });
  const settings = { shop: "north.myshopify.com", accessToken: "t", webhookSecret: "w" };
  return {
    asked,
    find: (id = "1") => openPort({ id: someConnection(), platform: "shopify", settings }, "orders", { exchange }).find(id as ShopOrderId),
  };
}

test("an ordinary order takes one call", async () => {
  const { asked, find } = shop({ lines: 25 });
  expect(await find()).toMatchObject({ id: "1", allocations: [{ lines: { length: 25 } }] });
  expect(asked).toHaveLength(1);
});

test("an order of a thousand lines is read to the last of them, everywhere", async () => {
  const { find } = shop({ lines: 1000, fulfilments: 14, payments: 40 });
  const order = await find();
  expect(order?.lines.map(({ sku }) => sku)).toEqual(Array.from({ length: 1000 }, (_, at) => `S${at + 1}`));
  expect(order?.allocations).toHaveLength(14);
  expect(order?.allocations.every(({ lines }) => lines.length === 1000)).toBe(true);
  expect(order?.payments).toHaveLength(40);
});

test("an unknown order is null", async () => {
  expect(await shop({}).find("2")).toBeNull();
});

describe("never half an order", () => {
  test("one that changes between its pages is a conflict", async () => {
    const { find } = shop({ lines: 200, updatedAt: (page) => `2026-11-20T10:00:0${page > 2 ? 9 : 7}Z` });
    await expect(find()).rejects.toMatchObject({ failure: { kind: "conflict", reason: "#1001 changed while it was read" } });
  });

  test("an amount finer than its currency is odd", async () => {
    await expect(shop({ change: { currentTotalPriceSet: money("10.001") } }).find()).rejects.toMatchObject({
      failure: { kind: "odd-answer", at: expect.stringContaining("10.001") },
    });
  });

  test("a payment state that we do not know is odd, and named", async () => {
    await expect(shop({ change: { displayFinancialStatus: "BARTERED" } }).find()).rejects.toMatchObject({
      failure: { kind: "odd-answer", at: "data.order.displayFinancialStatus" },
    });
  });
});
