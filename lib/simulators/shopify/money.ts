import Decimal from "decimal.js";

import { toAmount, toMinor } from "@/lib/domain/money";

/** A Decimal as the API writes it: "199.0", "0.5", "12.34". */
export const decimalText = (amount: string): string => (amount.includes(".") ? amount.replace(/(?<=\.\d+?)0+$/, "") : `${amount}.0`);

/** MoneyBag with one currency: what the shop sells in is what the shopper sees. */
export function moneyBag(amount: string, currency: string) {
  const money = { amount: decimalText(amount), currencyCode: currency };
  return { shopMoney: money, presentmentMoney: money };
}

export const bagOfMinor = (units: number, currency: string) => moneyBag(toAmount(units, currency), currency);

export const sumOf = (amounts: Iterable<string>, currency: string): number =>
  [...amounts].reduce((total, amount) => total + toMinor(amount, currency), 0);

/** The part of an amount that falls to `some` of `all` units, rounded half up. */
export const partOf = (units: number, some: number, all: number): number =>
  some === all || all === 0 ? units : new Decimal(units).mul(some).div(all).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber();
