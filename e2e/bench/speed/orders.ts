import type { House } from "@/lib/machine/house";
import { openRecorder, type RecordedCall, type Recorder } from "../floor/recorder";
import { replayRecording, tookMs } from "../floor/replay-recording";
import type { Invoice } from "../replay/read-invoices";
import { runReplay } from "../replay/run-replay";
import { dearest, sumOf, usageOf } from "./call-usage";
import { type Figure, figuresOf } from "./figure";
import { allowedPerSecond, type Quota } from "./quota";

/** Orders carried through the whole house, once as fast as we can and once as fast as the platforms let anybody. */
export async function benchOrders(house: House, invoices: readonly Invoice[], quota: Quota, signal: AbortSignal): Promise<Figure[]> {
  const [sitoo, shopify] = [await openRecorder(house.simulators.sitoo), await openRecorder(house.simulators.shopify)];
  try {
    const behind = { ...house, simulators: { sitoo: sitoo.url, shopify: shopify.url } };
    let beganAt = 0;
    const begin = () => {
      beganAt = performance.now();
      for (const { calls } of [sitoo, shopify]) calls.splice(0);
    };
    const options = { file: "", unknownSkus: 0, faults: "none", seed: 1, quota, json: true } as const;
    const { report, broken, findings } = await runReplay(behind, invoices, options, signal, begin);
    if (broken.length + findings.length > 0)
      throw new Error(`the replay broke its promises: ${[...broken, ...findings].slice(0, 5).join("; ")}`);

    const carried = report.orders.confirmed;
    const throughAt = beganAt + (carried * 1_000) / report.ordersPerSecond;
    for (const { calls } of [sitoo, shopify]) calls.splice(0, calls.length, ...calls.filter(({ startedAt }) => startedAt < throughAt));
    const [online, till] = [usageOf(shopify.calls), usageOf(sitoo.calls)];
    const points = sumOf(online, "points");
    const figure = figuresOf(quota === "real" ? "orders-real" : "orders", `quota ${quota}: `);
    const use = [
      figure("Shopify calls per order", shopify.calls.length / carried, "calls", { remark: dearest(online, "calls", carried) }),
      figure("Shopify points per order", points / carried, "points", { remark: dearest(online, "points", carried) }),
      figure("Sitoo calls per order", sitoo.calls.length / carried, "calls", { remark: dearest(till, "calls", carried) }),
      figure("calls refused for their number", sumOf([...online, ...till], "refused"), "calls"),
    ];
    if (quota === "real") {
      const allowed = allowedPerSecond(carried, points, sitoo.calls);
      const share = Math.min(allowed, report.ordersPerSecond) / allowed;
      return [
        figure("orders carried", report.ordersPerSecond, "orders/s", {
          remark: `the quota allows ${Math.round(allowed * 10) / 10} orders/s`,
        }),
        figure("of what the quota allows", share * 100, "%", { goal: { is: "≥", value: 90 } }),
        ...use,
      ];
    }
    const floorMs = await replayFloor(house, sitoo, shopify);
    const floor = (carried * 1_000) / floorMs;
    return [
      figure("orders carried", report.ordersPerSecond, "orders/s", { goal: { is: "≥", value: 25 }, floor, remark: `${carried} orders` }),
      ...use,
    ];
  } finally {
    await Promise.all([sitoo.close(), shopify.close()]);
  }
}

/** Creates are made again under other external ids, or they would be refused as duplicates. */
async function replayFloor({ simulators }: House, sitoo: Recorder, shopify: Recorder): Promise<number> {
  const anew = (call: RecordedCall) =>
    call.method === "POST" ? { ...call, body: call.body.replaceAll('"externalid":"RPL-', '"externalid":"RPF-') } : call;
  const spans = await replayRecording([
    ...sitoo.calls.map((call) => ({ ...anew(call), target: simulators.sitoo })),
    ...shopify.calls.map((call) => ({ ...call, target: simulators.shopify })),
  ]);
  return tookMs(spans);
}
