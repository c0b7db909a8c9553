import type { House } from "@/lib/machine/house";
import { openControl } from "@/prisma/seed/control";
import { brokenPromises, countReport } from "./count-report";
import { takeDumps } from "./dumps";
import { fixUnknownSkus, listHeldIds, listOrderCauses, toReport } from "./fix-causes";
import { measureLatency } from "./latency";
import type { ReplayOptions } from "./options";
import { placeOrders } from "./place-orders";
import { readTillOrders } from "./pos-dump";
import { cataloguesRead, type Prepared, prepare } from "./prepare";
import { openProgress, type ProgressReader } from "./progress";
import type { Invoice } from "./read-invoices";
import type { Report } from "./report";
import { codeOfUnknown, createUnderOtherCodes } from "./set-up";
import { readShopOrders } from "./shop-dump";
import { StandsStill } from "./until";
import { waitUntilQuiet } from "./wait-until-quiet";

export type Replayed = {
  report: Report /** What is wrong, in words; empty when every promise is kept. */;
  broken: string[];
  findings: string[];
};

/**
 * Places the history into the shop, lets the flows carry it to the till, mends what was prepared to fail, and counts.
 * `onReady` is called just before the first order.
 */
export async function runReplay(
  house: House,
  invoices: readonly Invoice[],
  options: ReplayOptions,
  signal: AbortSignal,
  onReady: () => void = () => undefined,
): Promise<Replayed> {
  const progress = openProgress(house.databaseUrl);
  try {
    const prepared = await prepare(house, invoices, options.unknownSkus, progress, signal);
    await setConditions(house, options);
    onReady();
    return await carry(house, invoices, options, prepared, progress, signal);
  } finally {
    await progress.close();
  }
}

async function carry(
  house: House,
  invoices: readonly Invoice[],
  { unknownSkus, rate, dump }: ReplayOptions,
  prepared: Prepared,
  progress: ProgressReader,
  signal: AbortSignal,
): Promise<Replayed> {
  const { orders, locations, crosswalk } = prepared;
  const quiet = (what: string) => waitUntilQuiet(what, house, progress, orders.length, signal);
  const stuck: string[] = [];

  const beganAt = performance.now();
  await placeOrders(house, orders, { locations, rate, signal });
  const throughAt = await quiet("Carrying orders").catch((cause: unknown) => {
    stuck.push(saidBy(cause));
    return performance.now();
  });
  const causes = toReport(await listOrderCauses());
  const latencyMs = rate === undefined ? null : await measureLatency(house, progress);

  const released = unknownSkus > 0 ? await mend(house, prepared, progress, quiet, signal) : { previewed: 0, released: 0 };
  const seconds = (performance.now() - beganAt) / 1000;

  const held = await listHeldIds();
  const dumps = await takeDumps(house, dump);
  const { findings, ...counted } = countReport(invoices, readShopOrders(dumps.shop), readTillOrders(dumps.till), held, crosswalk);
  const report: Report = {
    ...counted,
    causes,
    released: { ...released, stillHeld: unknownSkus > 0 ? held.size : 0 },
    latencyMs,
    ordersPerSecond: rounded((orders.length * 1000) / (throughAt - beganAt)),
    seconds: rounded(seconds),
  };
  const broken = [...stuck, ...brokenPromises(report), ...wrongCauses(causes, prepared)];
  return { report, broken, findings };
}

/** Creates the missing products under other codes, then maps and releases cause by cause. */
async function mend(
  house: House,
  { products, unknown, stock, connected, orders }: Prepared,
  progress: ProgressReader,
  quiet: (what: string) => Promise<unknown>,
  signal: AbortSignal,
): Promise<{ previewed: number; released: number }> {
  const missing = products.filter(({ sku }) => unknown.has(sku));
  const before = await progress.countProducts(connected.posId);
  await createUnderOtherCodes(house, connected, missing, stock);
  await cataloguesRead(progress, connected, { till: before + missing.length, shop: 0 }, signal);
  const codes = new Map(missing.map(({ sku, skuAtTill }) => [sku, codeOfUnknown(skuAtTill)]));
  console.error(`  ${missing.length} products are in Sitoo under other codes; ${orders.length} orders are known`);
  return fixUnknownSkus(
    (sku) => codes.get(sku) ?? sku,
    () => quiet("Releasing"),
    signal,
  );
}

async function setConditions(house: House, { faults, seed, quota }: ReplayOptions): Promise<void> {
  const share = faults === "none" ? 0 : 0.05;
  const settings = { mode: faults, rate: faults === "none" ? 0 : 0.1, duplicateWebhooks: share, reorderWebhooks: share };
  const [sitoo, shopify] = [openControl(house.simulators.sitoo), openControl(house.simulators.shopify)];
  await Promise.all([sitoo.put("/faults", { ...settings, seed }), shopify.put("/faults", { ...settings, seed: seed + 1 })]);
  await Promise.all([sitoo.put("/quota", { mode: quota }), shopify.put("/quota", { mode: quota })]);
}

/** One cause per unknown SKU that was ordered, and no other. */
function wrongCauses(causes: Report["causes"], { unknown, orders }: Prepared): string[] {
  const ordered = new Set(orders.flatMap(({ lines }) => lines.flatMap(({ sku }) => (sku !== null && unknown.has(sku) ? [sku] : []))));
  const named = causes.map(({ entity }) => entity);
  const missing = [...ordered].filter((sku) => !named.includes(sku)).map((sku) => `no cause names the unknown SKU ${sku}`);
  const others = causes.filter(({ kind, entity }) => kind !== "sku-unknown" || !ordered.has(entity));
  return [...missing, ...others.map(({ kind, entity, orders: count }) => `${kind} (${entity}) holds ${count} orders`)];
}

const rounded = (value: number) => Math.round(value * 100) / 100;

function saidBy(cause: unknown): string {
  if (cause instanceof StandsStill) return cause.message;
  throw cause;
}
