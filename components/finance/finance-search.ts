import { createLoader, type inferParserType, parseAsBoolean, parseAsString } from "nuqs/server";

/** The whole state of finance's home, in its address. */
export const financeSearch = {
  shop: parseAsString.withDefault(""),
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  /** A line per VAT rate below each store. */
  rates: parseAsBoolean.withDefault(false),
};
export type FinanceSearch = inferParserType<typeof financeSearch>;

export const readFinanceSearch = createLoader(financeSearch);
