"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { z } from "zod";

import type { RecordFilter } from "@/lib/domain/records/record-filter";

import { get } from "./api";
import { RecordCounts, RecordPage, type RecordRow } from "./record-answers";
import { useStandingList } from "./use-standing-list";

export type FirstRecords = { filter: RecordFilter; page: z.infer<typeof RecordPage> };
const rowsOf = ({ records }: z.infer<typeof RecordPage>) => records;
export const recordKey = ({ id }: RecordRow): string => id;

/** Record outcomes of one filter, newest first. */
export const useRecords = (filter: RecordFilter, first?: FirstRecords) =>
  useStandingList({ name: "records", path: "/api/v1/records", answer: RecordPage, filter, rowsOf, keyOf: recordKey, first });

/** How many the same filter finds, by outcome. */
export const useRecordCounts = (filter: RecordFilter) =>
  useQuery({
    queryKey: ["record-counts", filter],
    queryFn: ({ signal }) => get(RecordCounts, "/api/v1/records/count", { params: filter, signal }),
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
