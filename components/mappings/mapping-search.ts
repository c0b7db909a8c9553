import { createLoader, createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { mappingShows } from "@/components/query/mapping-answers";

export const mappingTabs = ["products", "locations", "services", "promotions", "history"] as const;
export type MappingTab = (typeof mappingTabs)[number];

/** The whole state of the mappings room, in its address. */
export const mappingSearch = {
  tab: parseAsStringLiteral(mappingTabs).withDefault("products"),
  shop: parseAsString.withDefault(""),
  show: parseAsStringLiteral(mappingShows).withDefault("all"),
  q: parseAsString.withDefault(""),
  row: parseAsString,
};
export type MappingSearch = inferParserType<typeof mappingSearch>;

export const readMappingSearch = createLoader(mappingSearch);
const serialize = createSerializer(mappingSearch);
export const mappingsHref = (search: Partial<MappingSearch>): string => serialize("/mappings", search);
