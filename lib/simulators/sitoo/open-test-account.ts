import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";

import { startSitooSimulator } from "./index";

const credentials = { apiid: "90001-12", password: "secret" };
export const basic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;

export const till = "{5D0C0A10-0000-4000-8000-00000000AB09}";

/** Shop floor 3 (FIFO) and store 7 "N01", Virtual warehouse 4, central warehouse 5, VAT 25 % as group 2. */
const setup = {
  accountid: 90001,
  currencycode: "SEK",
  credentials: [credentials],
  productgroups: [
    { vatid: 2, productgroupname: "Standard", value: 25 },
    { vatid: 3, productgroupname: "Books", value: 6 },
  ],
  stores: [{ storeid: 7, name: "Store north", externalid: "N01" }],
  warehouses: [
    { warehouseid: 3, name: "Store north", storeid: 7, externalid: "WH-N" },
    { warehouseid: 4, name: "Virtual", warehousetype: 20 },
    { warehouseid: 5, name: "Central" },
  ],
  registers: [{ registerid: till, registerkey: "N01A", warehouseid: 3 }],
};

const products = [
  { sku: "TEE-M", title: "Tee M", price: "249.00", vatid: 2, barcode: "7300000000017", stock: { 3: 12, 4: 5, 5: 100 } },
  { sku: "BOOK", title: "Book", price: "15.00", vatid: 3, stock: { 3: 3 } },
];

type Options = { method?: string; headers?: Record<string, string> };

/** A running simulator with a small shop in it, and the words to talk to it. */
export async function openTestAccount() {
  const folder = mkdtempSync(join(tmpdir(), "sitoo-"));
  let simulator = await startSitooSimulator({ folder });

  async function call(path: string, body?: unknown, { method = body === undefined ? "GET" : "POST", headers = {} }: Options = {}) {
    const response = await fetch(simulator.url + path, {
      method,
      headers: { authorization: basic(credentials.apiid, credentials.password), "content-type": "application/json", ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    return { status: response.status, body: answer, headers: response.headers };
  }
  const account = {
    call,
    url: () => simulator.url,
    /** Below the site: `site("/orders?num=1")`. */
    site: (path: string, body?: unknown, options?: Options) => call(`/v2/accounts/90001/sites/1${path}`, body, options),
    put: (path: string, body: unknown) => call(`/v2/accounts/90001/sites/1${path}`, body, { method: "PUT" }),
    control: async (path: string, body?: unknown, method?: string) => {
      const { status, body: answer } = await call(`/_control${path}`, body, method === undefined ? {} : { method });
      if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
      return answer;
    },
    /** The body of a call, as the shape that the test expects. */
    async read<T>(path: string, shape: z.ZodType<T>): Promise<T> {
      return shape.parse((await account.site(path)).body);
    },
    restart: async () => {
      await simulator.stop();
      simulator = await startSitooSimulator({ folder });
    },
    async close() {
      await simulator.stop();
      rmSync(folder, { recursive: true });
    },
  };
  await account.control("/setup", setup);
  await account.control("/products", { products });
  return account;
}
export type TestAccount = Awaited<ReturnType<typeof openTestAccount>>;

export const webOrder = (externalid: string, more: object = {}) => ({
  ordertypeid: 10,
  paymentstateid: 20,
  externalid,
  warehouseid: 3,
  email: "kim@example.org",
  delivery_city: "Lund",
  orderitems: [{ sku: "TEE-M", productname: "Tee M", quantity: 2, moneyrowprice: "498.00", moneyrowdiscount: "98.00", vatvalue: 25 }],
  payments: [{ name: "Klarna", moneyamount: "400.00" }],
  ...more,
});

/** Total, reserved and available of TEE-M in warehouse 3. */
export async function levelOf(account: TestAccount, sku = "TEE-M", warehouseid = 3): Promise<unknown> {
  const { body } = await account.site(
    `/warehouses/${warehouseid}/warehouseitems?sku=${sku}&fields=decimaltotal,decimalreserved,decimalavailable`,
  );
  return body;
}
export const level = (decimaltotal: string, decimalreserved: string, decimalavailable: string) => ({
  totalcount: 1,
  items: [{ decimaltotal, decimalreserved, decimalavailable }],
});
