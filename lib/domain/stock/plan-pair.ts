import type { ShopLevel, ShopLevelWrite } from "./level";
import { onHandFor, type StockFacts, sellableOf } from "./sellable";

export type PairPlan =
  | { do: "nothing"; sellable: number }
  | { do: "write"; sellable: number; write: ShopLevelWrite }
  /** Not stocked at this location: the shop must be told first that it is. */
  | { do: "activate"; sellable: number }
  /** Somebody changed it there and it may be an order we have not heard of: ask for orders, look again. */
  | { do: "look-again"; sellable: number }
  | { do: "hold"; sellable: number; because: "negative-at-till" | "not-in-shop" };

/**
 * What has to happen at the shop so that its available figure is the sellable one. `lastOnHand`: what we last saw confirmed
 * there; null before the first time. `asked`: orders were asked for since the shop's figure changed without us. `isActivating`: a
 * person wants it stocked here, also while there is none to sell.
 */
export function planPair(
  facts: StockFacts,
  shop: ShopLevel | null,
  lastOnHand: number | null,
  asked: boolean,
  isActivating = false,
): PairPlan {
  const sellable = sellableOf(facts);
  if (shop === null) return { do: "hold", sellable, because: "not-in-shop" };
  if (!shop.isTracked) return { do: "nothing", sellable };
  if (!shop.isStocked) return sellable > 0 || isActivating ? { do: "activate", sellable } : { do: "nothing", sellable };
  const onHand = onHandFor(facts);
  if (shop.onHand === onHand)
    return facts.posTotal < 0 ? { do: "hold", sellable, because: "negative-at-till" } : { do: "nothing", sellable };
  if (lastOnHand !== null && shop.onHand < lastOnHand && onHand > shop.onHand && !asked) return { do: "look-again", sellable };
  return { do: "write", sellable, write: { sku: shop.sku, itemId: shop.itemId, locationId: shop.locationId, onHand, from: shop.onHand } };
}

/** Signed: above zero the web shows more than there is (oversell), below it hides what could be sold. */
export const driftOf = (available: number, sellable: number): number => available - sellable;
