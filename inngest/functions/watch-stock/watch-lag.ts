import { readCallTimes } from "@/lib/connectors/call-log";
import { inTransaction } from "@/lib/data/client";
import type { Connection } from "@/lib/data/connections";
import { lagSpanMs, readOrderLag, readStockLag } from "@/lib/data/flow-lag";
import { type HeldRecord, raiseCauses, releaseHeld } from "@/lib/data/raise-causes";
import { flowSlow } from "@/lib/domain/exceptions/kinds/flow-slow";
import { judgeLag, type SideTimes, type Slowness } from "@/lib/domain/records/judge-lag";

const leastGraceMs = 60_000;

/** Raises a flow that is slower than its target, before anything of it fails, and ends what is within it again. */
export async function watchLag(shop: Connection, pos: Connection, flowingSince: Date, now: Date): Promise<void> {
  const sides = [shop, pos].map(({ id, name }): SideTimes => ({ name, ...readCallTimes(id, lagSpanMs) }));
  const { stockTargetSeconds, orderTargetSeconds } = shop.options;
  const [stock, orders] = await Promise.all([readStockLag(shop.id, stockTargetSeconds), readOrderLag(shop.id, orderTargetSeconds)]);
  const flows = [
    { flow: "stock", target: stockTargetSeconds, slow: judgeLag(stock, stockTargetSeconds, sides) },
    { flow: "orders", target: orderTargetSeconds, slow: judgeLag(orders, orderTargetSeconds, sides) },
  ] as const;
  // What gathered while nothing could flow is given a moment to go.
  const isCatchingUp = (target: number) => now.getTime() - flowingSince.getTime() < Math.max(leastGraceMs, 2 * target * 1_000);
  await inTransaction(async (tx) => {
    await raiseCauses(
      tx,
      flows.flatMap(({ flow, target, slow }) => (slow && !isCatchingUp(target) ? [heldBy(shop, flow, slow)] : [])),
      { complete: false },
    );
    await releaseHeld(
      tx,
      flows.flatMap(({ flow, slow }) => (slow ? [] : [{ shopId: shop.id, entity: "connection", key: `slow:${flow}` }])),
    );
  });
}

const heldBy = ({ id, name }: Connection, flow: "stock" | "orders", slow: Slowness): HeldRecord => ({
  shopId: id,
  entity: "connection",
  key: `slow:${flow}`,
  label: flow === "stock" ? `Stock to ${name}` : `Orders from ${name}`,
  amount: 0,
  currency: "",
  customerHash: "",
  promiseAt: null,
  units: 0,
  causes: [flowSlow.raise({ flow, ...slow }, { field: "95 of 100 within", value: `${slow.seconds} s instead of ${slow.target} s` })],
});
