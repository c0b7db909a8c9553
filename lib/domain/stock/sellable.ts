/** What is known of one SKU at one location. Quantities at the POS are signed thousandths, all others whole units. */
export type StockFacts = {
  /** Physical and reserved at the POS. */
  posTotal: number;
  posReserved: number;
  /** Units of this shop's live orders here that the POS row does not show yet. */
  unseenUnits: number;
  /** Units of this shop's live orders here that we know of and the shop has not shipped: seen at the POS or not. */
  liveUnits: number;
  /** What the shop itself has committed or made unavailable here. */
  shopHeld: number;
  buffer: number;
  /** Units that an edit in the shop showed and a person accepted, besides the till's. Signed. */
  allowed: number;
};

/** So many are held back that none is left: the pair is held from the web. */
export const holdAll = 9_999;

/**
 * Units that may still be sold online: max(0, P − R − u − b), floored. Units that the shop has committed to orders we have
 * not heard of yet count as unseen: what we do not know must not be sold twice.
 */
export function sellableOf({ posTotal, posReserved, unseenUnits, liveUnits, shopHeld, buffer, allowed }: StockFacts): number {
  const unheard = Math.max(0, shopHeld - liveUnits);
  return Math.max(0, Math.floor((posTotal - posReserved) / 1000) + allowed - unseenUnits - unheard - buffer);
}

/** For a shop that keeps its own commitments: the on-hand figure that makes its available the sellable one. */
export const onHandFor = (facts: StockFacts): number => sellableOf(facts) + facts.shopHeld;

/** Where every figure came from, as a person reads it. */
export function sayRule({ posTotal, posReserved, unseenUnits, buffer, shopHeld, liveUnits, allowed }: StockFacts): string {
  const parts = [`${posTotal / 1000} on the shelf`];
  if (posReserved !== 0) parts.push(`${posReserved / 1000} reserved at the till`);
  if (unseenUnits > 0) parts.push(`${unseenUnits} in web orders the till does not show yet`);
  if (shopHeld > liveUnits) parts.push(`${shopHeld - liveUnits} in web orders we are still being told of`);
  if (allowed < 0) parts.push(`${-allowed} by an edit in the shop that was accepted`);
  if (buffer >= holdAll) parts.push("everything, held from the web");
  else if (buffer > 0) parts.push(`${buffer} held back as safety stock`);
  const text = parts.join(" less ");
  return allowed > 0 ? `${text} plus ${allowed} by an edit in the shop that was accepted` : text;
}
