import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";

import { leeds, locationGid, london, openTestShop, type TestShop } from "./open-test-shop";

let shop: TestShop;
beforeEach(async () => {
  shop = await openTestShop();
});
afterEach(() => shop.stop());

const mutation = `mutation($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { id reason referenceDocumentUri changes { name delta quantityAfterChange item { sku } location { name } } }
    userErrors { code field message }
  }
}`;
type Line = { sku?: string; inventoryItemId?: string; locationId?: string; quantity: number; changeFromQuantity?: number | null };
const line = ({ sku = "A", locationId = london, changeFromQuantity = null, ...rest }: Line) => ({
  inventoryItemId: shop.item(sku),
  locationId: locationGid(locationId),
  changeFromQuantity,
  ...rest,
});
const set = (quantities: object[], more: object = {}, key: string = randomUUID()) =>
  shop.ask(mutation, { key, input: { name: "on_hand", reason: "correction", quantities, ...more } });
const codes = async (quantities: object[], more: object = {}) => {
  const answer = await set(quantities, more);
  return answer.list("data.inventorySetQuantities.userErrors");
};

test("on_hand is set against what is committed, and says what it changed", async () => {
  await shop.control("orders", { pickupLocationId: london, lines: [{ sku: "A", quantity: 2 }] });
  const answer = await set([line({ quantity: 7, changeFromQuantity: 10 })], { referenceDocumentUri: "gid://pos/StockSync/1" });
  expect(await shop.level("A")).toEqual({ available: 5, committed: 2, onHand: 7 });
  expect(answer.at("data.inventorySetQuantities")).toMatchObject({
    inventoryAdjustmentGroup: {
      reason: "correction",
      referenceDocumentUri: "gid://pos/StockSync/1",
      changes: [
        { name: "available", delta: -3, quantityAfterChange: null },
        { name: "on_hand", delta: -3, quantityAfterChange: 7, item: { sku: "A" }, location: { name: "London" } },
      ],
    },
    userErrors: [],
  });
});

test("available is set as it is; nothing changed gives no group", async () => {
  await shop.control("orders", { pickupLocationId: london, lines: [{ sku: "A", quantity: 2 }] });
  await set([line({ quantity: 7, changeFromQuantity: 8 })], { name: "available" });
  expect(await shop.level("A")).toEqual({ available: 7, committed: 2, onHand: 9 });
  const same = await set([line({ quantity: 9 })]);
  expect(same.at("data.inventorySetQuantities")).toEqual({ inventoryAdjustmentGroup: null, userErrors: [] });
});

test("one stale line and nothing is saved", async () => {
  const errors = await codes([line({ quantity: 1, changeFromQuantity: 10 }), line({ sku: "B", quantity: 1, changeFromQuantity: 5 })]);
  expect(errors).toEqual([
    {
      code: "CHANGE_FROM_QUANTITY_STALE",
      field: ["input", "quantities", "1", "changeFromQuantity"],
      message: "The changeFromQuantity value does not match persisted value.",
    },
  ]);
  expect((await shop.level("A")).onHand).toBe(10);
});

test.each([
  ["INVALID_NAME", [{ quantity: 1 }], { name: "committed" }],
  ["INVALID_REASON", [{ quantity: 1 }], { reason: "because" }],
  ["INVALID_REFERENCE_DOCUMENT", [{ quantity: 1 }], { referenceDocumentUri: "receipt 7" }],
  ["INVALID_QUANTITY_NEGATIVE", [{ quantity: -1 }], {}],
  ["INVALID_QUANTITY_TOO_LOW", [{ quantity: -1_000_000_001 }], {}],
  ["INVALID_QUANTITY_TOO_HIGH", [{ quantity: 1_000_000_001 }], {}],
  ["INVALID_INVENTORY_ITEM", [{ quantity: 1, inventoryItemId: "gid://shopify/InventoryItem/1" }], {}],
  ["INVALID_LOCATION", [{ quantity: 1, locationId: "99" }], {}],
  ["INVALID_LOCATION", [{ quantity: 1, sku: "B", locationId: leeds }], {}],
  ["NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR", [{ quantity: 1 }, { quantity: 2 }], {}],
])("%s: %j %j", async (code, lines: Line[], more) => {
  expect(await codes(lines.map(line), more)).toMatchObject([{ code }]);
  expect((await shop.level("A")).onHand).toBe(10);
});

test("an item that is not stocked there is stocked instead where the shop is told so", async () => {
  await shop.control("quirks", { unstocked: "activate" }, "PUT");
  expect(await codes([line({ sku: "B", locationId: leeds, quantity: 3 })])).toEqual([]);
  expect((await shop.level("B", leeds)).onHand).toBe(3);
});

