import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { openSaturday, type Saturday } from "./saturday";
import { saturdayRoutes } from "./saturday/routes";
import { Scene } from "./saturday/scene";
import { startShopifySimulator } from "./shopify";
import { startSitooSimulator } from "./sitoo";

let folder: string;
let saturday: Saturday;
let sitoo: Awaited<ReturnType<typeof startSitooSimulator>>;
let shopify: Awaited<ReturnType<typeof startShopifySimulator>>;

const location = 72_000_000_001;
const goods = ["A", "B", "C"].map((sku) => ({ tillSku: sku, webSku: sku, price: 1_200, rate: 20 }));
const scene = Scene.parse({
  seed: 3,
  stores: [{ warehouseid: 1, locationid: String(location) }],
  online: { warehouseid: 1, locationid: String(location) },
  goods,
});

async function tell(url: string, path: string, body?: unknown, method = "POST"): Promise<unknown> {
  const init = { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body ?? {}) };
  const response = await fetch(`${url}/_control${path}`, method === "GET" ? {} : init);
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer;
}
const countLines = async (url: string) => (await (await fetch(`${url}/_control/dump/orders`)).text()).split("\n").filter(Boolean).length;

async function open(): Promise<void> {
  saturday = openSaturday(folder);
  sitoo = await startSitooSimulator({ folder, control: saturdayRoutes(saturday) });
  shopify = await startShopifySimulator({ folder });
  saturday.begin({ sitoo: sitoo.url, shopify: shopify.url });
}
const close = () => Promise.all([saturday, sitoo, shopify].map((part) => part.stop()));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "saturday-"));
  await open();
  await tell(sitoo.url, "/setup", {
    stores: [{ storeid: 1, name: "Leeds" }],
    warehouses: [{ warehouseid: 1, name: "Leeds", storeid: 1 }],
    registers: [{ registerkey: "L-1", warehouseid: 1 }],
  });
  const stock = { 1: 400 };
  await tell(sitoo.url, "/products", { products: goods.map(({ tillSku: sku }) => ({ sku, price: "12.00", vat: 20, stock })) });
  await tell(shopify.url, "/setup", { locations: [{ id: location, name: "Leeds", pickup: true }] });
  const variants = goods.map(({ webSku: sku }) => ({ sku, price: "12.00", stock: { [location]: 400 } }));
  await tell(shopify.url, "/products", { products: variants.map((variant) => ({ title: variant.sku, variants: [variant] })) });
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

test("customers come to the tills and online once the doors are open, and stop when they close", async () => {
  expect(await tell(sitoo.url, "/saturday", undefined, "GET")).toMatchObject({ isOpen: false, sold: 0, hasScene: false });
  await expect(tell(sitoo.url, "/saturday/start")).rejects.toThrow("Nobody has said");
  await tell(sitoo.url, "/saturday/scene", scene);
  await tell(sitoo.url, "/saturday/speed", { speed: 20 });
  await tell(sitoo.url, "/saturday/start");
  await vi.waitFor(
    () => expect(saturday.state()).toMatchObject({ sold: expect.toSatisfy((n) => n >= 10), ordered: expect.toSatisfy((n) => n >= 2) }),
    20_000,
  );
  await tell(sitoo.url, "/saturday/stop");
  await vi.waitFor(async () => {
    const { sold, ordered } = saturday.state();
    expect([await countLines(sitoo.url), await countLines(shopify.url)]).toEqual([sold, ordered]);
  });
  expect(saturday.state()).toMatchObject({ isOpen: false, failed: 0, lastFailure: "" });
});

test("a restart goes on where the day was", async () => {
  await tell(sitoo.url, "/saturday/scene", scene);
  await tell(sitoo.url, "/saturday/history", { orders: 7, hours: 24 });
  await tell(sitoo.url, "/saturday/start");
  await close();
  await open();
  expect(saturday.state()).toMatchObject({ isOpen: true, hasScene: true, ordered: 7, webCustomers: 7 });
  expect(await countLines(shopify.url)).toBe(7);
});
