import Decimal from "decimal.js";

import { type Minor, minor, vatInside } from "../money";
import type { PosRow } from "./pos-order";

/** What the POS will compute for a row: gross less discount, VAT = gross − net rounded (contract sitoo 6.2). */
export const vatAtPos = ({ gross, discount, rate }: Pick<PosRow, "gross" | "discount" | "rate">): Minor =>
  vatInside(gross - discount, rate);

export type VatOfRate = { rate: string; shop: Minor; pos: Minor; rows: number; paid: Minor };

/** Shop's and till's VAT side by side, per rate. */
export function vatByRate(rows: readonly PosRow[]): VatOfRate[] {
  const byRate = new Map<string, VatOfRate>();
  for (const row of rows) {
    const seen = byRate.get(row.rate) ?? { rate: row.rate, shop: minor(0), pos: minor(0), rows: 0, paid: minor(0) };
    byRate.set(row.rate, {
      rate: row.rate,
      shop: minor(seen.shop + row.shopTax),
      pos: minor(seen.pos + vatAtPos(row)),
      rows: seen.rows + 1,
      paid: minor(seen.paid + row.gross - row.discount),
    });
  }
  return [...byRate.values()];
}

/** Half a minor unit a row is arithmetic, and so is an exact half that the two sides round apart; more is a wrong setting. */
export function isRounding({ shop, pos, rows, paid, rate }: VatOfRate): boolean {
  const exact = new Decimal(paid).mul(rate).div(new Decimal(rate).add(100));
  const isHalf = exact.sub(shop).abs().eq(0.5) && exact.sub(pos).abs().eq(0.5);
  return Math.abs(shop - pos) * 2 <= rows || isHalf;
}

/** One side took the tax on top of what it already contained, or took it out twice. */
export function looksLikeTaxMode({ shop, paid, rate, rows }: VatOfRate): boolean {
  const onTop = new Decimal(paid).mul(rate).div(100);
  return onTop.sub(shop).abs().lte(rows) || (shop === 0 && paid !== 0 && new Decimal(rate).gt(0));
}
