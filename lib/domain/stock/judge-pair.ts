import type { ShopLevel, ShopLevelOutcome } from "./level";
import type { PairPlan } from "./plan-pair";
import { type StockFacts, sellableOf } from "./sellable";

/** What was known of a pair before this look. */
export type PairBefore = {
  sellable: number | null;
  shopAvailable: number | null;
  shopOnHand: number | null;
  shopHeld: number | null;
  /** The on-hand figure we sent last. */
  target: number | null;
  disagreements: number;
};

export type PairVerdict = {
  outcome:
    | "equal"
    | "confirmed"
    /** Differs still; to be looked at again. */
    | "not-yet-visible"
    /** The same difference for the third time with nothing new in between. */
    | "accepted-different"
    /** Somebody changed it between our look and our write: nothing was overwritten. */
    | "stale"
    | "asking"
    | "refused"
    | "not-stocked"
    | "uncounted";
  sellable: number;
  /** The shop's row as last read. */
  level: ShopLevel;
  /** What the next look compares with; null keeps what was. */
  onHand: number | null;
  wrote: boolean;
  disagreements: number;
  reason: string;
};

const mostDisagreements = 3;

/** What was sent of a pair, how the shop answered, and what it showed after that. */
export type SentLevel = { result: ShopLevelOutcome["result"] | "not-stocked"; onHand: number; reason: string; after: ShopLevel | null };

/** `level`: as read before anything was sent. Drift is judged on what the shop offers, never on physical stock. */
export function judgePair(
  before: PairBefore,
  facts: StockFacts,
  level: ShopLevel,
  plan: PairPlan["do"],
  sent: SentLevel | null,
): PairVerdict {
  const seen = sent?.after ?? level;
  const sellable = sellableOf({ ...facts, shopHeld: seen.held });
  const wrote = sent !== null && (sent.result === "written" || (sent.result === "unclear" && seen.onHand === sent.onHand));
  const said = { sellable, level: seen, wrote, reason: sent?.reason ?? "", onHand: wrote ? sent.onHand : level.onHand };

  if (plan === "look-again") return { ...said, outcome: "asking", onHand: null, disagreements: 0 };
  if (!seen.isTracked) return { ...said, outcome: "uncounted", disagreements: 0 };
  if (sent?.result === "refused" || sent?.result === "not-stocked")
    return { ...said, outcome: sent.result, disagreements: before.disagreements };
  if (seen.available === sellable) return { ...said, outcome: wrote ? "confirmed" : "equal", disagreements: 0 };

  const isSame = before.disagreements > 0 && before.shopAvailable === seen.available && before.sellable === sellable;
  const disagreements = isSame ? before.disagreements + 1 : 1;
  if (disagreements >= mostDisagreements) return { ...said, outcome: "accepted-different", disagreements };
  return { ...said, outcome: sent?.result === "stale" ? "stale" : "not-yet-visible", disagreements };
}

export type ShopChange = { by: "orders" | "somebody"; from: number; to: number };

/** What the shop's figures did since we last looked, without us: its orders took or gave units, or somebody changed the stock. */
export function changeAtShop(before: PairBefore, level: ShopLevel): ShopChange | null {
  const { shopOnHand, shopHeld, shopAvailable, target } = before;
  if (shopOnHand === null || shopHeld === null || shopAvailable === null || shopAvailable === level.available) return null;
  const change = { from: shopAvailable, to: level.available };
  if (level.onHand === shopOnHand || level.onHand === target) return level.held === shopHeld ? null : { by: "orders", ...change };
  return { by: level.onHand - shopOnHand === level.held - shopHeld ? "orders" : "somebody", ...change };
}
