import { createLoader, createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { CauseFilter } from "@/lib/domain/exceptions/cause";

export const causeStates = ["active", "open", "working", "snoozed", "ignored", "resolved"] as const;
export const families = ["mapping", "money", "orders", "stock", "connection"] as const;

/** The whole state of the inbox, in its address. What cannot be read falls back to showing more, never less. */
export const causeSearch = {
  state: parseAsStringLiteral(causeStates).withDefault("active"),
  owner: parseAsString.withDefault(""),
  family: parseAsStringLiteral(["", ...families]).withDefault(""),
  kind: parseAsString.withDefault(""),
  shop: parseAsString.withDefault(""),
  q: parseAsString.withDefault(""),
  cause: parseAsString,
};
export type CauseSearch = inferParserType<typeof causeSearch>;

export const readCauseSearch = createLoader(causeSearch);
const serialize = createSerializer(causeSearch);
export const inboxHref = (search: Partial<CauseSearch>): string => serialize("/inbox", search);

/** The filter for lists, counts and bulk actions; which cause is open is no part of it. */
export function filterOf({ cause: _, ...search }: CauseSearch): CauseFilter {
  return CauseFilter.parse(search);
}

export const isNarrowed = ({ state, ...rest }: CauseFilter): boolean =>
  state !== "active" || Object.values(rest).some((value) => value !== "");
