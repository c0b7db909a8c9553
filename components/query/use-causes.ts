"use client";

import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { z } from "zod";

import { type CauseFilter, causesAtOnce } from "@/lib/domain/exceptions/cause";

import { get, post } from "./api";
import { Cause, CauseDetail, CausePage, CauseTotals, HeldRecord } from "./cause-answers";

const everyMs = 5_000;
const heldPageSize = 100;

/** The inbox of one filter by impact. `first`: what the server rendered for this very filter. */
export function useCauses(filter: CauseFilter, first: CausePage | null) {
  return useInfiniteQuery({
    queryKey: ["causes", filter],
    queryFn: ({ pageParam, signal }) => get(CausePage, "/api/v1/causes", { params: { ...filter, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.causes.length < causesAtOnce ? undefined : pages.length * causesAtOnce),
    ...(first && { initialData: { pages: [first], pageParams: [0] }, initialDataUpdatedAt: first.asOf.getTime() }),
    refetchInterval: everyMs,
    placeholderData: keepPreviousData,
  });
}

/** What the same filter finds in all, and never what another one found. Apart from the list, which must not wait for it. */
export const useCauseTotals = (filter: CauseFilter) =>
  useQuery({
    queryKey: ["causes", "totals", filter],
    queryFn: ({ signal }) => get(CauseTotals, "/api/v1/causes/count", { params: filter, signal }),
    refetchInterval: everyMs,
  });

const causeQuery = (id: string) => ({
  queryKey: ["cause", id],
  queryFn: ({ signal }: { signal: AbortSignal }) => get(CauseDetail, `/api/v1/causes/${id}`, { signal }),
});

/** A cause with its evidence, history and releases; looks more often while something of it is being released. */
export function useCause(id: string) {
  return useQuery({
    ...causeQuery(id),
    refetchInterval: ({ state }) => (state.data?.plans.some((plan) => plan.state === "running") ? 1_500 : everyMs),
  });
}

/** Reads the neighbours ahead, so that moving through the list shows each cause at once. */
export function usePrefetchedCauses(ids: readonly string[], isWanted: boolean): void {
  const client = useQueryClient();
  const wanted = isWanted ? ids.join() : "";
  useEffect(() => {
    for (const id of wanted.split(",")) if (id !== "") void client.prefetchQuery(causeQuery(id));
  }, [client, wanted]);
}

const Held = z.object({ held: z.array(HeldRecord) });

/** Everything a cause holds, promises first, a hundred at a time. */
export function useHeld(id: string, isWanted: boolean) {
  return useInfiniteQuery({
    queryKey: ["cause", id, "held"],
    queryFn: ({ pageParam, signal }) => get(Held, `/api/v1/causes/${id}/held`, { params: { offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.held.length < heldPageSize ? undefined : pages.length * heldPageSize),
    enabled: isWanted,
  });
}

const Named = z.object({ causes: z.array(Cause) });

/** Causes by their ids, whatever became of them. */
export function useNamedCauses(ids: readonly string[], isWanted: boolean) {
  return useQuery({
    queryKey: ["causes", "named", ids],
    queryFn: ({ signal }) => post(Named, "/api/v1/causes/named", { ids: ids.slice(0, 500) }, { signal }),
    enabled: isWanted && ids.length > 0,
  });
}
