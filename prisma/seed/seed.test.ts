import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { readMovements } from "@/inngest/functions/pull-movements";
import { watch } from "@/inngest/functions/watch-stores";
import { openPort } from "@/lib/connectors/open-port";
import { listUnknownSkus } from "@/lib/data/catalogue";
import { db } from "@/lib/data/client";
import { getConnection, listConnections, moveCursor } from "@/lib/data/connections";
import { listRules, listSteps } from "@/lib/data/ownership";
import { listStoreSales } from "@/lib/data/store-sales";
import type { ConnectionId, WarehouseId } from "@/lib/domain/ids";
import { openTestDatabase } from "@/lib/machine/test-database";
import { openSaturday } from "@/lib/simulators/saturday";
import { saturdayRoutes } from "@/lib/simulators/saturday/routes";
import { startShopifySimulator } from "@/lib/simulators/shopify";
import { startSitooSimulator } from "@/lib/simulators/sitoo";

import { seed } from "../seed";
import { demoPlan, popUp, silentForMinutes, silentStore } from "./demo-plan";
import { missingTopic } from "./faults";
import { goods, slips } from "./goods";
import { demoPeople } from "./people";
import { piecesOf } from "./stock-shelves";

let shopifyUrl: string;
let close: () => Promise<void>;
let made: Awaited<ReturnType<typeof seed>>;

beforeAll(async () => {
  const database = await openTestDatabase();
  const folder = mkdtempSync(path.join(tmpdir(), "seed-"));
  const saturday = openSaturday(folder);
  const sitoo = await startSitooSimulator({ folder, control: saturdayRoutes(saturday) });
  const shopify = await startShopifySimulator({ folder });
  shopifyUrl = shopify.url;
  saturday.begin({ sitoo: sitoo.url, shopify: shopify.url });
  close = async () => {
    await Promise.all([saturday, sitoo, shopify].map((part) => part.stop()));
    await db.$disconnect();
    await database.drop();
    rmSync(folder, { recursive: true });
  };
  made = await seed({ sitooUrl: sitoo.url, shopifyUrl: shopify.url, appUrl: "http://127.0.0.1:9" });
});
afterAll(() => close());

test("both connections are there, and their secrets are sealed where they are stored", async () => {
  expect((await listConnections()).map(({ platform, role, currency }) => ({ platform, role, currency }))).toEqual([
    { platform: "shopify", role: "shop", currency: "GBP" },
    { platform: "sitoo", role: "pos", currency: "GBP" },
  ]);
  const stored = await db.$queryRaw<{ text: string }[]>`select settings::text as text from connection`;
  const pos = await getConnection(made.posId);
  const shop = await getConnection(made.shopId);
  for (const secret of [pos.settings.password, pos.settings.eventsPassword, shop.settings.clientSecret]) {
    expect(String(secret).length).toBeGreaterThan(20);
    expect(stored.some(({ text }) => text.includes(String(secret)))).toBe(false);
  }
});

test("both catalogues were read, and two codes online are unknown at the till", async () => {
  const counted = await db.$queryRaw<{ id: string; n: number }[]>`select connection_id id, count(*)::int n from catalogue_item group by 1`;
  expect(new Map(counted.map(({ id, n }) => [id, n]))).toEqual(
    new Map([
      [made.posId, goods.length + demoPlan.services.length],
      [made.shopId, goods.length],
    ]),
  );
  const unknown = await listUnknownSkus(
    made.posId,
    goods.map(({ webSku }) => webSku),
  );
  expect(unknown.sort()).toEqual([slips.renamed.web, slips.lowerCase.web].sort());
});

test("every location but the pop-up is mapped, and everybody of the demo can sign in", async () => {
  const unmapped = await db.$queryRaw<{ name: string }[]>`
    select name from place p where connection_id = ${made.shopId}::uuid
      and not exists (select 1 from link l where l.shop_id = p.connection_id and l.kind = 'location' and l.theirs = p.remote_id)`;
  expect(unmapped).toEqual([{ name: popUp }]);
  const people = await db.$queryRaw<{ email: string; places: string[] }[]>`select email, places from app_user order by email`;
  expect(people.map(({ email }) => email)).toEqual(demoPeople.map(({ email }) => email).sort());
  expect(people.find(({ email }) => email.startsWith("sam"))?.places).toEqual([`${made.posId}:1`, `${made.posId}:2`]);
});

