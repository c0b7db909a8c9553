import { z } from "zod";

import type { House } from "@/lib/machine/house";
import { openControl } from "@/prisma/seed/control";
import { openRecorder, type RecordedCall } from "../floor/recorder";
import { replayRecording } from "../floor/replay-recording";
import { percentiles } from "../replay/latency";
import { StandsStill } from "../replay/until";
import { pickFrom, seededNumbers } from "../seeded-numbers";
import { type Figure, figuresOf } from "./figure";
import { anew } from "./repeat-write";
import { followSales, type Sale, type SaleLog } from "./sale-log";
import { sendSteadily } from "./send-steadily";
import { type Shelf, type Shelves, standBack, stockShelves } from "./shelves";

const perSecond = 20;
const seconds = 60;
const products = 4_000;
const patienceMs = 60_000;

/** From a sale at a till until the web shows what is left, and Parity has read that back. */
export async function benchSales(house: House, signal: AbortSignal): Promise<Figure[]> {
  const [sitoo, shopify] = [await openRecorder(house.simulators.sitoo), await openRecorder(house.simulators.shopify)];
  const shelves = await stockShelves({ ...house, simulators: { sitoo: sitoo.url, shopify: shopify.url } }, products, signal);
  try {
    const log = followSales(shelves.watch, shownBy(house));
    await sell(house, shelves, log, { forSeconds: 3, seed: 2 }, signal);
    for (const { calls } of [sitoo, shopify]) calls.splice(0);
    const sales = await sell(house, shelves, log, { forSeconds: seconds, seed: 1 }, signal);
    const ours = percentiles(sales.map(({ soldAt, shownAt }) => shownAt! - soldAt));

    const recorded = [
      ...sitoo.calls.map((call) => ({ ...anew(call), target: house.simulators.sitoo })),
      ...shopify.calls.map((call) => ({ ...anew(call), target: house.simulators.shopify })),
    ].sort((a, b) => a.startedAt - b.startedAt);
    await standBack(house, shelves.watch, sales);
    const spans = await replayRecording(recorded);
    const floor = percentiles(
      sales.map((sale) => {
        const { first, last } = callsFor(sale, recorded);
        return spans[last]!.endedAt - spans[first]!.startedAt;
      }),
    );

    const remark = `${sales.length} sales of one piece, each until a figure at or after it was read back and the shop's stand-in showed it too`;
    const figure = figuresOf("sales", `till sale to confirmed online level at ${perSecond}/s, `);
    return [
      figure("p50", ours.p50, "ms", { floor: floor.p50, goal: { is: "≤", value: 1_000 }, remark }),
      figure("p95", ours.p95, "ms", { floor: floor.p95, goal: { is: "≤", value: 2_000 } }),
      figure("p99", ours.p99, "ms", { floor: floor.p99 }),
    ];
  } finally {
    await shelves.watch.close();
    await Promise.all([sitoo.close(), shopify.close()]);
  }
}

/** Sells single pieces in the stores, the popular ones often, and waits until each is seen online. */
async function sell(
  house: House,
  { products: goods, shelves }: Shelves,
  log: SaleLog,
  { forSeconds, seed }: { forSeconds: number; seed: number },
  signal: AbortSignal,
) {
  const till = openControl(house.simulators.sitoo);
  const next = seededNumbers(seed);
  const stores = shelves.filter(({ place }) => place !== "web") as [Shelf, ...Shelf[]];
  const chosen = Array.from({ length: forSeconds * perSecond }, () => ({
    shelf: pickFrom(stores, next()),
    sku: goods[Math.floor(next() ** 2 * goods.length)]!.sku,
  }));
  const sales: Sale[] = [];
  let isOver = false;
  const sold = sendSteadily(chosen.length, perSecond, async (nth) => {
    const { shelf, sku } = chosen[nth]!;
    sales.push(log.sold({ sku, locationId: shelf.locationId, soldAt: Date.now() }));
    await till.post("/sell", { warehouseid: shelf.warehouseId, lines: [{ sku, quantity: 1 }] });
  }).then(() => {
    isOver = true;
  });
  await Promise.all([sold, log.follow(() => isOver, patienceMs, signal)]);
  const unseen = sales.filter(({ shownAt }) => shownAt === null).length;
  if (unseen > 0) throw new StandsStill(`${unseen} of ${sales.length} sales never showed online`);
  return sales;
}

const Levels = z.array(z.looseObject({ available: z.int() }));

/** What the shop's stand-in offers of a product at a location. */
const shownBy = ({ simulators }: House) => {
  const shop = openControl(simulators.shopify);
  return async (sku: string, locationId: string): Promise<number> => {
    const [level] = await shop.get(`/levels?${new URLSearchParams({ sku, locationId })}`, Levels);
    return level?.available ?? 0;
  };
};

/** Of the calls in the order of their starts: the question what moved that could know of the sale, and the read-back that ended last before it was shown. */
function callsFor({ soldAt, shownAt }: Sale, calls: readonly RecordedCall[]): { first: number; last: number } {
  const [from, to] = [soldAt - performance.timeOrigin, shownAt! - performance.timeOrigin];
  const first = calls.findIndex(({ startedAt, path }) => startedAt >= from && path.includes("/warehousetransactions"));
  let last = first;
  for (const [nth, { endedAt }] of calls.entries()) if (endedAt <= to && endedAt > calls[last]!.endedAt) last = nth;
  if (first < 0 || calls[last]!.endedAt > to) throw new Error("a sale was shown before anything was asked of the platforms");
  return { first, last };
}
