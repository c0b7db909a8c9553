"use client";

import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { z } from "zod";

import type { Edit } from "@/lib/domain/mapping/edit";

import { get, post } from "./api";
import { Suggestion } from "./cause-answers";
import { Foresight, LinkBatch, LocationMapping, type MappingShow, SafeMatch, ServiceMapping, SkuPage, Warehouse } from "./mapping-answers";

const everyMs = 15_000;
const pageSize = 200;

export type SkuQuestion = { shop: string; show: MappingShow; q: string };

/** Web products of one shop against the till, what holds most first. `first`: what the server rendered for this very question. */
export function useSkuMappings(question: SkuQuestion, first: SkuPage | null) {
  return useInfiniteQuery({
    queryKey: ["mappings", "skus", question],
    queryFn: ({ pageParam, signal }) => get(SkuPage, "/api/v1/mappings/skus", { params: { ...question, offset: pageParam }, signal }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => (last.rows.length < pageSize ? undefined : pages.length * pageSize),
    ...(first && { initialData: { pages: [first], pageParams: [0] }, initialDataUpdatedAt: first.asOf.getTime() }),
    refetchInterval: everyMs,
    placeholderData: keepPreviousData,
  });
}

const Suggestions = z.object({ suggestions: z.record(z.string(), z.array(Suggestion)) });

/** What the till offers for these web SKUs, with the evidence. */
export const useSuggestions = (shopId: string, skus: readonly string[]) =>
  useQuery({
    queryKey: ["mappings", "suggestions", shopId, skus],
    queryFn: ({ signal }) => post(Suggestions, "/api/v1/mappings/suggestions", { shopId, skus }, { signal }),
    enabled: skus.length > 0,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

const SafeMatches = z.object({ matches: z.array(SafeMatch) });

/** Gaps that an equal barcode settles. */
export const useSafeMatches = (question: SkuQuestion, isWanted: boolean) =>
  useQuery({
    queryKey: ["mappings", "safe", question],
    queryFn: ({ signal }) => get(SafeMatches, "/api/v1/mappings/safe-matches", { params: question, signal }),
    enabled: isWanted,
  });

const Locations = z.object({ locations: z.array(LocationMapping), warehouses: z.array(Warehouse), asOf: z.coerce.date() });

export const useLocationMappings = (shop: string) =>
  useQuery({
    queryKey: ["mappings", "locations", shop],
    queryFn: ({ signal }) => get(Locations, "/api/v1/mappings/locations", { params: { shop }, signal }),
    refetchInterval: everyMs,
  });

const Services = z.object({ services: z.array(ServiceMapping), asOf: z.coerce.date() });

export const useServiceMappings = (shop: string) =>
  useQuery({
    queryKey: ["mappings", "services", shop],
    queryFn: ({ signal }) => get(Services, "/api/v1/mappings/services", { params: { shop }, signal }),
    refetchInterval: everyMs,
  });

const History = z.object({ batches: z.array(LinkBatch) });
export const readMappingHistory = (shop: string, signal?: AbortSignal) =>
  get(History, "/api/v1/mappings/history", { params: { shop }, ...(signal && { signal }) });

export const useMappingHistory = (shop: string) =>
  useQuery({
    queryKey: ["mappings", "history", shop],
    queryFn: ({ signal }) => readMappingHistory(shop, signal),
    refetchInterval: everyMs,
  });

const numbers = new WeakMap<readonly Edit[], number>();
let last = 0;

/** Thousands of edits are named by their list instead of being spelled out at every look; the same list is the same question. */
function numberOf(edits: readonly Edit[]): number {
  const known = numbers.get(edits) ?? ++last;
  numbers.set(edits, known);
  return known;
}

/** What saving these edits means. Nothing is saved. */
export const useForesight = (shopId: string, edits: readonly Edit[]) =>
  useQuery({
    queryKey: ["mappings", "foresee", shopId, numberOf(edits)],
    queryFn: ({ signal }) => post(Foresight, "/api/v1/mappings/foresee", { shopId, edits }, { signal }),
    enabled: edits.length > 0,
    staleTime: 0,
    gcTime: 0,
  });

const Previewed = z.object({ planId: z.string() });

/** The plan of saving these edits and releasing what they hold; made once for one set of edits. */
export const usePlanOf = (causeIds: readonly string[], edits: readonly Edit[], isWanted: boolean, source: "person" | "csv" = "person") =>
  useQuery({
    queryKey: ["preview", causeIds, numberOf(edits)],
    queryFn: ({ signal }) => post(Previewed, "/api/v1/previews", { causeIds, edits, source }, { signal }),
    enabled: isWanted && causeIds.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
