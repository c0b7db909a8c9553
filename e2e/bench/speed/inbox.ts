import { inTransaction } from "@/lib/data/client";
import { type HeldRecord, raiseCauses } from "@/lib/data/raise-causes";
import { startRun, writeRecords } from "@/lib/data/records";
import { skuUnknown } from "@/lib/domain/exceptions/kinds/sku-unknown";
import type { Sku } from "@/lib/domain/ids";
import type { House } from "@/lib/machine/house";
import { startBareServer } from "../floor/start-bare-server";
import { madeUpInvoices } from "../made-up-invoices";
import { inBatches } from "../replay/in-batches";
import { percentiles } from "../replay/latency";
import { prepare } from "../replay/prepare";
import { openProgress } from "../replay/progress";
import { type Figure, figuresOf } from "./figure";
import { signIn } from "./sign-in";

const causes = 200;
const held = 10_000;
const records = 100_000;
const views = 100;

/** The first page of a full inbox, as the server answers it to somebody signed in. */
export async function benchInbox(house: House, signal: AbortSignal): Promise<Figure[]> {
  const progress = openProgress(house.databaseUrl);
  const { connected } = await prepare(house, madeUpInvoices(20, 1), 0, progress, signal);
  await progress.close();
  await fill(connected.shopId);

  const cookie = await signIn(house.appUrl, "ops");
  const view = async (url: string): Promise<{ ms: number; body: string }> => {
    const beganAt = performance.now();
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    const body = await answer.text();
    if (answer.status !== 200) throw new Error(`${url} was answered with ${answer.status}`);
    return { ms: performance.now() - beganAt, body };
  };
  const page = await view(`${house.appUrl}/inbox`);
  if (!page.body.includes("PRODUCT 30")) throw new Error("the inbox shows none of the causes");
  const bare = await startBareServer(page.body.length);
  const ours = percentiles(await timesOf(() => view(`${house.appUrl}/inbox`)));
  const totals = percentiles(await timesOf(() => view(`${house.appUrl}/api/v1/causes/count`)));
  const floor = percentiles(await timesOf(() => view(`${bare.url}/inbox`)));
  bare.stop();
  const figure = figuresOf("inbox", "");
  const what = `inbox with ${causes} causes, ${held} held of ${records} records`;
  return [
    figure(`${what}, p50`, ours.p50, "ms", { floor: floor.p50 }),
    figure(`${what}, p95`, ours.p95, "ms", {
      floor: floor.p95,
      goal: { is: "≤", value: 100 },
      remark: `${Math.round(page.body.length / 1_024)} kB`,
    }),
    figure("its totals, which come after it, p95", totals.p95, "ms"),
  ];
}

async function timesOf(view: () => Promise<{ ms: number }>): Promise<number[]> {
  const times: number[] = [];
  for (let nth = 0; nth < views + 10; nth++) times.push((await view()).ms);
  return times.slice(10);
}

async function fill(shopId: string): Promise<void> {
  const orders = Array.from({ length: held }, (_, nth): HeldRecord => {
    const sku = String(30_000 + (nth % causes)) as Sku;
    const title = `PRODUCT ${sku}`;
    return {
      shopId,
      entity: "order",
      key: String(7_000_000_000 + nth),
      label: `#${700_000 + nth}`,
      amount: 500 + ((nth * 7_919) % 20_000),
      currency: "GBP",
      customerHash: String(nth % 4_000),
      promiseAt: null,
      units: 1 + (nth % 5),
      causes: [skuUnknown.raise({ sku, title }, { field: "SKU", value: sku })],
    };
  });
  await inBatches(orders, 1_000, (batch) => inTransaction((tx) => raiseCauses(tx, batch)));

  const runId = await startRun("carry-orders", shopId);
  const numbers = Array.from({ length: records }, (_, nth) => nth);
  await inBatches(numbers, 5_000, (batch) =>
    inTransaction((tx) =>
      writeRecords(
        tx,
        { id: runId, flow: "carry-orders" },
        batch.map((nth) => ({
          connectionId: shopId,
          entity: "order",
          key: String(7_000_000_000 + nth),
          label: `#${700_000 + nth}`,
          outcome: nth < held ? "held" : "confirmed",
          why: "",
          detail: {},
        })),
      ),
    ),
  );
}
