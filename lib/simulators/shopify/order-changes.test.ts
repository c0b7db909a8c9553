import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { leeds, london, openTestShop, parcel, pickup, type TestShop, vat } from "./open-test-shop";

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.stop());

const place = async (order: object) => (await shop.control("orders", order)).text("orders.0.gid");
const read = async (id: string, fields: string) =>
  (await shop.ask(`query($id: ID!) { order(id: $id) { ${fields} } }`, { id })).at("data.order");

describe("orderCancel", () => {
  const cancel = async (id: string, restock = true) => {
    const answer = await shop.ask(
      `mutation($id: ID!, $restock: Boolean!) { orderCancel(orderId: $id, reason: INVENTORY, restock: $restock, refundMethod: { originalPaymentMethodsRefund: true }) {
        job { done } orderCancelUserErrors { code message } } }`,
      { id, restock },
    );
    return answer.at("data.orderCancel");
  };

  test("frees what was promised and pays back", async () => {
    const id = await place(parcel);
    expect(await cancel(id)).toEqual({ job: { done: false }, orderCancelUserErrors: [] });
    expect(await shop.level("A", leeds)).toEqual({ available: 5, committed: 0, onHand: 5 });
    expect(
      await read(
        id,
        `cancelReason displayFinancialStatus displayFulfillmentStatus closed currentTotalPriceSet { shopMoney { amount } } totalPriceSet { shopMoney { amount } }
         lineItems(first: 1) { nodes { quantity currentQuantity } } transactions(first: 5) { kind amountSet { shopMoney { amount } } }
         fulfillmentOrders(first: 1) { nodes { status } }`,
      ),
    ).toEqual({
      cancelReason: "INVENTORY",
      displayFinancialStatus: "REFUNDED",
      displayFulfillmentStatus: "RESTOCKED",
      closed: true,
      currentTotalPriceSet: { shopMoney: { amount: "0.0" } },
      totalPriceSet: { shopMoney: { amount: "40.8" } },
      lineItems: { nodes: [{ quantity: 3, currentQuantity: 0 }] },
      transactions: [
        { kind: "SALE", amountSet: { shopMoney: { amount: "40.8" } } },
        { kind: "REFUND", amountSet: { shopMoney: { amount: "40.8" } } },
      ],
      fulfillmentOrders: { nodes: [{ status: "CANCELLED" }] },
    });
  });

  test("without restocking the units are gone", async () => {
    await cancel(await place(parcel), false);
    expect(await shop.level("A", leeds)).toEqual({ available: 2, committed: 0, onHand: 2 });
  });

  test("an authorisation becomes void; cancelled and fulfilled orders stay as they are", async () => {
    const authorised = await place({ ...pickup, financialStatus: "AUTHORIZED" });
    await cancel(authorised);
    expect(await read(authorised, "displayFinancialStatus")).toEqual({ displayFinancialStatus: "VOIDED" });
    expect(await cancel(authorised)).toMatchObject({ job: null, orderCancelUserErrors: [{ code: "INVALID" }] });
    const collected = await place(pickup);
    await shop.control("fulfil-order", { order: collected });
    expect(await cancel(collected)).toMatchObject({ orderCancelUserErrors: [{ code: "INVALID" }] });
    await expect(shop.control("cancel-order", { order: collected })).rejects.toThrow("fulfilled items");
    expect(await cancel("gid://shopify/Order/1")).toMatchObject({ orderCancelUserErrors: [{ code: "NOT_FOUND" }] });
  });
});

describe("editing", () => {
  test("fewer units: the line keeps what was ordered, the order comes to less, the unit is free", async () => {
    const id = await place(parcel);
    expect((await shop.control("edit-order", { order: id, lines: [{ line: 0, quantity: 2 }] })).body).toEqual({
      name: "#1001",
      currentTotal: "28.80",
    });
    expect(await shop.level("A", leeds)).toEqual({ available: 3, committed: 2, onHand: 5 });
    expect(
      await read(
        id,
        `edited currentTotalTaxSet { shopMoney { amount } } totalTaxSet { shopMoney { amount } } lineItems(first: 1) { nodes { quantity currentQuantity } }
         fulfillmentOrders(first: 1) { nodes { lineItems(first: 1) { nodes { totalQuantity remainingQuantity } } } }`,
      ),
    ).toEqual({
      edited: true,
      currentTotalTaxSet: { shopMoney: { amount: "4.8" } },
      totalTaxSet: { shopMoney: { amount: "6.8" } },
      lineItems: { nodes: [{ quantity: 3, currentQuantity: 2 }] },
      fulfillmentOrders: { nodes: [{ lineItems: { nodes: [{ totalQuantity: 2, remainingQuantity: 2 }] } }] },
    });
  });

  test("more units and another line are promised too, and are still to be paid", async () => {
    const id = await place(pickup);
    await shop.control("edit-order", {
      order: "#1001",
      lines: [{ line: 0, quantity: 3, taxLines: vat("6.00") }],
      add: [{ sku: "B", quantity: 1, unitPrice: "6.00", taxLines: vat("1.00") }],
    });
    expect(await shop.level("A")).toEqual({ available: 7, committed: 3, onHand: 10 });
    expect(await shop.level("B")).toEqual({ available: 3, committed: 1, onHand: 4 });
    expect(await read(id, "displayFinancialStatus totalOutstandingSet { shopMoney { amount } }")).toEqual({
      displayFinancialStatus: "PARTIALLY_PAID",
      totalOutstandingSet: { shopMoney: { amount: "18.0" } },
    });
  });

  test("what is fulfilled cannot be taken off", async () => {
    const id = await place(pickup);
    await shop.control("fulfil-order", { order: id });
    await expect(shop.control("edit-order", { order: id, lines: [{ line: 0, quantity: 1 }] })).rejects.toThrow("Only 0 units");
    await expect(shop.control("edit-order", { order: "#9", lines: [] })).rejects.toThrow("There is no order #9");
  });
});

