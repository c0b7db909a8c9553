import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type APIResponse, expect, type Page, test } from "@playwright/test";

import { commands } from "../lib/commands/all";
import { db } from "../lib/data/client";
import { listConnections } from "../lib/data/connections";
import type { Role } from "../lib/domain/ownership/roles";
import { as } from "./as";

const api = path.resolve(import.meta.dirname, "../app/api/v1");
const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type Method = (typeof methods)[number];

/** Every address of the API as its folders say it, with the methods that it answers. */
const routes = readdirSync(api, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .map((file) => {
    const source = readFileSync(path.join(api, file), "utf8");
    return { folder: path.dirname(file), answers: methods.filter((method) => source.includes(`export const ${method} =`)) };
  });

const roles: readonly Role[] = ["ops", "finance", "ecommerce", "store", "admin"];
const noText = "\u0000";
const uuid = "00000000-0000-4000-8000-000000000000";
const names = ["x", uuid, "constructor", "__proto__", noText, "1e400", "'; drop table record; --", "a".repeat(3_000)];
const values = ["", "x", uuid, noText, "-1", "1e400", "2026-11-21T10:24:22.774Z_x", "a".repeat(3_000)];
const questions = [
  "shop",
  "shopId",
  "q",
  "state",
  "kind",
  "outcome",
  "flow",
  "since",
  "from",
  "to",
  "day",
  "place",
  "store",
  "location",
  "sku",
  "before",
  "after",
  "offset",
  "owner",
  "cause",
  "view",
  "what",
  "sort",
  "verdict",
  "run",
];
const bodies = [
  "",
  "{ no JSON",
  "null",
  "[]",
  '"x"',
  "1e400",
  "{}",
  '{"__proto__":{"role":"admin"}}',
  `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  JSON.stringify(everyField(noText)),
  JSON.stringify(everyField("x")),
  JSON.stringify(everyField(uuid)),
  JSON.stringify(everyField([uuid])),
  JSON.stringify(everyField(-1)),
  JSON.stringify(everyField({})),
  JSON.stringify({ ...everyField(noText), shopId: uuid, connectionId: uuid, causeIds: [uuid], ids: [uuid], planId: uuid, userId: uuid }),
];

function everyField(value: unknown): Record<string, unknown> {
  const fields = [
    "shopId",
    "connectionId",
    "causeIds",
    "ids",
    "planId",
    "edits",
    "skus",
    "pairs",
    "sku",
    "name",
    "email",
    "role",
    "note",
    "what",
    "do",
    "userId",
    "personId",
    "settings",
    "options",
    "units",
    "until",
    "orderId",
    "key",
    "changeId",
    "locationId",
    "action",
    "comment",
    "reason",
    "password",
  ];
  return Object.fromEntries(fields.map((field) => [field, value]));
}

/** Commands that want to be told something: the others are done whatever is sent along. */
const needy = Object.entries(commands).flatMap(([name, { input }]) => (input.safeParse({}).success ? [] : [name]));

// Thousands of requests: a trace of them is slower than they are.
test.use({ trace: "off", screenshot: "off" });
test.afterAll(() => db.$disconnect());

/** Everything that is asked anywhere, with one answer to all of it: alone, and for a shop that exists. */
function queries(shopId: string): string[] {
  const all = (value: string) => Object.fromEntries(questions.map((question) => [question, value]));
  return [
    ...values.map((value) => new URLSearchParams(all(value))),
    ...values.map((value) => new URLSearchParams({ ...all(value), shop: shopId })),
    ...questions.map((question) => new URLSearchParams({ shop: shopId, [question]: noText })),
  ].map(String);
}

for (const role of roles) {
  test(`whatever ${role} asks with, no answer is a fault of ours`, async ({ page }) => {
    await as(page, role);
    const wrong: string[] = [];
    const asked = role === "admin" ? queries(await aShop()) : queries(await aShop()).slice(0, 2);
    for (const { folder } of routes.filter(({ answers }) => answers.includes("GET"))) {
      const [address, ...others] = addressesOf(folder);
      for (const other of others) await look(page, "GET", other, wrong);
      for (const query of asked) await look(page, "GET", `${address}?${query}`, wrong);
    }
    expect(wrong).toEqual([]);
  });

  test(`whatever ${role} sends, it is refused in words and changes nothing`, async ({ page }) => {
    test.setTimeout(240_000);
    await as(page, role);
    const before = await db.auditEntry.count();
    const wrong: string[] = [];
    const places = routes
      .filter(({ folder, answers }) => answers.includes("POST") && !folder.includes("["))
      .map(({ folder }) => `/api/v1/${folder}`);
    const asked = [...needy, ...names.map(encodeURIComponent)].map((name) => `/api/v1/commands/${name}`);
    const sent = role === "admin" ? bodies : bodies.slice(5, 8);
    for (const address of [...places, ...asked]) for (const body of sent) await look(page, "POST", address, wrong, body);
    expect(wrong).toEqual([]);
    expect(await listActions(before)).toEqual([]);
  });
}

test("an address answers no other method than its own", async ({ page }) => {
  await as(page, "admin");
  for (const { folder, answers } of routes) {
    const [address] = addressesOf(folder);
    for (const method of methods.filter((each) => !answers.includes(each)))
      expect((await page.request.fetch(address!, { method })).status(), `${method} ${address}`).toBe(405);
  }
});

test("pages of things that do not exist say so", async ({ page }) => {
  test.setTimeout(240_000);
  await as(page, "admin");
  const wrong: string[] = [];
  for (const room of ["causes", "runs", "connections", "stock", `orders/${uuid}`, "orders/x"])
    for (const name of names) await look(page, "GET", `/${room}/${encodeURIComponent(name)}`, wrong);
  const rooms = ["", "inbox", "runs", "records", "orders", "stock", "mappings", "finance", "people", "connections"];
  for (const room of rooms)
    for (const query of queries(await aShop()).slice(0, 2 * values.length)) await look(page, "GET", `/${room}?${query}`, wrong);
  expect(wrong).toEqual([]);
});

/** Asked of what does not exist they find nothing to do, which is no fault of who asked. */
const harmless = ["causes.probe", "notices.read"];

const listActions = async (after: number): Promise<string[]> =>
  (await db.auditEntry.findMany({ orderBy: { id: "asc" }, skip: after }))
    .filter(({ action }) => !harmless.includes(action))
    .map(({ action, subject }) => `${action} of ${subject}`);

const aShop = async (): Promise<string> => (await listConnections({ role: "shop" }))[0]!.id;

const addressesOf = (folder: string): string[] =>
  folder.includes("[")
    ? [...names.map(encodeURIComponent), "%ff"].map((name) => `/api/v1/${folder.replaceAll(/\[\w+\]/g, name)}`)
    : [`/api/v1/${folder}`];

async function look(page: Page, method: Method, address: string, wrong: string[], body?: string): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await page.request.fetch(address, { method, ...(body === undefined ? {} : { data: Buffer.from(body), headers }) });
  const fault = await faultOf(answer);
  if (fault) wrong.push(`${method} ${address.slice(0, 120)} ${body?.slice(0, 80) ?? ""}: ${fault}`);
}

async function faultOf(answer: APIResponse): Promise<string | null> {
  const text = await answer.text();
  if (answer.status() >= 500) return `${answer.status()} ${text.slice(0, 200)}`;
  if (/node_modules|\bat \w+ \(|PrismaClient|Invalid `/.test(text)) return `shows its insides: ${text.slice(0, 200)}`;
  return null;
}
