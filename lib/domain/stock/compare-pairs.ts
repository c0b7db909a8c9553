import type { Sku } from "../ids";
import type { PosLevel, ShopLevel } from "./level";
import { driftOf } from "./plan-pair";
import { type StockFacts, sellableOf } from "./sellable";

/** A web product that can be compared, by its name on each side. */
export type ComparedProduct = { sku: Sku; posSku: Sku; buffer: number; allowed: number };
export type OwnCount = { unseen: number; live: number };

export type PairFigures = {
  sku: Sku;
  facts: StockFacts;
  sellable: number;
  available: number;
  onHand: number;
  drift: number;
  isStocked: boolean;
};
export type Comparison = { equal: PairFigures[]; differing: PairFigures[]; inFlight: number };

/**
 * Both sides of one location, as fetched. `units` by web SKU; `inFlight`: web SKUs that are being looked at anyway.
 * What the shop does not count is left out; what it does not stock here it offers none of.
 */
export function comparePairs(
  products: readonly ComparedProduct[],
  posLevels: readonly PosLevel[],
  shopLevels: readonly ShopLevel[],
  units: ReadonlyMap<Sku, OwnCount>,
  inFlight: ReadonlySet<Sku>,
): Comparison {
  const atPos = new Map<Sku, { total: number; reserved: number }>();
  for (const { sku, total, reserved } of posLevels) {
    const so = atPos.get(sku);
    atPos.set(sku, { total: (so?.total ?? 0) + total, reserved: (so?.reserved ?? 0) + reserved });
  }
  const inShop = new Map(shopLevels.map((level) => [level.sku, level]));

  const result: Comparison = { equal: [], differing: [], inFlight: 0 };
  for (const { sku, posSku, buffer, allowed } of products) {
    const level = inShop.get(sku);
    if (level && !level.isTracked) continue;
    if (inFlight.has(sku)) {
      result.inFlight += 1;
      continue;
    }
    const own = units.get(sku);
    const row = atPos.get(posSku);
    const facts: StockFacts = {
      posTotal: row?.total ?? 0,
      posReserved: row?.reserved ?? 0,
      unseenUnits: own?.unseen ?? 0,
      liveUnits: own?.live ?? 0,
      shopHeld: level?.held ?? 0,
      buffer,
      allowed,
    };
    const sellable = sellableOf(facts);
    const available = level?.isStocked ? level.available : 0;
    const drift = driftOf(available, sellable);
    result[drift === 0 ? "equal" : "differing"].push({
      sku,
      facts,
      sellable,
      available,
      onHand: level?.onHand ?? 0,
      drift,
      isStocked: level?.isStocked ?? false,
    });
  }
  return result;
}

/** A difference is believed when it was seen twice, the same both times. */
export const isSameDifference = (first: Pick<PairFigures, "drift">, second: Pick<PairFigures, "drift">): boolean =>
  second.drift !== 0 && first.drift === second.drift;
