import { afterAll, afterEach, beforeAll, expect, test } from "vitest";

import { answerOf, openTestShop, type TestShop } from "./open-test-shop";

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
});
afterAll(() => shop.stop());
afterEach(async () => {
  await shop.control("quota", { mode: "none" }, "PUT");
  await shop.control("faults", {}, "PUT");
});

test.each([
  ["{ shop { nme } }", "undefinedField", "Field 'nme' doesn't exist on type 'Shop'"],
  ["{ orders(frst: 1) { nodes { id } } }", "argumentNotAccepted", "Field 'orders' doesn't accept argument 'frst'"],
  ["{ order { id } }", "missingRequiredArguments", "Field 'order' is missing required arguments: id"],
  ['{ orders(first: "ten") { nodes { id } } }', "argumentLiteralsIncompatible", "Int cannot represent"],
  ["query($id: String) { order(id: $id) { id } }", "variableMismatch", "Type mismatch on variable $id (String / ID!)"],
  ["query($id: ID!) { shop { id } }", "variableNotUsed", "Variable $id is declared by anonymous operation but not used"],
  ["{ order(id: $id) { id } }", "variableNotDefined", "Variable $id is used by"],
  ["{ shop }", "selectionMismatch", "Field must have selections (field 'shop' returns Shop!"],
  [
    'mutation { inventorySetQuantities(input: { name: "on_hand", reason: "correction", ignoreCompareQuantity: true, quantities: [] }) { userErrors { code } } }',
    "argumentNotAccepted",
    "InputObject 'InventorySetQuantitiesInput' doesn't accept argument 'ignoreCompareQuantity'",
  ],
])("%s fails as in production", async (query, code, message) => {
  const answer = await shop.ask(query, { id: "x" });
  expect(answer.at("data")).toBeUndefined();
  expect(answer.at("errors.0.extensions.code")).toBe(code);
  expect(answer.at("errors.0.message")).toContain(message);
});

test("variables of the wrong shape are named with their path", async () => {
  const query = "mutation($i: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $i) { userErrors { code } } }";
  const answer = await shop.ask(query, { i: { name: "on_hand", reason: "correction", quantities: [{ inventoryItemId: "x" }] } });
  expect(answer.at("errors.0.extensions")).toMatchObject({ code: "INVALID_VARIABLE", problems: [{ path: ["quantities", "0"] }] });
});

test("what the schema has and the simulator has not is said, never answered as null", async () => {
  const answer = await shop.ask("{ shop { timezoneOffset } }");
  expect(answer.at("errors.0")).toMatchObject({
    message: "The simulator does not know Shop.timezoneOffset",
    extensions: { code: "NOT_SIMULATED" },
  });
});

test("an answer shows what it was asked for and what it cost", async () => {
  const answer = await shop.ask("{ productVariants(first: 100) { nodes { sku inventoryItem { id } } pageInfo { hasNextPage } } }");
  expect(answer.at("extensions.cost")).toMatchObject({ requestedQueryCost: 201, actualQueryCost: 9 });
  expect(answer.at("extensions.cost.throttleStatus")).toEqual({ maximumAvailable: 20_000, currentlyAvailable: 20_000, restoreRate: 1_000 });
});

test("more than a thousand points are refused whatever is left", async () => {
  const answer = await shop.ask("{ products(first: 50) { nodes { variants(first: 20) { nodes { id } } } } }");
  expect(answer.at("data")).toBeUndefined();
  expect(answer.at("errors.0.extensions")).toMatchObject({ code: "MAX_COST_EXCEEDED", cost: 1_050, maxCost: 1_000 });
});

test("an empty bucket throttles with HTTP 200 and says what is left", async () => {
  await shop.control("quota", { mode: "custom", limit: 250, windowSeconds: 3_600 }, "PUT");
  const query = "{ productVariants(first: 200) { nodes { sku } } }";
  const first = await shop.ask(query);
  expect(first.at("extensions.cost.actualQueryCost")).toBe(4);
  const greedy = "{ productVariants(first: 249) { nodes { sku } } }";
  const refused = await shop.ask(greedy);
  expect(refused.status).toBe(200);
  expect(refused.at("errors.0")).toMatchObject({ message: "Throttled", extensions: { code: "THROTTLED" } });
  expect(refused.at("extensions.cost")).toMatchObject({
    requestedQueryCost: 249,
    actualQueryCost: null,
    throttleStatus: { currentlyAvailable: 246 },
  });
});

test("calls are counted by their root fields", async () => {
  await shop.control("calls/reset", {});
  await shop.ask("{ shop { id } locations(first: 1) { nodes { id } } }");
  expect((await shop.control("calls")).body).toEqual({ "shop+locations": { "200": 1 } });
});

test("a lost answer has taken effect", async () => {
  await shop.control("faults", { mode: "lost-answers", rate: 1 }, "PUT");
  await expect(
    shop.ask(
      'mutation($q: InventorySetQuantitiesInput!) { inventorySetQuantities(input: $q) @idempotent(key: "lost") { userErrors { code } } }',
      {
        q: {
          name: "on_hand",
          reason: "correction",
          quantities: [{ inventoryItemId: shop.item("A"), locationId: "gid://shopify/Location/17", quantity: 77, changeFromQuantity: 10 }],
        },
      },
    ),
  ).rejects.toThrow();
  expect((await shop.level("A")).onHand).toBe(77);
});

test("throttling as a passing fault is HTTP 200, an internal error is 500, a busy shop 503", async () => {
  await shop.control("faults", { mode: "transient", rate: 1, seed: 5 }, "PUT");
  const seen = new Set<string>();
  for (let n = 0; n < 30; n += 1) {
    const answer = await shop.ask("{ shop { id } }").catch(() => answerOf(0, "cut"));
    seen.add(`${answer.status} ${answer.at("errors.0.extensions.code") ?? answer.body}`);
  }
  expect([...seen].sort()).toEqual(["0 cut", "200 THROTTLED", "500 INTERNAL_SERVER_ERROR", "503 Service Unavailable"]);
});
