import { lateKinds } from "@/lib/data/late-pairs";
import type { SettledPair } from "@/lib/data/record-pairs";
import type { ClaimedPair } from "@/lib/data/stock-leases";
import { pairText } from "@/lib/data/stock-pairs";
import { editedInShop } from "@/lib/domain/exceptions/kinds/edited-in-shop";
import { negativeAtTill } from "@/lib/domain/exceptions/kinds/negative-at-till";
import { notInShop } from "@/lib/domain/exceptions/kinds/not-in-shop";
import { notStocked } from "@/lib/domain/exceptions/kinds/not-stocked";
import { sellsBelowZero } from "@/lib/domain/exceptions/kinds/sells-below-zero";
import { skuDuplicate } from "@/lib/domain/exceptions/kinds/sku-duplicate";
import { stockDiffers } from "@/lib/domain/exceptions/kinds/stock-differs";
import { stockLate } from "@/lib/domain/exceptions/kinds/stock-late";
import { stockRefused } from "@/lib/domain/exceptions/kinds/stock-refused";
import { webTooHigh } from "@/lib/domain/exceptions/kinds/web-too-high";
import type { LocationId, Sku } from "@/lib/domain/ids";
import { worthOf } from "@/lib/domain/money";
import { sinceIn } from "@/lib/domain/say-clock";
import { changeAtShop, judgePair, type PairVerdict, type SentLevel, type ShopChange } from "@/lib/domain/stock/judge-pair";
import type { ShopLevel } from "@/lib/domain/stock/level";
import { driftOf, type PairPlan } from "@/lib/domain/stock/plan-pair";
import { type StockFacts, sayRule } from "@/lib/domain/stock/sellable";

export type Place = { store: string; currency: string; zone: string };

export const blank = {
  waitMs: 0,
  posTotal: null,
  posReserved: null,
  unseenUnits: 0,
  sellable: null,
  shopAvailable: null,
  shopOnHand: null,
  shopHeld: null,
  wrote: false,
  isConfirmed: false,
  asks: false,
  looksAgain: false,
  disagreements: 0,
  notices: [],
  isStocked: null,
  entries: [],
  units: 0,
  amount: 0,
};

export const head = (pair: ClaimedPair, { store }: Place) => ({
  locationId: pair.locationId,
  sku: pair.sku,
  version: pair.version,
  buffer: pair.buffer,
  wasHeldBy: pair.heldBy,
  label: `${pair.sku} at ${store}`,
});

/** For want of a name on one side nothing can be sent. It waits, clear, for the name. */
export function settleUnnamed(pair: ClaimedPair, level: ShopLevel | null, place: Place): SettledPair {
  const { sku } = pair;
  const [heldBy, causes, why] =
    pair.items > 1
      ? ([
          "sku-duplicate",
          [skuDuplicate.raise({ sku, products: pair.items }, { field: "SKU", value: sku })],
          "Two products have this SKU",
        ] as const)
      : pair.items === 0
        ? (["not-in-shop", [notInShop.raise({ sku }, { field: "SKU", value: sku })], "The shop does not know it"] as const)
        : pair.warehouseIds.length === 0
          ? (["location-unmapped", [], "Its location is not mapped"] as const)
          : (["sku-unknown", [], "The till does not know it"] as const);
  const isNews = pair.heldBy !== heldBy;
  return {
    ...blank,
    ...head(pair, place),
    isClear: true,
    shopAvailable: level?.available ?? null,
    heldBy,
    causes: [...causes],
    record: isNews ? { outcome: causes.length > 0 ? "held" : "skipped", why, detail: {} } : null,
  };
}

const waits: Partial<Record<PairVerdict["outcome"], number>> = { stale: 200, asking: 5_000, "not-yet-visible": 1_500 };

/** What a look found, as everything that is to be written down about it. */
export function settleSeen(
  pair: ClaimedPair,
  facts: StockFacts,
  level: ShopLevel,
  plan: PairPlan,
  sent: SentLevel | null,
  place: Place,
): SettledPair {
  const verdict = judgePair(pair, facts, level, plan.do, sent);
  const { outcome, sellable } = verdict;
  const drift = driftOf(verdict.level.available, sellable);
  const change = changeAtShop(pair, level);
  const isEdit = change?.by === "somebody" && verdict.wrote;
  const causes = causesOf(pair, facts, verdict, place);
  const isConfirmed = outcome === "equal" || outcome === "confirmed";
  return {
    ...blank,
    ...head(pair, place),
    isClear: waits[outcome] === undefined,
    looksAgain: pair.isMarked || verdict.wrote,
    waitMs: waits[outcome] ?? 0,
    posTotal: facts.posTotal,
    posReserved: facts.posReserved,
    unseenUnits: facts.unseenUnits,
    sellable: outcome === "uncounted" ? null : sellable,
    shopAvailable: verdict.level.available,
    shopOnHand: verdict.onHand,
    shopHeld: verdict.level.held,
    wrote: verdict.wrote,
    isConfirmed,
    asks: outcome === "asking",
    disagreements: verdict.disagreements,
    heldBy: outcome === "uncounted" ? "sells-below-zero" : (causes[0]?.kind ?? ""),
    causes,
    isStocked: verdict.level.isStocked,
    notices: noticesOf(pair, place, verdict, isEdit ? change : null),
    entries: [
      ...(change ? [entry(pair, change.by === "orders" ? "order" : "shop-change", change.from, change.to, sayChange(change.by))] : []),
      ...(verdict.wrote ? [entry(pair, "write", level.available, verdict.level.available, sayRule(facts))] : []),
    ],
    record: recordOf(pair, facts, level, verdict),
    units: isConfirmed ? 0 : Math.abs(drift),
    amount: isConfirmed ? 0 : worthOf(pair.price, Math.abs(drift), place.currency),
  };
}

