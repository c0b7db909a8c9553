"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { z } from "zod";

import type { RunFilter } from "@/lib/domain/records/record-filter";

import { get } from "./api";
import { RunCount, RunPage, RunRow } from "./record-answers";
import { useStandingList } from "./use-standing-list";

export type FirstRuns = { filter: RunFilter; page: z.infer<typeof RunPage> };
const rowsOf = ({ runs }: z.infer<typeof RunPage>) => runs;
export const runKey = ({ id }: RunRow): string => id;

/** Runs of one filter, newest first. */
export const useRuns = (filter: RunFilter, first?: FirstRuns) =>
  useStandingList({ name: "runs", path: "/api/v1/runs", answer: RunPage, filter, rowsOf, keyOf: runKey, first });

/** How many the same filter finds. */
export const useRunCount = (filter: RunFilter) =>
  useQuery({
    queryKey: ["run-count", filter],
    queryFn: ({ signal }) => get(RunCount, "/api/v1/runs/count", { params: filter, signal }),
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
