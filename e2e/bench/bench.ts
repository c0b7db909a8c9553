import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { loadavg } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { CannotStart } from "@/lib/machine/cannot-start";
import { Interrupted, runHouse } from "./house/run-house";
import { madeUpInvoices } from "./made-up-invoices";
import { type Invoice, moveTo, readInvoices, UnusableFile } from "./replay/read-invoices";
import { type Figure, table } from "./speed/figure";

/** Each in a house of its own, so that none leaves the next a full table. */
const benches: Record<string, () => Promise<Figure[]>> = {
  events: () => runHouse("bench", async (house, signal) => (await import("./speed/events")).benchEvents(house, signal)),
  orders: async () => carry("none", await history()),
  "orders-real": async () => carry("real", manyTimes(await history(), 2)),
  inbox: () => runHouse("bench", async (house, signal) => (await import("./speed/inbox")).benchInbox(house, signal)),
  sales: () => runHouse("bench", async (house, signal) => (await import("./speed/sales")).benchSales(house, signal)),
  pairs: () => changePairs("none", 6_000),
  "pairs-real": () => changePairs("real", 6_000),
  compare: () => runHouse("bench", async (house, signal) => (await import("./speed/compare")).benchCompare(house, signal)),
};
const self = fileURLToPath(import.meta.url);
const usage = `usage: npm run bench -- [${Object.keys(benches).join("|")}] [--json]`;

class WrongUsage extends Error {}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: "boolean", default: false } } });
  const unknown = positionals.find((name) => !Object.hasOwn(benches, name));
  if (unknown !== undefined) throw new WrongUsage(`There is no bench named ${unknown}.\n${usage}`);
  const names = positionals.length > 0 ? positionals : Object.keys(benches);
  const [only] = names;
  const figures: Figure[] = [];
  if (only !== undefined && names.length === 1) {
    const load = loadavg()[0]!;
    figures.push(...(await benches[only]!()).map((figure) => ({ ...figure, load })));
  } else for (const name of names) figures.push(...(await inOwnProcess(name)));
  console.log(values.json ? JSON.stringify(figures) : table(figures));
}

/** A process belongs to one house: its settings are read once. */
async function inOwnProcess(name: string): Promise<Figure[]> {
  console.error(`— ${name}`);
  const child = spawn(process.execPath, ["--import", "tsx", self, name, "--json"], { stdio: ["ignore", "pipe", "inherit"] });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  if (code === 130) throw new Interrupted();
  if (code !== 0) throw new CannotStart(`The bench ${name} ended without a result.`);
  return JSON.parse(said) as Figure[];
}

const changePairs = (quota: "none" | "real", count: number) =>
  runHouse("bench", async (house, signal) => (await import("./speed/pairs")).benchPairs(house, count, quota, signal));

const carry = (quota: "none" | "real", invoices: readonly Invoice[]) =>
  runHouse("bench", async (house, signal) =>
    (await import("./speed/orders")).benchOrders(house, moveTo(Date.now(), invoices), quota, signal),
  );

/** Five real days where they are at hand, else as many invented orders. */
async function history(): Promise<Invoice[]> {
  const file = path.resolve(path.dirname(self), "../../../shared/data/online-retail-2010-12.csv");
  return existsSync(file) ? readInvoices(file) : madeUpInvoices(450, 1);
}

/** Enough orders that a quota of one minute does not hold them all. */
const manyTimes = (invoices: readonly Invoice[], times: number): Invoice[] =>
  Array.from({ length: times }, (_, nth) =>
    invoices.map((invoice) => ({ ...invoice, id: nth === 0 ? invoice.id : `${invoice.id}${nth}` })),
  ).flat();

main().then(
  () => process.exit(0),
  (cause: unknown) => {
    const isClear = [WrongUsage, UnusableFile, CannotStart, Interrupted].some((kind) => cause instanceof kind);
    console.error(isClear ? (cause as Error).message : cause);
    process.exit(cause instanceof Interrupted ? 130 : 1);
  },
);
