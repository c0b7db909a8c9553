import { toAmount } from "./money";

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, isSigned: boolean): Intl.NumberFormat {
  const key = `${currency}${isSigned}`;
  const known =
    formats.get(key) ??
    new Intl.NumberFormat("en-GB", {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      signDisplay: isSigned ? "exceptZero" : "auto",
    });
  formats.set(key, known);
  return known;
}

/** 311850 GBP → "£3,118.50". Exact: the amount travels as text, never as a float. */
export const sayMoney = (amount: number | bigint, currency: string, { isSigned = false } = {}): string =>
  formatOf(currency, isSigned).format(toAmount(Number(amount), currency) as Intl.StringNumericLiteral);
