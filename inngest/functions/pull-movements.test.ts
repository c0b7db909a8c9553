import { afterAll, beforeAll, expect, test } from "vitest";

import { takeDeliveries } from "@/lib/commands/take-deliveries";
import { db } from "@/lib/data/client";
import { getConnection } from "@/lib/data/connections";
import { takePull } from "@/lib/data/pos-movements";

import { openTestStock } from "./drain-stock/test-stock";

let stock: Awaited<ReturnType<typeof openTestStock>>;

beforeAll(async () => {
  stock = await openTestStock();
});
afterAll(() => stock.close());

/** As Sitoo posts: what it tells is the transaction's id and its warehouse, no SKU. */
async function tell(ids: readonly number[]): Promise<number> {
  const { settings } = await getConnection(stock.posId);
  const events = ids.map((id) => ({
    event_id: `moved-${id}`,
    event_type: "warehouse-transaction",
    event_date: Math.floor(Date.now() / 1000),
    account_id: 90_001,
    data: { warehouse_id: stock.warehouses.get("Leeds"), warehouse_transaction_id: id },
  }));
  const headers = new Headers({ authorization: `Basic ${btoa(`${settings.eventsUser}:${settings.eventsPassword}`)}` });
  return takeDeliveries(stock.posId, { path: "", headers, body: new TextEncoder().encode(JSON.stringify(events)) });
}

test("a batch of events sent twice, shuffled with another: one look, one write for each pair, the last level right", async () => {
  const before = await stock.online("A");
  await stock.sell("A", 1);
  await stock.receive("A", 10);
  await stock.sell("A", 2);
  await stock.sell("B", 1);
  expect(await Promise.all([tell([3, 1]), tell([4, 2]), tell([1, 3]), tell([2, 4, 1])])).toEqual([200, 200, 200, 200]);
  expect(await db.outbox.count({ where: { name: "stock/movements.wanted" } })).toBe(1);
  expect(await db.delivery.count()).toBe(4);

  expect(await takePull(stock.posId)).toBe(true);
  expect([await stock.pull(), await stock.pull()]).toEqual([2, 0]);
  expect(await takePull(stock.posId)).toBe(false);
  expect(await stock.drain()).toEqual({ taken: 2, wrote: 2 });
  expect(await stock.online("A")).toBe(before + 7);
  expect(await db.posMovement.count({ where: { sku: "A" } })).toBe(3);
  expect(await db.stockEntry.count({ where: { what: "write", sku: "A" } })).toBe(1);
});

test("what is received, taken out, counted and brought back moves the web like what is sold", async () => {
  const start = await stock.online("C");
  const goods = (quantity: number) => ({ warehouseid: stock.warehouses.get("Leeds"), lines: [{ sku: "C", quantity }] });
  const after = async () => {
    await stock.pull();
    await stock.drain();
    return stock.online("C");
  };
  await stock.till.post("/receive", goods(10));
  expect(await after()).toBe(start + 10);
  await stock.till.post("/adjust", goods(-3));
  expect(await after()).toBe(start + 7);
  await stock.till.post("/count", goods(50));
  expect(await after()).toBe(50);
  await stock.sell("C", 1);
  expect(await after()).toBe(49);
});
