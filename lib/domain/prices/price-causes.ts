import type { CauseDraft } from "../exceptions/kind";
import { priceDiffers } from "../exceptions/kinds/price-differs";
import { toAmount } from "../money";
import type { ShopOrder } from "../orders/shop-order";
import type { PriceDifference, PriceFacts } from "./compare-prices";
import { sayPercent } from "./round-percent";
import { isUnexplained, looksLikePromotion, sightingKey } from "./sightings";

/** What holds the order: one cause for what looks like one promotion, else one for each wrong price. */
export function priceCauses(
  order: ShopOrder,
  differences: readonly PriceDifference[],
  { rule, zone, sightings }: PriceFacts,
): CauseDraft[] {
  if (rule.mode !== "hold") return [];
  return differences.filter(isUnexplained).map(({ sku, title, quantity, percent, due, paid, code }) => {
    const sighting = sightings.get(sightingKey({ percent, code }));
    const one = (amount: number) => toAmount(Math.round(amount / quantity), order.currency);
    const detail = { field: `Price of ${title}`, value: `${one(paid)}, ${sayPercent(percent)} the till's ${one(due)}` };
    const about = { sku, title, percent, code, zone };
    return sighting && looksLikePromotion(sighting)
      ? priceDiffers.raise(
          {
            ...about,
            scope: "promotion",
            skus: [...sighting.skus].sort().slice(0, 500),
            products: sighting.skus.size,
            since: sighting.since,
          },
          detail,
        )
      : priceDiffers.raise({ ...about, scope: "sku", skus: [sku], products: 1, since: sighting?.since ?? order.placedAt }, detail);
  });
}