describe("metafields", () => {
  const write = async (ownerId: string, fields: object) => {
    const answer = await shop.ask(
      `mutation($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { key value compareDigest } userErrors { code field } } }`,
      { m: [{ ownerId, namespace: "pos", key: "order", type: "single_line_text_field", ...fields }] },
    );
    return { answer: answer.at("data.metafieldsSet"), digest: answer.at("data.metafieldsSet.metafields.0.compareDigest") };
  };

  test("a digest of null means that there must be none yet; the right digest changes it", async () => {
    const id = await place(pickup);
    const first = await write(id, { value: "S-1", compareDigest: null });
    expect(first.answer).toMatchObject({ metafields: [{ key: "order", value: "S-1" }], userErrors: [] });
    expect((await write(id, { value: "S-2", compareDigest: null })).answer).toMatchObject({
      metafields: null,
      userErrors: [{ code: "STALE_OBJECT", field: ["metafields", "0", "compareDigest"] }],
    });
    expect((await write(id, { value: "S-2", compareDigest: first.digest })).answer).toMatchObject({ userErrors: [] });
    expect(await read(id, `metafield(namespace: "pos", key: "order") { value }`)).toEqual({ metafield: { value: "S-2" } });
  });

  test("no owner, no type: refused", async () => {
    expect((await write("gid://shopify/Order/1", { value: "x" })).answer).toMatchObject({ userErrors: [{ code: "INVALID" }] });
    const id = await place(pickup);
    expect((await write(id, { value: "x", type: null })).answer).toMatchObject({ userErrors: [{ code: "BLANK" }] });
  });

  test("tags are added once", async () => {
    const id = await place(pickup);
    const add = 'mutation($id: ID!) { tagsAdd(id: $id, tags: ["b", "a", "b"]) { userErrors { message } } }';
    await shop.ask(add, { id });
    expect(await read(id, "tags")).toEqual({ tags: ["a", "b"] });
  });
});

test("totals per day and location, and a dump of every order, agree with the orders", async () => {
  await shop.control("orders", {
    orders: [
      { ...pickup, processedAt: "2026-11-20T23:30:00Z" },
      { ...parcel, processedAt: "2026-11-20T10:00:00Z" },
      { ...pickup, test: true },
      { ...pickup, name: "gone" },
    ],
  });
  await shop.control("cancel-order", { order: "gone" });
  const tax = (amount: string) => [{ rate: "0.2", tax: amount }];
  expect((await shop.control("totals?timezone=Europe/Stockholm")).body).toEqual({
    all: [{ currency: "GBP", orders: 2, gross: "64.80", tax: tax("10.80") }],
    byDay: [
      { day: "2026-11-21", locationId: london, currency: "GBP", orders: 1, gross: "24.00", tax: tax("4.00") },
      { day: "2026-11-20", locationId: leeds, currency: "GBP", orders: 1, gross: "40.80", tax: tax("6.80") },
    ],
  });
  const lines = String((await shop.control("dump/orders")).body)
    .trim()
    .split("\n");
  expect(lines.map((line) => JSON.parse(line).name)).toEqual(["#1001", "#1002", "#1003", "gone"]);
  expect(JSON.parse(lines[1] ?? "")).toMatchObject({
    totalPriceSet: { shopMoney: { amount: "40.8", currencyCode: "GBP" } },
    lineItems: { nodes: [{ sku: "A", quantity: 3, taxLines: [{ rate: 0.2, priceSet: { shopMoney: { amount: "6.0" } } }] }] },
    fulfillmentOrders: { nodes: [{ assignedLocation: { name: "Leeds" }, lineItems: { nodes: [{ totalQuantity: 3 }] } }] },
    metafields: { nodes: [] },
  });
});
