import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { z } from "zod";

import { db } from "@/lib/data/client";
import type { Options } from "@/lib/data/connections";
import { markOrders } from "@/lib/data/order-lanes";
import { recordOrders } from "@/lib/data/record-orders";
import type { ShopOrderId } from "@/lib/domain/ids";
import { serviceKinds } from "@/lib/domain/mapping/link";
import { openTestDatabase } from "@/lib/machine/test-database";
import { startShopifySimulator } from "@/lib/simulators/shopify";
import { startSitooSimulator } from "@/lib/simulators/sitoo";
import { connectRetailer } from "@/prisma/seed/connect-retailer";
import { openControl } from "@/prisma/seed/control";

import { readCatalogue } from "../pull-catalogue";
import { type Batch, loadAndPlan } from "./load-and-plan";
import { readBack } from "./read-back";
import { sendOrders } from "./send";

const Placed = z.object({ orders: z.array(z.object({ id: z.union([z.string(), z.number()]).transform(String) })) });

const TillOrder = z.object({
  orderid: z.int(),
  orderstateid: z.int(),
  externalid: z.string().nullable(),
  email: z.string(),
  delivery_zip: z.string(),
  warehouseid: z.int().nullable(),
});
type TillOrder = z.infer<typeof TillOrder>;

const address = { name: "Kim Berg", address1: "1 Mill Lane", city: "Leeds", zip: "LS1 4AB", countryCode: "GB", phone: "+441632960604" };
type Line = { sku: string; also?: string; quantity?: number; at?: string | null; unitPrice?: string; lacks?: keyof typeof address };

/** `unitPrice` contains 20 % VAT. */
const lineOf = (sku: string, quantity: number, unitPrice: string) => ({
  sku,
  quantity,
  unitPrice,
  taxLines: [{ title: "VAT", rate: 0.2, price: ((Number(unitPrice) * quantity) / 6).toFixed(2) }],
});

