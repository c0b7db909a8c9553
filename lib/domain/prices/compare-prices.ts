import Decimal from "decimal.js";

import type { Sku } from "../ids";
import { type Minor, minor, minorOf, rounded } from "../money";
import type { ShopOrder, ShopOrderLine } from "../orders/shop-order";
import { covers, isRunning, type KnownPromotion } from "./promotion";
import { roundPercent } from "./round-percent";
import type { Sighting } from "./sightings";

/** `tolerancePercent` of the till's price; `toleranceAmount` for one unit, in money. The larger counts. */
export type PriceRule = { mode: "off" | "note" | "hold"; tolerancePercent: string; toleranceAmount: string };
/** What one costs, VAT included, and the VAT in it. */
export type TillPrice = { price: string | null; rate: string | null };

/** Everything the check of an order's prices depends on. */
export type PriceFacts = {
  rule: PriceRule;
  /** The till's currency; an order in another one is not compared. */
  currency: string;
  zone: string;
  promotions: readonly KnownPromotion[];
  /** By the web's code. Null: the till does not sell it. */
  till(sku: Sku): TillPrice | null;
  /** What the shop's catalogue asks for one. */
  listed(sku: Sku): string | null;
  /** Differences seen lately that no promotion explains, by their size. */
  sightings: ReadonlyMap<string, Sighting>;
};

/** A line that was not sold at the till's price. Money is gross and for the whole line. */
export type PriceDifference = {
  lineId: string;
  sku: Sku;
  title: string;
  quantity: number;
  /** How far below the till's price; a minus sign: above. */
  percent: string;
  due: Minor;
  paid: Minor;
  /** The discount code that lowered it, if one did. */
  code: string;
  /** The promotion that explains it. */
  promotion: { id: string; name: string } | null;
  /** Cheaper because several were bought, while one costs the same on both sides. */
  isQuantityPrice: boolean;
};

/** Two sides that may be compared: with VAT on both, or without on both. */
type Basis = { paid: Decimal; due: Decimal /** Till money with VAT → this basis. */; of: Decimal };

/**
 * Lines whose price is not the till's. Compared is what the line costs before discounts on the whole order, VAT included, with the till's
 * price for as many; where the two sides charge another VAT, it is enough that they agree without it. Left out: lines without a code, gift
 * cards, what cost nothing (free gifts, zero prices, discounts of 100 %), and what the till names no price for.
 */
export function comparePrices(order: ShopOrder, facts: PriceFacts): PriceDifference[] {
  if (facts.rule.mode === "off" || order.currency !== facts.currency) return [];
  return order.lines.flatMap((line) => compareLine(line, order, facts));
}

function compareLine(line: ShopOrderLine, order: ShopOrder, facts: PriceFacts): PriceDifference[] {
  const { sku, quantity, listed, isGiftCard } = line;
  const own = line.ownDiscount ?? minor(0);
  if (sku === null || isGiftCard || quantity === 0 || listed - own <= 0) return [];
  const till = facts.till(sku);
  if (!till?.price || Number(till.price) === 0) return [];
  const bases = basesOf(listed - own, line, order.taxesIncluded, till.price, till.rate, facts.currency);
  if (bases.some((basis) => isWithin(basis, facts.rule, quantity, facts.currency))) return [];

  const code = own > 0 ? (order.codes?.[0] ?? "") : "";
  const nearest = bases.toSorted((a, b) => gapOf(a).abs().cmp(gapOf(b).abs()))[0]!;
  const known = facts.promotions.find((one) =>
    explains(one, { sku, quantity, codes: order.codes ?? [], at: order.placedAt }, bases, facts),
  );
  return [
    {
      lineId: line.id,
      sku,
      title: line.title,
      quantity,
      percent: roundPercent(nearest.due, nearest.paid, quantity),
      due: rounded(nearest.due),
      paid: rounded(nearest.paid),
      code,
      promotion: known ? { id: known.id, name: known.name } : null,
      isQuantityPrice: isQuantityPrice(line, order.taxesIncluded, till.price, till.rate, facts),
    },
  ];
}

function basesOf(
  paid: number | Decimal,
  { quantity, taxes }: Pick<ShopOrderLine, "quantity" | "taxes">,
  taxesIncluded: boolean,
  price: string,
  tillRate: string | null,
  currency: string,
): Basis[] {
  const rate = taxes.reduce((total, tax) => total.add(tax.rate), new Decimal(0));
  const withVat = (percent: Decimal.Value) => new Decimal(percent).div(100).add(1);
  const gross = taxesIncluded ? new Decimal(paid) : withVat(rate).mul(paid);
  const due = minorOf(price, currency).mul(quantity);
  const both = { paid: gross, due, of: new Decimal(1) };
  if (tillRate === null || rate.eq(tillRate)) return [both];
  const of = new Decimal(1).div(withVat(tillRate));
  return [both, { paid: gross.div(withVat(rate)), due: due.mul(of), of }];
}

const gapOf = ({ paid, due }: Basis) => due.sub(paid).div(due);

/** Half a minor unit for each is arithmetic, never a difference. */
function isWithin({ paid, due }: Basis, { tolerancePercent, toleranceAmount }: PriceRule, quantity: number, currency: string): boolean {
  const slack = Decimal.max(
    due.mul(tolerancePercent).div(100),
    minorOf(toleranceAmount, currency).mul(quantity),
    new Decimal(quantity).div(2),
  );
  return paid.sub(due).abs().lte(slack);
}

type Sold = { sku: Sku; quantity: number; codes: readonly string[]; at: string };

/** Shops round a reduced price their own way: one minor unit a piece is let pass. */
function explains(promotion: KnownPromotion, sold: Sold, bases: readonly Basis[], { rule, currency }: PriceFacts): boolean {
  const { scope, effect, code, minUnits } = promotion;
  if (!isRunning(promotion, Date.parse(sold.at)) || !covers(scope, sold.sku) || sold.quantity < minUnits) return false;
  if (code !== "" && !sold.codes.some((one) => one.toLowerCase() === code.toLowerCase())) return false;
  return bases.some(({ paid, due, of }) => {
    const meant =
      effect.by === "percent"
        ? due.mul(new Decimal(100).sub(effect.percent)).div(100)
        : minorOf(effect.price, currency).mul(sold.quantity).mul(of);
    const slack = Decimal.max(
      meant.mul(promotion.tolerancePercent ?? rule.tolerancePercent).div(100),
      minorOf(rule.toleranceAmount, currency).mul(sold.quantity),
      sold.quantity,
    );
    return paid.sub(meant).abs().lte(slack);
  });
}

/** A line of several, listed for less than the shop's own price for one, while that price is the till's. */
function isQuantityPrice(line: ShopOrderLine, taxesIncluded: boolean, price: string, tillRate: string | null, facts: PriceFacts): boolean {
  const one = line.sku === null ? null : facts.listed(line.sku);
  if (line.quantity < 2 || one === null) return false;
  const single = minorOf(one, facts.currency).mul(line.quantity);
  if (single.lte(line.listed) || (line.ownDiscount ?? 0) > 0) return false;
  return basesOf(single, line, taxesIncluded, price, tillRate, facts.currency).some((basis) =>
    isWithin(basis, facts.rule, line.quantity, facts.currency),
  );
}
