import type { ShopOrder } from "./shop-order";

/** Where an order stands, as far as a change of it by a person depends on it. */
export type Standing = {
  state: string;
  isUnderWay: boolean;
  source: Pick<ShopOrder, "cancelledAt" | "isTest" | "isBornInPos"> | null;
  effects: readonly { kind: string; state: string; remoteId: string | null; endedAt: Date | null }[];
};

const isSent = ({ state }: Standing["effects"][number]) => state === "sent" || state === "unclear";
const isMade = ({ state }: Standing["effects"][number]) => state === "done";
export const isLinked = ({ effects }: Pick<Standing, "effects">): boolean => effects.some(({ kind }) => kind === "linked-order");

/** Why its facts cannot be corrected here; null where they can. */
export function whyNotCorrected(order: Standing): string | null {
  const whyNot = whyNotOurs(order);
  if (whyNot) return whyNot;
  if (isLinked(order)) return "It was entered at the till by hand: correct it there.";
  if (order.effects.some(isMade)) return "It is at the till already: correct it there.";
  if (order.effects.some(isSent)) return "It may be at the till already. Wait until that is clear.";
  return null;
}

/** Why it cannot be joined to an order that was entered by hand; null where it can. */
export function whyNotLinkable(order: Standing): string | null {
  const whyNot = whyNotOurs(order);
  if (whyNot) return whyNot;
  if (isLinked(order)) return "It is linked to an order at the till already.";
  const [made] = order.effects.filter(isMade);
  if (made) return `Parity has sent it already: it is order ${made.remoteId} at the till.`;
  // Held means that nobody sends it; in any other state an answer may still come.
  if (order.effects.some(isSent) && (order.isUnderWay || order.state !== "held"))
    return "It is being sent at this moment. Look again in a minute.";
  return null;
}

/** Why the link has to stay; null where it may be undone. */
export function whyNotUnlinkable(order: Standing): string | null {
  const linked = order.effects.find(({ kind }) => kind === "linked-order");
  if (!linked) return "It is not linked to an order at the till.";
  if (order.isUnderWay) return "It is being looked at just now. Try again in a minute.";
  if (linked.endedAt) return "The order at the till is over: its goods were handed over or it was cancelled there.";
  if (order.source?.cancelledAt) return "The order was cancelled in the shop, and at the till through this link.";
  return null;
}

function whyNotOurs({ source }: Standing): string | null {
  if (!source) return "It has not been read from the shop yet.";
  if (source.cancelledAt) return "It was cancelled in the shop.";
  if (source.isTest) return "It is a test order: it never goes to the till.";
  return source.isBornInPos ? "It was made at the till." : null;
}
