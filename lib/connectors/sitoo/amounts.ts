import Decimal from "decimal.js";

import { type Minor, minor, toAmount, toMinor } from "@/lib/domain/money";
import type { Thousandths } from "@/lib/domain/stock/level";

/** Sitoo's `money`: always two decimals, whatever the currency. Throws where that would lose something. */
export function toMoney(amount: Minor, currency: string): string {
  const exact = new Decimal(toAmount(amount, currency));
  if (exact.decimalPlaces() > 2) throw new RangeError(`${exact} ${currency} has more decimals than Sitoo keeps`);
  return exact.toFixed(2);
}

/** "199.00" may also stand for 199 yen: surplus zeros go, surplus figures throw. */
export const fromMoney = (money: string, currency: string): Minor => toMinor(new Decimal(money).toString(), currency);

/** "1.500" → 1500. */
export const toThousandths = (decimal: string): Thousandths => new Decimal(decimal).mul(1000).toDecimalPlaces(0).toNumber() as Thousandths;

export const addMoney = (one: Minor, other: Minor): Minor => minor(one + other);

export const toSeconds = (iso: string): number => Math.floor(Date.parse(iso) / 1000);
export const fromSeconds = (seconds: number): string => new Date(1000 * seconds).toISOString();
