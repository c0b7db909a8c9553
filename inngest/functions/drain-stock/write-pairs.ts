import { randomUUID } from "node:crypto";

import { ConnectorError } from "@/lib/connectors/error";
import { beginWrites } from "@/lib/data/stock-leases";
import { pairText } from "@/lib/data/stock-pairs";
import { mapAtMost } from "@/lib/domain/map-at-most";
import type { SentLevel } from "@/lib/domain/stock/judge-pair";
import type { ShopLevel, ShopLevelWrite } from "@/lib/domain/stock/level";
import type { PairPlan } from "@/lib/domain/stock/plan-pair";
import { onHandFor, type StockFacts } from "@/lib/domain/stock/sellable";

import type { StockPorts } from "./stock-ports";

export type Planned = { facts: StockFacts; level: ShopLevel; plan: PairPlan };
/** "lost": the lease ran out before anything was sent, somebody else has the pair. */
export type Sent = SentLevel | "lost";

const activatesAtOnce = 4;

/** Activates, writes what is still ours to write, and reads it back. Never sends the same figure twice. Throws ConnectorError. */
export async function writePairs(
  ports: StockPorts,
  shopId: string,
  lease: string,
  planned: readonly Planned[],
): Promise<Map<string, Sent>> {
  const sent = new Map<string, Sent>();
  const stocked = await mapAtMost(activatesAtOnce, planned, async (one) => toWrite(ports, one, sent));
  const writes = stocked.flatMap((write) => write ?? []);
  const ours = new Set((await beginWrites(shopId, lease, writes)).map(pairText));
  const going = writes.filter((write) => ours.has(pairText(write)));
  for (const write of writes) if (!ours.has(pairText(write))) sent.set(pairText(write), "lost");
  if (going.length === 0) return sent;

  const outcomes = await ports.stock.write(going, lease, randomUUID());
  const after = new Map((await readBack(ports, going)).map((level) => [pairText(level), level]));
  outcomes.forEach((outcome, at) => {
    const reason = outcome.result === "refused" ? outcome.reason : "";
    const onHand = going[at]!.onHand;
    sent.set(pairText(outcome), { result: outcome.result, onHand, reason, after: after.get(pairText(outcome)) ?? null });
  });
  return sent;
}

/** Nothing where the answer makes no sense: the next look reads one by one and finds out which pair it is about. */
async function readBack({ stock }: StockPorts, going: readonly ShopLevelWrite[]): Promise<ShopLevel[]> {
  try {
    return await stock.read(going);
  } catch (error) {
    if (error instanceof ConnectorError && error.failure.kind === "odd-answer") return [];
    throw error;
  }
}

async function toWrite(ports: StockPorts, { plan, level, facts }: Planned, sent: Map<string, Sent>): Promise<ShopLevelWrite | null> {
  if (plan.do === "write") return plan.write;
  if (plan.do !== "activate") return null;
  try {
    await ports.stock.activate(level.itemId, level.locationId, randomUUID());
    return { sku: level.sku, itemId: level.itemId, locationId: level.locationId, onHand: onHandFor(facts), from: level.onHand };
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.failure.kind !== "refused") throw error;
    sent.set(pairText(level), { result: "not-stocked", onHand: onHandFor(facts), reason: error.failure.reason, after: null });
    return null;
  }
}
