import type { Sku } from "../ids";
import type { PriceDifference } from "./compare-prices";

/** One size of difference that no promotion explains: on which products, and since when. */
export type Sighting = { percent: string; code: string; skus: ReadonlySet<Sku>; since: string };

/** On so many products the same difference is no wrong price any more: it looks like a promotion. */
const enough = 3;

export const sightingKey = ({ percent, code }: Pick<PriceDifference, "percent" | "code">): string => `${percent}|${code.toLowerCase()}`;

export const isUnexplained = ({ promotion, isQuantityPrice }: PriceDifference): boolean => promotion === null && !isQuantityPrice;

export const looksLikePromotion = ({ skus }: Sighting): boolean => skus.size >= enough;

/** What was seen before and what these orders add to it. */
export function gatherSightings(
  before: readonly Sighting[],
  found: readonly { placedAt: string; differences: readonly PriceDifference[] }[],
): Map<string, Sighting> {
  const all = new Map(before.map((one) => [sightingKey(one), one]));
  for (const { placedAt, differences } of found) {
    for (const { sku, percent, code } of differences.filter(isUnexplained)) {
      const key = sightingKey({ percent, code });
      const seen = all.get(key);
      const isEarlier = !seen || Date.parse(placedAt) < Date.parse(seen.since);
      all.set(key, { percent, code, skus: new Set([...(seen?.skus ?? []), sku]), since: isEarlier ? placedAt : seen.since });
    }
  }
  return all;
}
