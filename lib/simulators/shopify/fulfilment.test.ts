import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { leeds, locationGid, london, openTestShop, parcel, pickup, type TestShop } from "./open-test-shop";

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.stop());

const place = async (order: object) => (await shop.control("orders", order)).text("orders.0.gid");
const readOrder = async (id: string, fields: string) =>
  (await shop.ask(`query($id: ID!) { order(id: $id) { ${fields} } }`, { id })).at("data.order");

async function fulfilmentOrders(id: string) {
  const answer = await shop.ask(
    `query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 9) { nodes {
      id status assignedLocation { name } supportedActions { action } lineItems(first: 9) { nodes { id totalQuantity remainingQuantity } } } } } }`,
    { id },
  );
  return answer.list("data.order.fulfillmentOrders.nodes") as {
    id: string;
    status: string;
    lineItems: { nodes: { id: string; remainingQuantity: number }[] };
  }[];
}

const fulfil = (groups: object[], trackingInfo: object | null = null) =>
  shop.ask(
    `mutation($f: FulfillmentInput!) { fulfillmentCreate(fulfillment: $f) {
      fulfillment { name status displayStatus totalQuantity trackingInfo { number company } location { name } fulfillmentLineItems(first: 9) { nodes { quantity lineItem { sku } } } }
      userErrors { field message } } }`,
    { f: { lineItemsByFulfillmentOrder: groups, trackingInfo } },
  );

describe("fulfillmentCreate", () => {
  test("hands over a part, then the rest: on hand and committed fall, available stays", async () => {
    const id = await place(parcel);
    const [before] = await fulfilmentOrders(id);
    const part = [{ id: before?.lineItems.nodes[0]?.id, quantity: 1 }];
    const answer = await fulfil([{ fulfillmentOrderId: before?.id, fulfillmentOrderLineItems: part }], { number: "TRK1", company: "Post" });
    expect(answer.at("data.fulfillmentCreate")).toEqual({
      fulfillment: {
        name: "#1001.1",
        status: "SUCCESS",
        displayStatus: "FULFILLED",
        totalQuantity: 1,
        trackingInfo: [{ number: "TRK1", company: "Post" }],
        location: { name: "Leeds" },
        fulfillmentLineItems: { nodes: [{ quantity: 1, lineItem: { sku: "A" } }] },
      },
      userErrors: [],
    });
    expect(await shop.level("A", leeds)).toEqual({ available: 2, committed: 2, onHand: 4 });
    expect(await readOrder(id, "displayFulfillmentStatus lineItems(first: 1) { nodes { unfulfilledQuantity } }")).toEqual({
      displayFulfillmentStatus: "PARTIALLY_FULFILLED",
      lineItems: { nodes: [{ unfulfilledQuantity: 2 }] },
    });
    await fulfil([{ fulfillmentOrderId: before?.id }]);
    expect(await shop.level("A", leeds)).toEqual({ available: 2, committed: 0, onHand: 2 });
    expect(await fulfilmentOrders(id)).toMatchObject([
      { status: "CLOSED", supportedActions: [], lineItems: { nodes: [{ totalQuantity: 3, remainingQuantity: 0 }] } },
    ]);
    expect(await readOrder(id, "displayFulfillmentStatus fulfillments(first: 9) { name }")).toEqual({
      displayFulfillmentStatus: "FULFILLED",
      fulfillments: [{ name: "#1001.1" }, { name: "#1001.2" }],
    });
  });

  test("refuses too many, what is closed, and what is of two locations", async () => {
    const split = await place({
      ...parcel,
      fulfilmentOrders: [
        { locationId: leeds, lines: [{ line: 0, quantity: 1 }] },
        { locationId: london, lines: [{ line: 0, quantity: 2 }] },
      ],
    });
    const [first, second] = await fulfilmentOrders(split);
    const refusals = async (groups: object[]) => (await fulfil(groups)).at("data.fulfillmentCreate.userErrors.0.message");
    const many = [{ id: first?.lineItems.nodes[0]?.id, quantity: 2 }];
    expect(await refusals([{ fulfillmentOrderId: first?.id, fulfillmentOrderLineItems: many }])).toContain(
      "Invalid fulfillment order line item",
    );
    expect(await refusals([{ fulfillmentOrderId: first?.id }, { fulfillmentOrderId: second?.id }])).toContain("same location");
    expect(await refusals([{ fulfillmentOrderId: "gid://shopify/FulfillmentOrder/1" }])).toContain("does not exist");
    await fulfil([{ fulfillmentOrderId: first?.id }]);
    expect(await refusals([{ fulfillmentOrderId: first?.id }])).toContain("unfulfillable status= closed");
  });

  test("a collected order is picked up", async () => {
    const [order] = await fulfilmentOrders(await place(pickup));
    const answer = await fulfil([{ fulfillmentOrderId: order?.id }]);
    expect(answer.at("data.fulfillmentCreate.fulfillment.displayStatus")).toBe("PICKED_UP");
  });

  test("the shop's own staff can do it too", async () => {
    const id = await place(pickup);
    await shop.control("fulfil-order", { order: id });
    expect(await readOrder(id, "displayFulfillmentStatus")).toEqual({ displayFulfillmentStatus: "FULFILLED" });
    await expect(shop.control("fulfil-order", { order: id })).rejects.toThrow("is open");
  });
});

