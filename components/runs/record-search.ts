import { createLoader, createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

import { RecordFilter, RunFilter, since } from "@/lib/domain/records/record-filter";

/** The whole state of the list of records, in its address. */
export const recordSearch = {
  q: parseAsString.withDefault(""),
  outcome: parseAsString.withDefault(""),
  entity: parseAsString.withDefault(""),
  flow: parseAsString.withDefault(""),
  run: parseAsString.withDefault(""),
  shop: parseAsString.withDefault(""),
  since: parseAsStringLiteral(since).withDefault(""),
};
export type RecordSearch = inferParserType<typeof recordSearch>;

export const readRecordSearch = createLoader(recordSearch);
const serializeRecords = createSerializer(recordSearch);
export const recordsHref = (search: Partial<RecordSearch> = {}): string => serializeRecords("/records", search);
export const recordFilterOf = (search: RecordSearch): RecordFilter => RecordFilter.parse(search);

export const runSearch = {
  flow: parseAsString.withDefault(""),
  state: parseAsStringLiteral(["", "running", "confirmed", "attention", "failed"]).withDefault(""),
  connection: parseAsString.withDefault(""),
  since: parseAsStringLiteral(since).withDefault(""),
};
export type RunSearch = inferParserType<typeof runSearch>;

export const readRunSearch = createLoader(runSearch);
const serializeRuns = createSerializer(runSearch);
export const runsHref = (search: Partial<RunSearch> = {}): string => serializeRuns("/runs", search);
export const runFilterOf = (search: RunSearch): RunFilter => RunFilter.parse(search);