test("changeFromQuantity must be said, the directive too, and 250 lines are the most", async () => {
  const { changeFromQuantity: _, ...without } = line({ quantity: 1 });
  expect((await set([without])).at("errors.0")).toMatchObject({
    message: "InventoryQuantityInput must include the following argument: changeFromQuantity.",
    extensions: { code: "INVALID_FIELD_ARGUMENTS" },
  });
  const bare = mutation.replace("@idempotent(key: $key)", "").replace(", $key: String!", "");
  const input = { name: "on_hand", reason: "correction", quantities: [line({ quantity: 1 })] };
  expect((await shop.ask(bare, { input })).at("errors.0.extensions.code")).toBe("BAD_REQUEST");
  expect((await set(Array.from({ length: 251 }, () => line({ quantity: 1 })))).at("errors.0.extensions.code")).toBe(
    "MAX_INPUT_SIZE_EXCEEDED",
  );
  expect((await shop.level("A")).onHand).toBe(10);
});

test("a repeated key gives the first answer again and changes nothing", async () => {
  const first = await set([line({ quantity: 7, changeFromQuantity: 10 })], {}, "once");
  await shop.control("set-level", { sku: "A", locationId: london, onHand: 3 });
  await shop.restart();
  const again = await set([line({ quantity: 7, changeFromQuantity: 10 })], {}, "once");
  expect(again.at("data")).toEqual(first.at("data"));
  expect((await shop.level("A")).onHand).toBe(3);
});

test("a key with other parameters is refused, after 24 hours it is a new one", async () => {
  await set([line({ quantity: 7 })], {}, "once");
  const other = await set([line({ quantity: 8 })], {}, "once");
  expect(other.at("data.inventorySetQuantities.userErrors.0.code")).toBe("IDEMPOTENCY_KEY_PARAMETER_MISMATCH");
  await shop.control("clock", { offsetSeconds: 86_401 }, "PUT");
  await set([line({ quantity: 8 })], {}, "once");
  expect((await shop.level("A")).onHand).toBe(8);
});

test("two requests with one key at once: one works, the other is told", async () => {
  await shop.control("quirks", { holdMutationsMs: 100 }, "PUT");
  const answers = await Promise.all([set([line({ quantity: 7 })], {}, "once"), set([line({ quantity: 7 })], {}, "once")]);
  const told = answers.map((answer) => answer.at("data.inventorySetQuantities.userErrors.0.code") ?? "done");
  expect(told.sort()).toEqual(["IDEMPOTENCY_CONCURRENT_REQUEST", "done"]);
});

test("a key whose attempt failed is spoilt", async () => {
  await shop.control("quirks", { failMutations: 1 }, "PUT");
  expect((await set([line({ quantity: 7 })], {}, "spoilt")).at("errors.0.extensions.code")).toBe("INTERNAL_SERVER_ERROR");
  const again = await set([line({ quantity: 7 })], {}, "spoilt");
  expect(again.at("data.inventorySetQuantities.userErrors.0.code")).toBe("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED");
  await set([line({ quantity: 7 })]);
  expect((await shop.level("A")).onHand).toBe(7);
});

const activation = `mutation($item: ID!, $location: ID!, $available: Int, $key: String!) {
  inventoryActivate(inventoryItemId: $item, locationId: $location, available: $available) @idempotent(key: $key) {
    inventoryLevel { isActive quantities(names: ["available", "on_hand", "committed"]) { name quantity } }
    userErrors { field message }
  }
}`;

test("activating stocks an item with what was sent; again it keeps what is there", async () => {
  const activate = (available: number, key: string) =>
    shop.ask(activation, { item: shop.item("B"), location: locationGid(leeds), available, key });
  expect((await activate(6, "a")).at("data.inventoryActivate")).toEqual({
    inventoryLevel: {
      isActive: true,
      quantities: [
        { name: "available", quantity: 6 },
        { name: "on_hand", quantity: 6 },
        { name: "committed", quantity: 0 },
      ],
    },
    userErrors: [],
  });
  await activate(0, "b");
  expect((await shop.level("B", leeds)).onHand).toBe(6);
});

test("adjusting adds, and compares too", async () => {
  const adjust = (delta: number, changeFromQuantity: number) =>
    shop.ask(
      `mutation($input: InventoryAdjustQuantitiesInput!, $key: String!) {
        inventoryAdjustQuantities(input: $input) @idempotent(key: $key) { userErrors { code } } }`,
      {
        key: `adjust ${delta}`,
        input: {
          name: "available",
          reason: "restock",
          changes: [{ inventoryItemId: shop.item("A"), locationId: locationGid(london), delta, changeFromQuantity }],
        },
      },
    );
  expect((await adjust(2, 10)).at("data.inventoryAdjustQuantities.userErrors")).toEqual([]);
  expect((await adjust(3, 10)).at("data.inventoryAdjustQuantities.userErrors")).toEqual([{ code: "CHANGE_FROM_QUANTITY_STALE" }]);
  expect((await shop.level("A")).available).toBe(12);
});

test("a level can be wrong without anybody being told", async () => {
  await shop.control("corrupt-level", { sku: "A", locationId: london, available: 99, committed: 1 });
  expect(await shop.level("A")).toEqual({ available: 99, committed: 1, onHand: 100 });
});
