import { randomUUID } from "node:crypto";

import { ConnectorError } from "@/lib/connectors/error";
import { nameWarehouses } from "@/lib/data/catalogue";
import { type Connection, getConnection, noteAnswer } from "@/lib/data/connections";
import { recordPairs, type SettledPair } from "@/lib/data/record-pairs";
import { type ClaimedPair, claimPairs, returnPairs } from "@/lib/data/stock-leases";
import { pairText } from "@/lib/data/stock-pairs";
import { type PairPlan, planPair } from "@/lib/domain/stock/plan-pair";

import { pauseForFailure } from "../carry-orders/connection-trouble";
import { readApart } from "./read-apart";
import type { SeenPair } from "./read-pairs";
import { settleOdd } from "./settle-odd";
import { settleSeen, settleUnnamed } from "./settle-pair";
import { openStockPorts, type StockPorts } from "./stock-ports";
import { type Sent, writePairs } from "./write-pairs";

const returnMs = 1_000;

/** One batch: take, read both sides, plan, write, read back, clear. `taken` below the port's batch size: nothing more is due. */
export async function drainBatch(
  shopId: string,
  open: (shop: Connection, pos: Connection) => StockPorts = openStockPorts,
): Promise<{ taken: number; wrote: number; isLast: boolean }> {
  const shop = await getConnection(shopId);
  if (!shop.posId) return { taken: 0, wrote: 0, isLast: true };
  const pos = await getConnection(shop.posId);
  const lease = randomUUID();
  try {
    const ports = open(shop, pos);
    const claimed = await claimPairs(shop.id, lease, ports.stock.batchSize);
    if (claimed.length === 0) return { taken: 0, wrote: 0, isLast: true };
    const settled = await workOn(ports, shop, pos, lease, claimed);
    await noteAnswers([shop, pos]);
    return { taken: claimed.length, wrote: settled.filter(({ wrote }) => wrote).length, isLast: claimed.length < ports.stock.batchSize };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    await returnPairs(shop.id, lease, returnMs);
    await pauseForFailure(error.at.connectionId === pos.id ? pos : shop, error);
    return { taken: 0, wrote: 0, isLast: true };
  }
}

async function workOn(
  ports: StockPorts,
  shop: Connection,
  pos: Connection,
  lease: string,
  claimed: readonly ClaimedPair[],
): Promise<SettledPair[]> {
  const readAt = new Date();
  const { seen, odd } = await readApart(ports, shop, pos, claimed);
  const plans = new Map(seen.flatMap((one) => planned(one)));
  const sent = await writePairs(ports, shop.id, lease, [...plans.values()]);

  const names = await nameWarehouses(shop.id);
  const placeOf = ({ locationId }: ClaimedPair) => ({
    store: names.get(locationId) ?? locationId,
    currency: shop.currency,
    zone: shop.zone,
  });
  const strange = odd.map(({ pair, error }) =>
    settleOdd(pair, error, error.at.connectionId === pos.id ? pos.name : shop.name, placeOf(pair)),
  );
  const looked = seen.flatMap(({ pair, level }): SettledPair[] => {
    const place = placeOf(pair);
    const known = plans.get(pairText(pair));
    const answer: Sent | null = sent.get(pairText(pair)) ?? null;
    if (!known)
      return [
        settleUnnamed(
          { ...pair, items: pair.items === 1 && level === null && pair.isKnownAtPos && pair.warehouseIds.length > 0 ? 0 : pair.items },
          level,
          place,
        ),
      ];
    return answer === "lost" ? [] : [settleSeen(pair, known.facts, known.level, known.plan, answer, place)];
  });
  const settled = [...looked, ...strange];
  await recordPairs({ id: shop.id, posId: pos.id, currency: shop.currency }, lease, settled, {
    asksOrders: settled.some(({ asks }) => asks) && claimed.some(({ isAsking }) => !isAsking),
    counts: countRecords(settled),
    readAt,
  });
  return settled;
}

type Known = { facts: NonNullable<SeenPair["facts"]>; level: NonNullable<SeenPair["level"]>; plan: PairPlan };

function planned({ pair, facts, level }: SeenPair<ClaimedPair>): [string, Known][] {
  if (!facts || !level) return [];
  // What stands there is what we sent last: no change by anybody else.
  const lastOnHand = level.onHand === pair.target ? level.onHand : pair.shopOnHand;
  return [[pairText(pair), { facts, level, plan: planPair(facts, level, lastOnHand, pair.asked, pair.isActivating) }]];
}

function countRecords(settled: readonly SettledPair[]): Record<string, number> {
  const counts: Record<string, number> = { read: settled.length };
  for (const { record } of settled) if (record) counts[record.outcome] = (counts[record.outcome] ?? 0) + 1;
  return counts;
}

async function noteAnswers(connections: readonly Connection[]): Promise<void> {
  for (const { id, lastAnswerAt } of connections) if (!lastAnswerAt || Date.now() - lastAnswerAt.getTime() > 5_000) await noteAnswer(id);
}
