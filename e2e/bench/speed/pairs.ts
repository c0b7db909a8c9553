import { z } from "zod";

import type { House } from "@/lib/machine/house";
import { openControl } from "@/prisma/seed/control";
import { openRecorder } from "../floor/recorder";
import { replayRecording, tookMs } from "../floor/replay-recording";
import { inBatches } from "../replay/in-batches";
import { until } from "../replay/until";
import { dearest, sumOf, type Usage, usageOf } from "./call-usage";
import { type Figure, figuresOf } from "./figure";
import { allowedPerSecond, type Quota } from "./quota";
import { anew } from "./repeat-write";
import { type Shelves, standBack, stockShelves, units } from "./shelves";

const products = 4_000;
/** As goods come in: so many products on one delivery note. */
const perDelivery = 50;
const received = 7;

/** Goods come in, and so many pairs are right online again. */
export async function benchPairs(house: House, count: number, quota: Quota, signal: AbortSignal): Promise<Figure[]> {
  const [sitoo, shopify] = [await openRecorder(house.simulators.sitoo), await openRecorder(house.simulators.shopify)];
  const shelves = await stockShelves({ ...house, simulators: { sitoo: sitoo.url, shopify: shopify.url } }, products, signal);
  try {
    for (const url of Object.values(house.simulators)) await openControl(url).put("/quota", { mode: quota });
    for (const { calls } of [sitoo, shopify]) calls.splice(0);
    const changed = pairsOf(shelves, count);
    const { beganAt, endedAt } = await receive(house, shelves, changed, signal);
    await checkShown(house, changed);
    for (const { calls } of [sitoo, shopify])
      calls.splice(0, calls.length, ...calls.filter(({ endedAt: at }) => performance.timeOrigin + at <= endedAt));

    const perSecond = (changed.length * 1_000) / (endedAt - beganAt);
    const [online, till] = [usageOf(shopify.calls), usageOf(sitoo.calls)];
    const points = sumOf(online, "points");
    const thousands = changed.length / 1_000;
    const figure = figuresOf(quota === "real" ? "pairs-real" : "pairs", `quota ${quota}: `);
    const use = [
      figure("Shopify calls per 1,000 pairs", shopify.calls.length / thousands, "calls", { remark: dearest(online, "calls", thousands) }),
      figure("Shopify points per 1,000 pairs", points / thousands, "points", { remark: dearest(online, "points", thousands) }),
      figure("Sitoo calls per 1,000 pairs", sitoo.calls.length / thousands, "calls", { remark: dearest(till, "calls", thousands) }),
      figure("calls refused for their number", refusedOf(online, till), "calls"),
    ];
    if (quota === "real") {
      const allowed = allowedPerSecond(changed.length, points, sitoo.calls);
      return [
        figure("changed pairs confirmed online", perSecond, "pairs/s", {
          remark: `${changed.length} pairs; the quota allows ${Math.round(allowed)} pairs/s`,
        }),
        figure("of what the quota allows", Math.min(1, perSecond / allowed) * 100, "%", { goal: { is: "≥", value: 90 } }),
        ...use,
      ];
    }
    await standBack(house, shelves.watch, changed);
    const spans = await replayRecording([
      ...sitoo.calls.map((call) => ({ ...anew(call), target: house.simulators.sitoo })),
      ...shopify.calls.map((call) => ({ ...anew(call), target: house.simulators.shopify })),
    ]);
    return [
      figure("changed pairs confirmed online", perSecond, "pairs/s", {
        goal: { is: "≥", value: 300 },
        floor: (changed.length * 1_000) / tookMs(spans),
        remark: `${changed.length} pairs on delivery notes of ${perDelivery} lines`,
      }),
      ...use,
    ];
  } finally {
    await shelves.watch.close();
    await Promise.all([sitoo.close(), shopify.close()]);
  }
}

type Pair = { sku: string; locationId: string; warehouseId: number };

/** Every shelf has its share. */
const pairsOf = ({ products: goods, shelves }: Shelves, count: number): Pair[] =>
  shelves.flatMap(({ locationId, warehouseId }) =>
    goods.slice(0, Math.ceil(count / shelves.length)).map(({ sku }) => ({ sku, locationId, warehouseId })),
  );

/** Milliseconds since the epoch: when the first delivery was booked, and when the last of the pairs had been read back. */
async function receive(house: House, { watch }: Shelves, pairs: readonly Pair[], signal: AbortSignal) {
  const till = openControl(house.simulators.sitoo);
  const beganAt = Date.now();
  const isRight = ({ available }: { available: number }) => available === units + received;
  const all = until({
    what: "Confirming pairs",
    look: async () => (await watch.listConfirmed(beganAt)).filter(isRight),
    isOver: ({ length }) => length >= pairs.length,
    mark: ({ length }) => `${length} of ${pairs.length}`,
    signal,
    lookMs: 500,
  });
  const booked = Promise.all(
    [...Map.groupBy(pairs, ({ warehouseId }) => warehouseId)].map(([warehouseid, here]) =>
      inBatches(here, perDelivery, (lines) =>
        till.post("/receive", { warehouseid, lines: lines.map(({ sku }) => ({ sku, quantity: received })) }),
      ),
    ),
  );
  const [confirmed] = await Promise.all([all, booked]);
  return { beganAt, endedAt: confirmed.reduce((last, { at }) => Math.max(last, at), 0) };
}

const Levels = z.array(z.looseObject({ sku: z.string(), available: z.int() }));

/** What Parity says is what the shop's stand-in shows. */
async function checkShown({ simulators }: House, pairs: readonly Pair[]): Promise<void> {
  for (const [locationId, here] of Map.groupBy(pairs, (pair) => pair.locationId)) {
    const levels = await openControl(simulators.shopify).get(`/levels?locationId=${locationId}`, Levels);
    const shown = new Map(levels.map(({ sku, available }) => [sku, available]));
    const wrong = here.filter(({ sku }) => shown.get(sku) !== units + received);
    if (wrong.length > 0) throw new Error(`${wrong.length} pairs are confirmed and show something else`);
  }
}

const refusedOf = (...sides: readonly (readonly Usage[])[]) => sumOf(sides.flat(), "refused");
