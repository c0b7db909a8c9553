import Decimal from "decimal.js";
import { z } from "zod";

/** Integer minor units (pence, öre); the currency travels beside it. */
export const Minor = z.int().brand<"Minor", "inout">();
export type Minor = z.infer<typeof Minor>;

export const Currency = z.string().regex(/^[A-Z]{3}$/);
/** Per cent as a decimal string: "20", "5.5". */
export const Rate = z.string().regex(/^\d+(\.\d+)?$/);

export const minor = (units: number): Minor => units as Minor;
export const sum = (amounts: Iterable<Minor>): Minor => minor([...amounts].reduce((total, amount) => total + amount, 0));

// ISO 4217: the currencies whose minor unit is not a hundredth.
const digitsOf: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
};
const digits = (currency: string) => digitsOf[currency] ?? 2;

/** "199.00" → 19900. Throws on text that is no number or has more places than the currency. */
export function toMinor(amount: string, currency: string): Minor {
  const units = new Decimal(amount).mul(new Decimal(10).pow(digits(currency)));
  if (!units.isInteger()) throw new RangeError(`${amount} ${currency} is not a whole number of minor units`);
  return minor(units.toNumber());
}

/** What an amount is in minor units, which it may divide. */
export const minorOf = (amount: string, currency: string): Decimal => new Decimal(amount).mul(new Decimal(10).pow(digits(currency)));

/** 19900 → "199.00". */
export const toAmount = (units: number, currency: string): string =>
  new Decimal(units).div(new Decimal(10).pow(digits(currency))).toFixed(digits(currency));

/** What so many units cost at a price as a shop gives it; 0 where it gives none. */
export const worthOf = (price: string | null, units: number, currency: string): Minor =>
  price === null ? minor(0) : rounded(new Decimal(price).mul(units).mul(new Decimal(10).pow(digits(currency))));

/** Half away from zero, the way Sitoo and shops round money. */
export const rounded = (value: Decimal): Minor => minor(value.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber());

/** A rate as shops give it (0.2) or as Sitoo gives it (20) in one spelling: "20". */
export const rateFromFraction = (fraction: number | string): string => new Decimal(fraction).mul(100).toDecimalPlaces(4).toString();
export const rateFromPercent = (percent: number | string): string => new Decimal(percent).toDecimalPlaces(4).toString();

/** Gross = net × (1 + rate). */
export const addVat = (net: number, rate: string): Minor => rounded(new Decimal(net).mul(new Decimal(rate).div(100).add(1)));

/** The VAT inside a gross amount as Sitoo computes it: gross − round(gross / (1 + rate)). */
export const vatInside = (gross: number, rate: string): Minor =>
  minor(gross - rounded(new Decimal(gross).div(new Decimal(rate).div(100).add(1))));

/** Splits an amount by weights so that the parts add up exactly and none has the other sign: rounded sums, less the sum before. */
export function allocate(amount: Minor, weights: readonly number[]): Minor[] {
  const whole = weights.reduce((total, weight) => total + weight, 0);
  let weighed = 0;
  let given = 0;
  return weights.map((weight, at) => {
    if (whole === 0) return at === weights.length - 1 ? amount : minor(0);
    weighed += weight;
    const upTo = rounded(new Decimal(amount).mul(weighed).div(whole));
    const part = minor(upTo - given);
    given = upTo;
    return part;
  });
}
