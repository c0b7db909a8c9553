"use client";

import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { z } from "zod";

import { get } from "./api";
import { standRows } from "./stand-rows";

const everyMs = 5_000;

type Spec<Page, Row> = {
  name: string;
  path: string;
  answer: z.ZodType<Page>;
  filter: Readonly<Record<string, string>>;
  rowsOf: (page: Page) => readonly Row[];
  keyOf: (row: Row) => string;
  /** What the server rendered, and for which filter. */
  first?: { filter: Readonly<Record<string, string>>; page: Page } | undefined;
};

/**
 * A list that grows at its top, page by page. Rows stay where they are: known ones get their newest facts,
 * new ones are counted and wait until they are asked for.
 */
export function useStandingList<Page extends { next: string | null; asOf: Date }, Row>(spec: Spec<Page, Row>) {
  const { name, path, answer, filter, rowsOf, keyOf, first } = spec;
  const client = useQueryClient();
  const key = [name, filter];
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => get(answer, path, { params: { ...filter, after: pageParam }, signal }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next ?? undefined,
    ...(first && isSame(first.filter, filter) && { initialData: { pages: [first.page], pageParams: [""] } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const newest = useQuery({
    queryKey: [...key, "newest"],
    queryFn: ({ signal }) => get(answer, path, { params: filter, signal }),
    enabled: list.isSuccess,
    refetchInterval: everyMs,
    gcTime: 0,
  });
  const pages = list.data?.pages;
  const standing = useMemo(
    () => standRows((pages ?? []).flatMap(rowsOf), newest.data ? rowsOf(newest.data) : null, newest.data?.next === null, keyOf),
    [pages, newest.data, rowsOf, keyOf],
  );
  const showNewest = () => {
    if (newest.data) client.setQueryData(key, { pages: [newest.data], pageParams: [""] });
  };
  return {
    ...standing,
    showNewest,
    isPending: list.isPending,
    error: list.error ?? newest.error,
    hasRows: list.data !== undefined,
    isFetching: list.isFetching || newest.isFetching,
    retry: () => void (list.isError ? list.refetch() : newest.refetch()),
    onMore: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    isLoadingMore: list.isFetchingNextPage,
    asOf: newest.data?.asOf ?? pages?.[0]?.asOf ?? null,
  };
}

const isSame = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);
