import { afterAll, beforeAll, expect, test } from "vitest";

import { leeds, openTestShop, type TestShop } from "./open-test-shop";

let shop: TestShop;
beforeAll(async () => {
  shop = await openTestShop();
  await shop.control("products", {
    products: [
      { sku: "a", title: "Small letter", stock: { [leeds]: 1 } },
      { sku: "A-1 (red)", title: "Blank and brackets" },
      { sku: 'quote"d', title: "Quoted", status: "DRAFT" },
      {
        title: "Shirt",
        variants: [
          { sku: "S-1", variantTitle: "S" },
          { sku: "S-2", variantTitle: "M" },
        ],
      },
    ],
  });
});
afterAll(() => shop.stop());

const skuOf = (node: unknown) => (node as { sku: string }).sku;
const skus = async (query: string | null): Promise<string[]> =>
  (await shop.ask("query($q: String) { productVariants(first: 50, query: $q) { nodes { sku } } }", { q: query }))
    .list("data.productVariants.nodes")
    .map(skuOf);

test.each([
  ['sku:"A"', ["A", "a"]],
  ["sku:A", ["A", "a"]],
  ['sku:"A" OR sku:"B"', ["A", "B", "a"]],
  ["sku:A,B", ["A", "B", "a"]],
  ['sku:"A-1 (red)"', ["A-1 (red)"]],
  ["sku:'A-1 (red)'", ["A-1 (red)"]],
  ['sku:"quote\\"d"', ['quote"d']],
  ["sku:S*", ["S-1", "S-2"]],
  ["sku:S* -sku:S-2", ["S-1"]],
  ["sku:S* AND NOT (sku:S-1 OR sku:A)", ["S-2"]],
  ["product_status:DRAFT", ['quote"d']],
  ["barcode:111", ["A"]],
  ["updated_at:>'2999-01-01T00:00:00Z'", []],
  ["sku:nothing", []],
])("%s finds the variants, without regard to case", async (query, expected) => {
  expect(await skus(query)).toEqual(expected);
});

test("a filter that the platform does not know narrows nothing", async () => {
  expect(await skus("inventory_policy:DENY")).toHaveLength((await skus(null)).length);
});

async function page(args: string) {
  const answer = await shop.ask(
    `{ productVariants(${args}) { nodes { sku } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  );
  const info = (name: string) => answer.at(`data.productVariants.pageInfo.${name}`);
  return {
    skus: (answer.list("data.productVariants.nodes") ?? []).map(skuOf),
    start: info("startCursor"),
    end: info("endCursor"),
    more: [info("hasPreviousPage"), info("hasNextPage")],
    code: answer.at("errors.0.extensions.code"),
  };
}

test("pages go forward and back without gaps or repeats", async () => {
  const first = await page("first: 3");
  const second = await page(`first: 3, after: "${first.end}"`);
  const third = await page(`first: 3, after: "${second.end}"`);
  expect([...first.skus, ...second.skus, ...third.skus]).toEqual(["A", "B", "C", "D", "a", "A-1 (red)", 'quote"d', "S-1", "S-2"]);
  expect([first, second, third].map(({ more }) => more)).toEqual([
    [false, true],
    [true, true],
    [true, false],
  ]);
  expect((await page(`last: 2, before: "${second.start}"`)).skus).toEqual(["B", "C"]);
  expect((await page("first: 2, reverse: true")).skus).toEqual(["S-2", "S-1"]);
  expect((await page("last: 2, reverse: true")).skus).toEqual(["B", "A"]);
});

test("a page has a size, and at most 250", async () => {
  expect((await page("sortKey: ID")).code).toBe("BAD_REQUEST");
  expect((await page("first: 251")).code).toBe("BAD_REQUEST");
  expect((await page('first: 1, after: "nonsense"')).code).toBe("BAD_REQUEST");
});

test("products sort by their last change and show their variants", async () => {
  await shop.control("clock", { offsetSeconds: 60 }, "PUT");
  await shop.control("products/B", { price: "7.00" }, "PATCH");
  const products = (
    await shop.ask(
      "{ products(first: 50, sortKey: UPDATED_AT) { nodes { title status variants(first: 5) { nodes { displayName price } } } } }",
    )
  ).list("data.products.nodes");
  expect(products.at(-1)).toEqual({
    title: "Banana",
    status: "ACTIVE",
    variants: { nodes: [{ displayName: "Banana", price: "7.00" }] },
  });
  const shirt = { title: "Shirt", variants: { nodes: [{ displayName: "Shirt - S" }, { displayName: "Shirt - M" }] } };
  expect(products.find((product) => (product as { title: string }).title === "Shirt")).toMatchObject(shirt);
});

test("one SKU on several variants is allowed and counted", async () => {
  await shop.control("products", { products: [{ sku: "S-1", title: "Twin" }] });
  expect(await skus('sku:"S-1"')).toEqual(["S-1", "S-1"]);
  const answer = await shop.ask('{ productVariants(first: 1, query: "sku:S-1") { nodes { inventoryItem { duplicateSkuCount } } } }');
  expect(answer.at("data.productVariants.nodes.0.inventoryItem.duplicateSkuCount")).toBe(1);
});

test("locations show where stock is kept; an inactive one only when asked for", async () => {
  await shop.control("setup", { locations: [{ id: "19", name: "Closed", active: false }] });
  const names = async (args: string) =>
    (await shop.ask(`{ locations(first: 9${args}) { nodes { name isActive localPickupSettingsV2 { pickupTime } } } }`)).at(
      "data.locations.nodes",
    );
  expect(await names("")).toEqual([
    { name: "Leeds", isActive: true, localPickupSettingsV2: null },
    { name: "London", isActive: true, localPickupSettingsV2: { pickupTime: "TWO_HOURS" } },
  ]);
  expect(await names(", includeInactive: true")).toHaveLength(3);
  const answer = await shop.ask(
    `{ location(id: "gid://shopify/Location/18") { inventoryLevels(first: 9) { nodes { item { sku } quantities(names: ["on_hand"]) { quantity } } } } }`,
  );
  expect(answer.at("data.location.inventoryLevels.nodes")).toContainEqual({ item: { sku: "a" }, quantities: [{ quantity: 1 }] });
});