/** What is said once beside what holds it: an edit on the wrong side, and a shop that goes on selling now that none is left. */
function noticesOf(
  { sku, locationId }: ClaimedPair,
  { store }: Place,
  { level, sellable }: PairVerdict,
  edit: ShopChange | null,
): SettledPair["notices"] {
  const where = pairText({ locationId, sku });
  return [
    ...(edit
      ? [
          {
            key: `edit:${where}`,
            cause: editedInShop.raise(
              { sku, locationId, store, from: edit.from, to: edit.to, restored: level.available },
              { field: "In the shop", value: `${edit.from} to ${edit.to}` },
            ),
          },
        ]
      : []),
    ...(sellable === 0 && level.mayOversell && level.isTracked && level.isStocked
      ? [
          {
            key: `${sellsBelowZero.id}:${sku}`,
            cause: sellsBelowZero.raise({ sku, why: "mayOversell" }, { field: "Found", value: `none left at ${store}` }),
          },
        ]
      : []),
  ];
}

function causesOf(pair: ClaimedPair, facts: StockFacts, { outcome, level, sellable, reason }: PairVerdict, { store, zone }: Place) {
  const at = { sku: pair.sku, locationId: pair.locationId, store };
  const drift = driftOf(level.available, sellable);
  const isOpen = outcome === "not-yet-visible" || outcome === "stale";
  const stillDiffers = pair.heldBy === stockDiffers.id && isOpen;
  const stillLate = !stillDiffers && (isOpen || outcome === "asking") && lateKinds.some((kind) => kind === pair.heldBy);
  return [
    ...(outcome === "refused"
      ? [stockRefused.raise({ ...at, web: level.available, sellable, reason }, { field: "The shop's answer", value: reason })]
      : []),
    ...(outcome === "not-stocked" ? [notStocked.raise({ ...at, reason }, { field: "The shop's answer", value: reason })] : []),
    ...(outcome === "accepted-different" || stillDiffers
      ? [stockDiffers.raise({ ...at, web: level.available, sellable }, { field: "Difference", value: `${drift > 0 ? "+" : ""}${drift}` })]
      : []),
    ...(stillLate ? [lateCause(pair, at, { web: level.available, sellable }, zone)] : []),
    ...(facts.posTotal < 0
      ? [negativeAtTill.raise({ ...at, units: facts.posTotal / 1000 }, { field: "At the till", value: String(facts.posTotal / 1000) })]
      : []),
  ];
}

function lateCause(
  pair: ClaimedPair,
  at: { sku: Sku; locationId: LocationId; store: string },
  { web, sellable }: { web: number; sellable: number },
  zone: string,
) {
  const since = new Date(pair.since);
  const late = { ...at, since: since.toISOString(), clock: sinceIn(zone, since, new Date()) };
  const drift = driftOf(web, sellable);
  if (drift <= 0) return stockLate.raise(late, { field: "Waits since", value: late.clock });
  return webTooHigh.raise({ ...late, web, sellable }, { field: "Difference", value: `+${drift} since ${late.clock}` });
}

function recordOf(pair: ClaimedPair, facts: StockFacts, before: ShopLevel, verdict: PairVerdict): SettledPair["record"] {
  const detail = {
    sku: pair.sku,
    locationId: pair.locationId,
    before: before.available,
    after: verdict.level.available,
    sellable: verdict.sellable,
    rule: sayRule(facts),
  };
  switch (verdict.outcome) {
    case "confirmed":
    case "accepted-different":
    case "not-yet-visible":
      return {
        outcome: verdict.outcome,
        why: verdict.outcome === "confirmed" ? "" : `The shop shows ${verdict.level.available} instead of ${verdict.sellable}`,
        detail,
      };
    case "refused":
    case "not-stocked":
      return { outcome: "held", why: verdict.reason, detail };
    case "equal":
      return pair.heldBy === "" || facts.posTotal < 0 ? null : { outcome: "confirmed", why: "It is right again", detail };
    case "uncounted":
      return pair.heldBy === "sells-below-zero" ? null : { outcome: "skipped", why: "The shop does not count it", detail };
    case "stale":
    case "asking":
      return null;
  }
}

const entry = ({ locationId, sku }: ClaimedPair, what: "write" | "shop-change" | "order", before: number, after: number, text: string) => ({
  locationId,
  sku,
  what,
  before,
  after,
  text,
});
const sayChange = (by: "orders" | "somebody") =>
  by === "orders" ? "Web orders took or gave back units" : "Changed in the shop by hand or by another app";