test("the shop's own set-up has one subscription too few and one variant that never sells out", async () => {
  const findings = await openPort(await getConnection(made.shopId), "audit").list();
  expect(findings.map(({ kind, entity }) => `${kind} ${entity}`).sort()).toEqual([
    `sells-below-zero ${slips.oversold}`,
    `webhook-missing ${missingTopic}`,
  ]);
});

test("the orders of two days wait at the shop, none of them in our tables", async () => {
  const orders = openPort(await getConnection(made.shopId), "orders");
  const since = new Date(Date.now() - 49 * 3_600_000).toISOString();
  let page: string | null = null;
  let found = 0;
  do {
    const { items, next }: Awaited<ReturnType<typeof orders.listSince>> = await orders.listSince(since, page);
    found += items.length;
    page = next;
  } while (page !== null);
  expect(found).toBe(made.orders);
  expect(found).toBeGreaterThan(110);
  expect(await db.$queryRaw`select * from order_lane`).toEqual([]);
});

test("one paid order of the last days is to be delivered to an address without a postcode", async () => {
  const response = await fetch(`${shopifyUrl}/_control/dump/orders`);
  const Order = z.object({
    displayFinancialStatus: z.string(),
    cancelledAt: z.string().nullable(),
    shippingAddress: z.object({ address1: z.string(), zip: z.string().nullable() }).nullable(),
  });
  const orders = (await response.text())
    .split("\n")
    .filter(Boolean)
    .map((line) => Order.parse(JSON.parse(line)));
  const without = orders.filter(({ shippingAddress }) => shippingAddress !== null && (shippingAddress.zip ?? "") === "");
  expect(without.map(({ displayFinancialStatus, cancelledAt }) => [displayFinancialStatus, cancelledAt])).toEqual([["PAID", null]]);
});

test("the tills sold until now, but for the silent store, and both sides hold the same afterwards", async () => {
  await readMovements(made.posId);
  const stores = await listStoreSales(made.posId);
  const minutesAgo = new Map(stores.map(({ name, lastSaleAt }) => [name, (Date.now() - (lastSaleAt?.getTime() ?? 0)) / 60_000]));
  const { [silentStore]: silent, ...others } = Object.fromEntries(minutesAgo);
  expect(silent).toBeGreaterThan(silentForMinutes);
  expect(silent).toBeLessThan(180);
  expect(Object.keys(others)).toHaveLength(stores.length - 1);
  for (const minutes of Object.values(others)) expect(minutes).toBeLessThan(45);

  await moveCursor(made.posId as ConnectionId, "levels", new Date().toISOString());
  expect(await watch(made.posId, new Date())).toBe(1);
  expect(await db.$queryRaw`select kind, evidence->>'store' as store, state from cause`).toEqual([
    { kind: "store-silent", store: silentStore, state: "open" },
  ]);

  const pos = openPort(await getConnection(made.posId), "posStock");
  const { items } = await pos.listLevels("1" as WarehouseId, null);
  const level = items.find(({ sku }) => sku === goods[0]!.tillSku);
  expect(level?.total).toBe(piecesOf(goods[0]!, "Leeds") * 1_000);
});

test("dear causes and money have a person who owns them, and what nobody takes climbs", async () => {
  const rules = await listRules(db);
  expect(rules.map(({ about, minAmount, ownerName, isManned }) => ({ about, minAmount, ownerName, isManned }))).toEqual([
    { about: "", minAmount: 100_000, ownerName: "Priya Raman", isManned: true },
    { about: "family:money", minAmount: 0, ownerName: "Tom Ashworth", isManned: true },
  ]);
  const climbs = (await listSteps(db)).filter(({ severity }) => severity === "high");
  expect(climbs.map(({ afterMinutes, ownerName }) => ({ afterMinutes, ownerName }))).toEqual([
    { afterMinutes: 15, ownerName: null },
    { afterMinutes: 60, ownerName: "Ingrid Holm" },
  ]);
});
