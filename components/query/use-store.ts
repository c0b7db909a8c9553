"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { get } from "./api";
import { Store } from "./store-answers";

/** The store's own orders, or those of them that a search finds. */
export const useStore = (q: string, first: Store) =>
  useQuery({
    queryKey: ["store", q],
    queryFn: ({ signal }) => get(Store, "/api/v1/store", { params: { q }, signal }),
    ...(q === "" && { initialData: first, initialDataUpdatedAt: first.asOf.getTime() }),
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
  });