test("ready for pickup is said once, and only of what is collected", async () => {
  const prepare = async (id: string) => {
    const [order] = await fulfilmentOrders(id);
    const answer = await shop.ask(
      `mutation($input: FulfillmentOrderLineItemsPreparedForPickupInput!) {
        fulfillmentOrderLineItemsPreparedForPickup(input: $input) { userErrors { code } } }`,
      { input: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: order?.id }] } },
    );
    return answer.at("data.fulfillmentOrderLineItemsPreparedForPickup.userErrors");
  };
  const id = await place(pickup);
  expect(await prepare(id)).toEqual([]);
  expect(await fulfilmentOrders(id)).toMatchObject([{ status: "IN_PROGRESS" }]);
  expect(await prepare(id)).toEqual([{ code: "NO_LINE_ITEMS_TO_PREPARE_FOR_FULFILLMENT_ORDER" }]);
  expect(await prepare(await place(parcel))).toEqual([{ code: "FULFILLMENT_ORDER_INVALID" }]);
});

describe("fulfillmentOrderMove", () => {
  const move = async (id: string, location: string, units?: number) => {
    const [order] = await fulfilmentOrders(id);
    const lines = units === undefined ? null : [{ id: order?.lineItems.nodes[0]?.id, quantity: units }];
    const answer = await shop.ask(
      `mutation($id: ID!, $to: ID!, $lines: [FulfillmentOrderLineItemInput!]) {
        fulfillmentOrderMove(id: $id, newLocationId: $to, fulfillmentOrderLineItems: $lines) {
          movedFulfillmentOrder { assignedLocation { name } lineItems(first: 9) { nodes { totalQuantity } } }
          remainingFulfillmentOrder { assignedLocation { name } lineItems(first: 9) { nodes { totalQuantity } } }
          userErrors { message } } }`,
      { id: order?.id, to: locationGid(location), lines },
    );
    return answer.at("data.fulfillmentOrderMove");
  };

  test("takes the promise along", async () => {
    const id = await place(parcel);
    expect(await move(id, london)).toEqual({
      movedFulfillmentOrder: { assignedLocation: { name: "London" }, lineItems: { nodes: [{ totalQuantity: 3 }] } },
      remainingFulfillmentOrder: null,
      userErrors: [],
    });
    expect(await shop.level("A", leeds)).toEqual({ available: 5, committed: 0, onHand: 5 });
    expect(await shop.level("A", london)).toEqual({ available: 7, committed: 3, onHand: 10 });
  });

  test("moves some units as a fulfilment order of their own", async () => {
    const id = await place(parcel);
    expect(await move(id, london, 1)).toMatchObject({
      movedFulfillmentOrder: { assignedLocation: { name: "London" }, lineItems: { nodes: [{ totalQuantity: 1 }] } },
      remainingFulfillmentOrder: { assignedLocation: { name: "Leeds" }, lineItems: { nodes: [{ totalQuantity: 2 }] } },
    });
    expect(await fulfilmentOrders(id)).toHaveLength(2);
  });

  test("needs a destination that stocks the item", async () => {
    const id = await place({ pickupLocationId: london, lines: [{ sku: "B", quantity: 1 }] });
    expect(await move(id, leeds)).toMatchObject({
      userErrors: [{ message: "The destination location does not stock the requested item." }],
    });
    expect(await move(id, london)).toMatchObject({ userErrors: [{ message: expect.stringContaining("already assigned") }] });
  });
});
