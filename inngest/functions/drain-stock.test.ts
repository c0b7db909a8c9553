import { afterAll, beforeAll, expect, test } from "vitest";

import { db } from "@/lib/data/client";

import { openTestStock } from "./drain-stock/test-stock";

let stock: Awaited<ReturnType<typeof openTestStock>>;
beforeAll(async () => {
  stock = await openTestStock();
});
afterAll(() => stock.close());

test("a sale at the till lowers what the web offers, at that store alone", async () => {
  await stock.sell("A", 3);
  expect(await stock.pull()).toBe(1);
  expect(await stock.drain()).toEqual({ taken: 1, wrote: 1 });
  expect([await stock.online("A"), await stock.online("A", "York")]).toEqual([97, 100]);
  expect(await db.stockPair.findFirst({ where: { sku: "A" } })).toMatchObject({
    sellable: 97,
    confirmed: 97,
    heldBy: "",
    driftSince: null,
  });
});
