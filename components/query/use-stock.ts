"use client";

import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import type { DriftFilter } from "@/lib/domain/stock/drift-filter";

import { get } from "./api";
import { Nothing, runCommand } from "./run-command";
import { BufferRules, DriftCounts, DriftPage, type DriftRow, LastCompares, PairTimeline, SkuStock } from "./stock-answers";
import { useStandingList } from "./use-standing-list";

const everyMs = 5_000;
const rowsOf = ({ rows }: DriftPage) => rows;
export const pairKey = ({ shopId, locationId, sku }: Pick<DriftRow, "shopId" | "locationId" | "sku">): string =>
  `${shopId}/${locationId}/${sku}`;
export type FirstDrift = { filter: DriftFilter; page: DriftPage };

/** Pairs of one filter, what endangers orders first. */
export const useDrift = (filter: DriftFilter, first: FirstDrift) =>
  useStandingList({ name: "drift", path: "/api/v1/stock/drift", answer: DriftPage, filter, rowsOf, keyOf: pairKey, first });

/** How many each choice would list under the same shop, location and search. */
export const useDriftCounts = (filter: DriftFilter, first: FirstDrift) =>
  useQuery({
    queryKey: ["drift-counts", filter],
    queryFn: ({ signal }) =>
      get(z.object({ counts: DriftCounts, asOf: z.coerce.date() }), "/api/v1/stock/drift/count", { params: filter, signal }),
    ...(JSON.stringify(filter) === JSON.stringify(first.filter) && {
      initialData: { counts: first.page.counts, asOf: first.page.asOf },
      initialDataUpdatedAt: first.page.asOf.getTime(),
    }),
    refetchInterval: everyMs,
    placeholderData: keepPreviousData,
  });

/** The last full compare of every shop; looks more often while one runs. */
export const useLastCompares = (first: LastCompares) =>
  useQuery({
    queryKey: ["last-compares"],
    queryFn: ({ signal }) => get(LastCompares, "/api/v1/stock/compares", { signal }),
    initialData: first,
    initialDataUpdatedAt: first.asOf.getTime(),
    refetchInterval: ({ state }) => (state.data?.compares.some(({ endedAt }) => endedAt === null) ? 1_500 : everyMs),
  });

export const useSkuStock = (first: SkuStock) =>
  useQuery({
    queryKey: ["sku-stock", first.sku],
    queryFn: ({ signal }) => get(SkuStock, `/api/v1/stock/skus/${encodeURIComponent(first.sku)}`, { signal }),
    initialData: first,
    initialDataUpdatedAt: first.asOf.getTime(),
    refetchInterval: everyMs,
  });

const pageSize = 100;

/** What happened to one pair on both sides, newest first, a hundred at a time. */
export const usePairTimeline = (pair: { shopId: string; locationId: string; sku: string }) =>
  useInfiniteQuery({
    queryKey: ["pair-timeline", pair],
    queryFn: ({ pageParam, signal }) =>
      get(PairTimeline, "/api/v1/stock/timeline", {
        params: { shop: pair.shopId, location: pair.locationId, sku: pair.sku, before: pageParam },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: ({ rows }) => (rows.length < pageSize ? undefined : rows.at(-1)?.at.toISOString()),
    refetchInterval: everyMs,
  });

/** The rules that hold units back in a shop, once somebody wants to see them. */
export const useBufferRules = (shopId: string, isOpen: boolean) =>
  useQuery({
    queryKey: ["buffer-rules", shopId],
    queryFn: ({ signal }) => get(BufferRules, "/api/v1/stock/buffers", { params: { shop: shopId }, signal }),
    enabled: isOpen && shopId !== "",
  });

const Marked = z.object({ pairs: z.number() });
const BufferSet = Marked.extend({ before: z.number().nullable() });
const Accepted = z.object({ units: z.number(), until: z.coerce.date() });
export type BufferChange = { shopId: string; sku: string; category: string; locationId: string; units: number | null };
type Pairs = { shopId: string; pairs: { locationId: string; sku: string }[] };

/** What a person can do to stock; everything that shows it is read again afterwards. */
export function useStockCommands() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all(
      ["drift", "drift-counts", "sku-stock", "pair-timeline", "last-compares", "buffer-rules", "cause", "causes"].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  return {
    push: useMutation({ mutationFn: (input: Pairs) => runCommand("push-pairs", input, Marked), onSettled }),
    setBuffer: useMutation({ mutationFn: (input: BufferChange) => runCommand("set-buffer", input, BufferSet), onSettled }),
    activate: useMutation({ mutationFn: (input: Pairs) => runCommand("activate-pairs", input, Marked), onSettled }),
    acceptEdit: useMutation({
      mutationFn: (input: { causeId: string; days: number }) => runCommand("accept-edit", input, Accepted),
      onSettled,
    }),
    endAcceptance: useMutation({
      mutationFn: (input: { shopId: string; locationId: string; sku: string }) => runCommand("end-acceptance", input, Nothing),
      onSettled,
    }),
    compare: useMutation({ mutationFn: (shopId: string) => runCommand("compare-stock", { shopId }, Nothing), onSettled }),
  };
}
