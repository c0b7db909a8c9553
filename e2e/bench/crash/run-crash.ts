import type { House } from "@/lib/machine/house";
import { openControl } from "@/prisma/seed/control";
import { madeUpInvoices } from "../made-up-invoices";
import { brokenPromises, countReport } from "../replay/count-report";
import { takeDumps } from "../replay/dumps";
import { listHeldIds } from "../replay/fix-causes";
import { placeOrders } from "../replay/place-orders";
import { readTillOrders } from "../replay/pos-dump";
import { prepare } from "../replay/prepare";
import { openProgress } from "../replay/progress";
import type { Report } from "../replay/report";
import { readShopOrders } from "../replay/shop-dump";
import { waitUntilQuiet } from "../replay/wait-until-quiet";
import { type Killed, openKiller } from "./killer";
import type { CrashOptions } from "./options";
import { planKills } from "./plan-kills";

export type Crashed = {
  seed: number;
  killed: Killed[];
  orders: Report["orders"];
  money: Report["money"];
  seconds: number;
  broken: string[];
};

const leastGapMs = 2_500;

/** Orders come in steadily while app, engine and PostgreSQL are killed at random; then everything is counted. */
export async function runCrash(house: House, { seed, orders: count, kills, rate }: CrashOptions, signal: AbortSignal): Promise<Crashed> {
  const beganAt = performance.now();
  const progress = openProgress(house.databaseUrl);
  const killer = await openKiller(house);
  try {
    const invoices = madeUpInvoices(count, seed);
    const prepared = await prepare(house, invoices, 0, progress, signal);
    const till = openControl(house.simulators.sitoo);
    await till.put("/after-effect", { url: killer.url, every: 1 });

    const span = (count / rate) * 1_000;
    const plan = planKills({ seed, count: kills, duringWrites: Math.ceil(kills * 0.4), span, least: Math.min(leastGapMs, span / kills) });
    await Promise.all([placeOrders(house, prepared.orders, { locations: prepared.locations, rate, signal }), killer.run(plan, signal)]);
    await till.put("/after-effect", { url: null });
    await waitUntilQuiet("Recovering", house, progress, prepared.orders.length, signal);

    const held = await listHeldIds();
    const dumps = await takeDumps(house);
    const { orders, money, findings } = countReport(
      invoices,
      readShopOrders(dumps.shop),
      readTillOrders(dumps.till),
      held,
      prepared.crosswalk,
    );
    const broken = [...brokenPromises({ orders, money, released: { previewed: 0, released: 0, stillHeld: orders.held } }), ...findings];
    return { seed, killed: killer.killed, orders, money, seconds: Math.round((performance.now() - beganAt) / 1_000), broken };
  } finally {
    await killer.close();
    await progress.close();
  }
}