/** A small retailer on both simulators and a database of its own, with the flow's steps to be called one by one. */
export async function openTestRetailer() {
  const database = await openTestDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), "parity-flow-"));
  const [sitoo, shopify] = await Promise.all([startSitooSimulator({ folder }), startShopifySimulator({ folder })]);
  const [till, web] = [openControl(sitoo.url), openControl(shopify.url)];
  const stores = ["Leeds", "York"];
  const connected = await connectRetailer(
    { sitooUrl: sitoo.url, shopifyUrl: shopify.url, appUrl: "http://127.0.0.1:9" },
    {
      code: "TST",
      posName: "Test till",
      shopName: "Test shop",
      shopDomain: "test-shop.myshopify.com",
      currency: "GBP",
      zone: "Europe/London",
      rates: [20, 0],
      stores,
      warehouses: [],
      locations: stores.map((name) => ({ name, warehouse: name, offersPickup: true })),
      services: [{ key: serviceKinds.shipping, sku: "SHIPPING", title: "Shipping", rate: 20 }],
    },
  );
  const { posId, shopId, warehouses, locations } = connected;
  const skus = ["A", "B", "C"];
  await till.post("/products", {
    products: skus.map((sku) => ({
      sku,
      title: `Product ${sku}`,
      vat: 20,
      price: "12.00",
      stock: Object.fromEntries(stores.map((name) => [String(warehouses.get(name)), 100])),
    })),
  });
  await web.post("/products", {
    webhooks: false,
    products: [...skus, "ONLY-WEB", "ALSO-WEB"].map((sku) => ({
      sku,
      title: `Product ${sku}`,
      price: "12.00",
      productType: sku === "C" ? "Shoes" : "Knitwear",
      stock: Object.fromEntries(stores.map((name) => [locations.get(name)!, 100])),
    })),
  });
  await readCatalogue(posId, true);
  await readCatalogue(shopId, true);

  return {
    posId,
    shopId,
    till,
    web,
    locations,
    warehouses,

    /** Places paid orders of one line each, or two, in the shop and marks them, as a webhook would. `at` null: the shop names no location. */
    async place(lines: readonly Line[]): Promise<ShopOrderId[]> {
      const orders = lines.map(({ sku, also, quantity = 1, at = "Leeds", unitPrice = "12.00", lacks }, index) => ({
        taxesIncluded: true,
        email: `kim${index}@example.com`,
        lines: [sku, also].flatMap((code) => (code === undefined ? [] : [lineOf(code, quantity, unitPrice)])),
        shippingAddress: { ...address, ...(lacks && { [lacks]: null }) },
        fulfilmentOrders: at === null ? [] : [{ locationId: locations.get(at)! }],
      }));
      const placed = Placed.parse(await web.post("/orders", { orders, webhooks: false }, z.unknown()));
      const ids = placed.orders.map(({ id }) => (/\d+$/.exec(id)?.[0] ?? id) as ShopOrderId);
      await this.mark(ids);
      return ids;
    },

    mark: (ids: readonly ShopOrderId[]) =>
      markOrders(
        db,
        { id: shopId, posId },
        ids.map((orderId) => ({ orderId })),
      ),

    /** Changes how the flows behave for the shop. */
    async setOptions(options: Partial<Options>): Promise<void> {
      await db.$executeRaw`update connection set options = options || ${JSON.stringify(options)}::jsonb where id = ${shopId}::uuid`;
    },

    /** One run of the flow, step by step. Null where there was nothing to do. */
    async carry(between: { send?: (batch: Batch, lease: string) => Promise<Batch> } = {}): Promise<Batch | null> {
      const lease = `run-${randomUUID()}`;
      const planned = await loadAndPlan(posId, lease);
      if (!planned) return null;
      const sent = await (between.send ?? ((batch, holder) => sendOrders(posId, holder, batch)))(planned, lease);
      await recordOrders({ id: sent.runId, flow: "carry-orders" }, lease, await readBack(posId, sent));
      await db.$executeRaw`update connection set lane_lease = null, lane_leased_until = null where id = ${posId}::uuid`;
      return sent;
    },

    /** As if this much time had passed for everything that waits. */
    async letPass(seconds: number): Promise<void> {
      await db.$executeRaw`update order_lane set not_before = not_before - ${seconds} * interval '1 second', leased_until = leased_until - ${seconds} * interval '1 second'`;
      await db.$executeRaw`update effect set last_sent_at = last_sent_at - ${seconds} * interval '1 second'`;
      await db.$executeRaw`update connection set lane_paused_until = lane_paused_until - ${seconds} * interval '1 second'`;
    },

    states: async (): Promise<Record<string, number>> =>
      Object.fromEntries(
        (
          await db.$queryRaw<
            { state: string; n: number }[]
          >`select case when state = 'done' then outcome else state end as state, count(*)::int as n from order_lane group by 1`
        ).map(({ state, n }) => [state, n]),
      ),

    causes: async (): Promise<string[]> =>
      (await db.cause.findMany({ where: { state: { not: "resolved" } }, orderBy: [{ kind: "asc" }, { entity: "asc" }] })).map(
        ({ kind, entity }) => `${kind}:${entity}`,
      ),

    /** As staff do who type an order in: without any external id. Answers its number. */
    async enterByHand(sku: string, { quantity = 1, price = 12, at = "Leeds" } = {}): Promise<string> {
      const lines = [{ sku, quantity, unitprice: price.toFixed(2) }];
      const order = { warehouseid: warehouses.get(at), handover: "later", lines };
      return String((await till.post("/sell", order, z.object({ orderid: z.int() }))).orderid);
    },

    /** Every order the till holds: by external id, or by its number where it has none. */
    async atTill(): Promise<Map<string, TillOrder>> {
      const response = await fetch(`${sitoo.url}/_control/dump/orders`);
      const orders = (await response.text())
        .split("\n")
        .filter(Boolean)
        .map((line) => TillOrder.parse(JSON.parse(line)));
      const named = orders.map((order) => [order.externalid ?? String(order.orderid), order] as const);
      if (new Set(named.map(([name]) => name)).size !== orders.length) throw new Error("the till holds an order twice");
      return new Map(named);
    },

    async close(): Promise<void> {
      await db.$disconnect();
      await Promise.all([sitoo.stop(), shopify.stop()]);
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
