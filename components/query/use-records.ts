"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { z } from "zod";

import type { RecordFilter } from "@/lib/domain/records/record-filter";

import { get } from "./api";
import { useStandingList } from "./use-standing-list";

const RecordRow = z.object({
  at: z.coerce.date(),
  id: z.string(),
  runId: z.string(),
  flow: z.string(),
  connectionId: z.string(),
  connectionName: z.string(),
  entity: z.string(),
  key: z.string(),
  label: z.string(),
  outcome: z.string(),
  why: z.string(),
});
export type RecordRow = z.infer<typeof RecordRow>;

const Page = z.object({ records: z.array(RecordRow), next: z.string().nullable(), asOf: z.coerce.date() });
export type FirstRecords = { filter: RecordFilter; page: z.infer<typeof Page> };
const rowsOf = ({ records }: z.infer<typeof Page>) => records;
export const recordKey = ({ id }: RecordRow): string => id;

/** Record outcomes of one filter, newest first. */
export const useRecords = (filter: RecordFilter, first?: FirstRecords) =>
  useStandingList({ name: "records", path: "/api/v1/records", answer: Page, filter, rowsOf, keyOf: recordKey, first });

const Counts = z.object({ outcomes: z.record(z.string(), z.number()) });

/** How many the same filter finds, by outcome. */
export const useRecordCounts = (filter: RecordFilter) =>
  useQuery({
    queryKey: ["record-counts", filter],
    queryFn: ({ signal }) => get(Counts, "/api/v1/records/count", { params: filter, signal }),
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
