/** Both sides of a set of web orders, in minor units of one currency. Counts are of distinct orders. */
export type Sides = {
  orders: number;
  crossed: number;
  held: number;
  waiting: number;
  byHand: number;
  /** Crossed orders whose VAT differs by arithmetic. */
  rounded: number;
  /** Worth in the shop, and of that read back at the till and found equal. */
  shop: number;
  till: number;
  shopVat: number;
  tillVat: number;
  /** Till's VAT less the shop's, of crossed orders. */
  rounding: number;
  heldAmount: number;
  waitingAmount: number;
  byHandAmount: number;
  /** At the till for orders that are not through: changed, cancelled or moved after they crossed. */
  tillOfOpen: number;
};

export type Verdict = "tied" | "open" | "unexplained" | "empty";

/** What is missing at the till and no order that is held, waiting or settled by hand accounts for. It is 0 unless something is broken. */
export const unexplained = ({ shop, till, heldAmount, waitingAmount, byHandAmount, tillOfOpen }: Sides): number =>
  shop - till - heldAmount - waitingAmount - byHandAmount + tillOfOpen;

/** Tied only where every order is confirmed and both sides are equal to the penny. */
export function judgeSides(sides: Sides): Verdict {
  if (sides.orders === 0) return "empty";
  if (unexplained(sides) !== 0) return "unexplained";
  return sides.crossed === sides.orders && sides.shop === sides.till ? "tied" : "open";
}

export type BridgeStep = {
  what: "counted" | "held" | "waiting" | "by-hand" | "already" | "unexplained" | "crossed";
  amount: number;
  orders: number | null;
};

/** From the shop's sum to the till's, every step a named cause; the steps between add up to the difference. */
export function bridgeOf(sides: Sides): BridgeStep[] {
  const gap = unexplained(sides);
  const steps: BridgeStep[] = [
    { what: "counted", amount: sides.shop, orders: sides.orders },
    { what: "held", amount: -sides.heldAmount, orders: sides.held },
    { what: "waiting", amount: -sides.waitingAmount, orders: sides.waiting },
  ];
  if (sides.byHand > 0) steps.push({ what: "by-hand", amount: -sides.byHandAmount, orders: sides.byHand });
  if (sides.tillOfOpen !== 0) steps.push({ what: "already", amount: sides.tillOfOpen, orders: null });
  if (gap !== 0) steps.push({ what: "unexplained", amount: -gap, orders: null });
  return [...steps, { what: "crossed", amount: sides.till, orders: sides.crossed }];
}
