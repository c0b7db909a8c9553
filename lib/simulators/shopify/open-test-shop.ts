import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { z } from "zod";

import { startShopifySimulator } from ".";

export const token = "shpat_test";
export const london = "17";
export const leeds = "18";
export const locationGid = (id: string) => `gid://shopify/Location/${id}`;

/** A JSON answer that is read by paths like "data.shop.name" or "errors.0.extensions.code". */
export type Answer = {
  status: number;
  body: unknown;
  at(path: string): unknown;
  list(path: string): unknown[];
  text(path: string): string;
};

export function answerOf(status: number, body: unknown): Answer {
  const at = (path: string) =>
    path === ""
      ? body
      : path.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], body);
  return { status, body, at, list: (path) => at(path) as unknown[], text: (path) => String(at(path)) };
}

/** A simulator in a folder of its own with two locations and four variants: A, B, C (may be oversold), D (not tracked). */
export async function openTestShop(setup: object = {}) {
  const folder = mkdtempSync(join(tmpdir(), "shopify-"));
  let simulator = await startShopifySimulator({ folder });

  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${simulator.url}${path}`, {
      method,
      headers: { "content-type": "application/json", ...headers },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const isJson = response.headers.get("content-type")?.includes("application/json") ?? false;
    return answerOf(response.status, isJson ? await response.json() : await response.text());
  };
  const control = async (path: string, body?: unknown, method = body === undefined ? "GET" : "POST") => {
    const answer = await send(method, `/_control/${path}`, body);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer;
  };
  const ask = (query: string, variables: object = {}, as = token) =>
    send("POST", "/admin/api/2026-10/graphql.json", { query, variables }, { "x-shopify-access-token": as });

  await control("setup", {
    tokens: [{ token }],
    locations: [
      { id: london, name: "London", pickup: true },
      { id: leeds, name: "Leeds" },
    ],
    ...setup,
  });
  await control("products", {
    webhooks: false,
    products: [
      { sku: "A", title: "Apple", price: "12.00", barcode: "111", stock: { [london]: 10, [leeds]: 5 } },
      { sku: "B", title: "Banana", price: "6.00", stock: { [london]: 4 } },
      { sku: "C", title: "Cherry", price: "3.00", inventoryPolicy: "CONTINUE", stock: { [london]: 1 } },
      { sku: "D", title: "Download", price: "9.00", tracked: false, requiresShipping: false, stock: { [london]: 0 } },
    ],
  });
  const levels = z.array(z.object({ sku: z.string(), inventoryItemId: z.string() })).parse((await control("levels")).body);
  const items = new Map(levels.map(({ sku, inventoryItemId }) => [sku, `gid://shopify/InventoryItem/${inventoryItemId}`]));

  return {
    url: () => simulator.url,
    send,
    control,
    ask,
    item: (sku: string) => items.get(sku) ?? "",
    /** The quantities of a SKU at a location. */
    async level(sku: string, locationId = london) {
      const answer = await control(`levels?sku=${sku}&locationId=${locationId}`);
      return { available: answer.at("0.available"), committed: answer.at("0.committed"), onHand: answer.at("0.onHand") };
    },
    async restart(): Promise<void> {
      await simulator.stop();
      simulator = await startShopifySimulator({ folder });
    },
    async stop(): Promise<void> {
      await simulator.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
export type TestShop = Awaited<ReturnType<typeof openTestShop>>;

export const vat = (price: string) => [{ title: "VAT", rate: 0.2, price }];
/** Two apples, collected in London. */
export const pickup = { pickupLocationId: london, lines: [{ sku: "A", quantity: 2, unitPrice: "12.00", taxLines: vat("4.00") }] };
/** Three apples from Leeds, sent. */
export const parcel = {
  lines: [{ sku: "A", quantity: 3, unitPrice: "12.00", taxLines: vat("6.00") }],
  shippingLines: [{ title: "Post", price: "4.80", taxLines: vat("0.80") }],
  fulfilmentOrders: [{ locationId: leeds }],
};

export type Received = { headers: IncomingHttpHeaders; raw: string; body: Record<string, unknown>; topic: string };

/** Stands for the app that has subscribed; answers with what `statusFor` says. */
export async function openReceiver(statusFor: (received: Received) => number = () => 200) {
  const all: Received[] = [];
  const waiting: { has(): boolean; wake(): void }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const raw = Buffer.concat(chunks).toString();
      const received = {
        headers: request.headers,
        raw,
        body: JSON.parse(raw) as Record<string, unknown>,
        topic: String(request.headers["x-shopify-topic"]),
      };
      all.push(received);
      response.writeHead(statusFor(received)).end();
      for (const waiter of waiting) if (waiter.has()) waiter.wake();
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    all,
    /** Resolves as soon as so many have come. */
    received: (count: number) =>
      new Promise<Received[]>((resolve) => {
        const has = () => all.length >= count;
        if (has()) resolve(all);
        else waiting.push({ has, wake: () => resolve(all) });
      }),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const subscribe = (shop: TestShop, topic: string, sub: object) =>
  shop.ask(
    `mutation($topic: WebhookSubscriptionTopic!, $sub: WebhookSubscriptionInput!) {
      webhookSubscriptionCreate(topic: $topic, webhookSubscription: $sub) { webhookSubscription { id } userErrors { field message } } }`,
    { topic, sub },
  );
