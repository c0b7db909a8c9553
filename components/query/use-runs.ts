"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { z } from "zod";

import type { RunFilter } from "@/lib/domain/records/record-filter";

import { get } from "./api";
import { useStandingList } from "./use-standing-list";

export const RunRow = z.object({
  id: z.string(),
  flow: z.string(),
  connectionId: z.string().nullable(),
  connectionName: z.string().nullable(),
  startedAt: z.coerce.date(),
  endedAt: z.coerce.date().nullable(),
  state: z.string(),
  counts: z.record(z.string(), z.number()),
  message: z.string(),
});
export type RunRow = z.infer<typeof RunRow>;

const Page = z.object({ runs: z.array(RunRow), next: z.string().nullable(), asOf: z.coerce.date() });
export type FirstRuns = { filter: RunFilter; page: z.infer<typeof Page> };
const rowsOf = ({ runs }: z.infer<typeof Page>) => runs;
export const runKey = ({ id }: RunRow): string => id;

/** Runs of one filter, newest first. */
export const useRuns = (filter: RunFilter, first?: FirstRuns) =>
  useStandingList({ name: "runs", path: "/api/v1/runs", answer: Page, filter, rowsOf, keyOf: runKey, first });

/** How many the same filter finds. */
export const useRunCount = (filter: RunFilter) =>
  useQuery({
    queryKey: ["run-count", filter],
    queryFn: ({ signal }) => get(z.object({ runs: z.number() }), "/api/v1/runs/count", { params: filter, signal }),
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });

/** One run; looks until it has ended. */
export const useRun = (first: RunRow) =>
  useQuery({
    queryKey: ["run", first.id],
    queryFn: ({ signal }) => get(RunRow, `/api/v1/runs/${first.id}`, { signal }),
    initialData: first,
    refetchInterval: ({ state }) => (state.data?.endedAt ? false : 2_000),
  });
