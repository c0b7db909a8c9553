import { expect, test } from "vitest";

import type { LocationId, Sku } from "@/lib/domain/ids";
import type { ShopLevelWrite } from "@/lib/domain/stock/level";

import { openPort } from "../open-port";
import { answering, cut, nobody, type Reply, someConnection } from "../testing/answering";

type Sent = { quantities: { inventoryItemId: string; quantity: number; changeFromQuantity: number }[]; referenceDocumentUri: string };
type Variables = { input: Sent; key: string };
type Judged = { code?: string; field: string[] | null; message: string }[];

const settings = { shop: "north.myshopify.com", accessToken: "t", webhookSecret: "w" };
const writesOf = (count: number): ShopLevelWrite[] =>
  Array.from({ length: count }, (_, at) => ({
    sku: `S${at}` as Sku,
    itemId: String(at),
    locationId: "17" as LocationId,
    onHand: 5,
    from: 3,
  }));

/** Like Shopify, all or nothing: the judge gets the item numbers of a call and names the lines that it does not like. */
function shop(judge: (items: string[], call: number) => Judged | Error) {
  const saved: string[] = [];
  const { asked, exchange } = answering(({ json }, nth): Reply => {
    const { input } = (json as { variables: Variables }).variables;
    const items = input.quantities.map(({ inventoryItemId }) => inventoryItemId.replace("gid://shopify/InventoryItem/", ""));
    const userErrors = judge(items, nth);
    if (userErrors instanceof Error) throw userErrors;
    if (userErrors.length === 0) saved.push(...items);
    return { body: { data: { inventorySetQuantities: { userErrors } } } };
  });
  const stock = openPort({ id: someConnection(), platform: "shopify", settings }, "stock", { exchange });
  const variables = () => asked.map(({ json }) => (json as { variables: Variables }).variables);
  return { saved, variables, write: (writes: ShopLevelWrite[]) => stock.write(writes, "run 7", "0b1f6a56-2f3a-4d0e-9f3b-6f0f0a7f9f10") };
}

const line = (items: string[], item: string, code: string): Judged =>
  items.includes(item)
    ? [{ code, field: ["input", "quantities", String(items.indexOf(item)), "quantity"], message: `${code} of ${item}` }]
    : [];
const results = (outcomes: { sku: Sku; result: string }[]) => Object.groupBy(outcomes, ({ result }) => result);

test("sends the level and the level that it replaces, under the given key and a reference", async () => {
  const { variables, write } = shop(() => []);
  expect(await write(writesOf(1))).toEqual([{ sku: "S0", locationId: "17", result: "written" }]);
  expect(variables()).toEqual([
    {
      key: "0b1f6a56-2f3a-4d0e-9f3b-6f0f0a7f9f10",
      input: {
        name: "on_hand",
        reason: "correction",
        referenceDocumentUri: "gid://parity/StockSync/run%207",
        quantities: [
          { inventoryItemId: "gid://shopify/InventoryItem/0", locationId: "gid://shopify/Location/17", quantity: 5, changeFromQuantity: 3 },
        ],
      },
    },
  ]);
});

test("a stale and a forbidden line leave the batch, the others are written at once under a new key", async () => {
  const { saved, variables, write } = shop((items) => [
    ...line(items, "3", "CHANGE_FROM_QUANTITY_STALE"),
    ...line(items, "7", "NON_MUTABLE_INVENTORY_ITEM"),
  ]);
  const outcomes = await write(writesOf(10));
  expect(outcomes.map(({ sku }) => sku)).toEqual(writesOf(10).map(({ sku }) => sku));
  expect(outcomes[3]).toMatchObject({ result: "stale" });
  expect(outcomes[7]).toMatchObject({ result: "refused", reason: "NON_MUTABLE_INVENTORY_ITEM of 7" });
  expect(results(outcomes).written).toHaveLength(8);
  expect(saved).toHaveLength(8);
  expect(new Set(variables().map(({ key }) => key)).size).toBe(2);
});

test("lines that show up one by one are still only held themselves", async () => {
  const bad = ["1", "4", "6", "9", "13"];
  const { saved, write } = shop((items) => bad.flatMap((item) => line(items, item, "INVALID_INVENTORY_ITEM")).slice(0, 1));
  const outcomes = await write(writesOf(20));
  expect(results(outcomes).refused?.map(({ sku }) => sku)).toEqual(bad.map((item) => `S${item}`));
  expect(saved).toHaveLength(15);
  expect(new Set(saved).size).toBe(15);
});

test("a bad line that is not named is found by halving", async () => {
  const { saved, write, variables } = shop((items) => (items.includes("11") ? [{ field: null, message: "something is wrong" }] : []));
  const outcomes = await write(writesOf(16));
  expect(outcomes[11]).toMatchObject({ result: "refused", reason: "something is wrong" });
  expect(saved).toHaveLength(15);
  expect(variables().length).toBeLessThanOrEqual(9);
});

test("an error about the whole call is not asked again for its parts", async () => {
  const { variables, write } = shop(() => [
    { code: "INVALID_REFERENCE_DOCUMENT", field: ["input", "referenceDocumentUri"], message: "no URI" },
  ]);
  expect(results(await write(writesOf(8))).refused).toHaveLength(8);
  expect(variables()).toHaveLength(1);
});

test("an earlier attempt that failed goes again whole, under a new key", async () => {
  const { variables, write } = shop((_, call) =>
    call === 1 ? [{ code: "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED", field: null, message: "again" }] : [],
  );
  expect(results(await write(writesOf(3))).written).toHaveLength(3);
  expect(variables().map(({ input }) => input.quantities.length)).toEqual([3, 3]);
});

test("after an unclear answer nothing is sent again", async () => {
  const { variables, write } = shop(() => cut);
  expect(results(await write(writesOf(4))).unclear).toHaveLength(4);
  expect(variables()).toHaveLength(1);
});

test("what was settled before the connection went stays settled", async () => {
  const { write } = shop((items, call) => (call === 1 ? line(items, "2", "CHANGE_FROM_QUANTITY_STALE") : nobody));
  const outcomes = await write(writesOf(3));
  expect(outcomes.map(({ result }) => result)).toEqual(["unclear", "unclear", "stale"]);
});

test("nobody there and nothing settled: trouble with the connection is thrown", async () => {
  await expect(shop(() => nobody).write(writesOf(3))).rejects.toMatchObject({ failure: { kind: "down", unsent: true } });
});

test("no call carries more than 250 lines", async () => {
  const { saved, variables, write } = shop(() => []);
  await write(writesOf(600));
  expect(Math.max(...variables().map(({ input }) => input.quantities.length))).toBeLessThanOrEqual(250);
  expect(saved).toHaveLength(600);
});
