/** A pair that was marked or differs for longer than the shop allows. Null: never read. */
export type LatePair = {
  shopAvailable: number | null;
  sellable: number | null;
  /** Thousandths that the till booked since both sides were last read. */
  movedSince: number;
};

export type LateVerdict = { kind: "web-too-high"; web: number; sellable: number } | { kind: "stock-late" };

/** What may be sold now is what could be sold at the last look, and what the till booked since. */
export function judgeLate({ shopAvailable, sellable, movedSince }: LatePair): LateVerdict {
  if (shopAvailable === null || sellable === null) return { kind: "stock-late" };
  const now = Math.max(0, sellable + Math.floor(movedSince / 1000));
  return shopAvailable > now ? { kind: "web-too-high", web: shopAvailable, sellable: now } : { kind: "stock-late" };
}

/** Where more wait than this, the flow is late and not some product: one exception says so. */
export const mostNamed = 25;
