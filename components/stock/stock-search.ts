import { createLoader, createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { DriftFilter } from "@/lib/domain/stock/drift-filter";

export const driftShows = ["all", "differs", "danger", "lost", "in-flight", "held", "wanted", "edited", "known"] as const;
export type DriftShow = (typeof driftShows)[number];

/** The whole state of the board, in its address. */
export const driftSearch = {
  show: parseAsStringLiteral(driftShows).withDefault("all"),
  shop: parseAsString.withDefault(""),
  location: parseAsString.withDefault(""),
  q: parseAsString.withDefault(""),
};
export type DriftSearch = inferParserType<typeof driftSearch>;

export const readDriftSearch = createLoader(driftSearch);
const serializeDrift = createSerializer(driftSearch);
export const driftHref = (search: Partial<DriftSearch> = {}): string => serializeDrift("/stock", search);
export const driftFilterOf = (search: DriftSearch): DriftFilter => DriftFilter.parse(search);

/** Which location's timeline is open on the page of a SKU. */
export const skuSearch = { at: parseAsString, shop: parseAsString };
const serializeSku = createSerializer(skuSearch);
export const skuHref = (sku: string, at: { shop?: string; at?: string } = {}): string =>
  serializeSku(`/stock/${encodeURIComponent(sku)}`, at);
