"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { z } from "zod";

import { get } from "./api";
import { useSettled } from "./use-settled";

const SearchAnswer = z.object({
  results: z.array(
    z.object({ kind: z.enum(["order", "product", "cause", "run"]), label: z.string(), detail: z.string(), href: z.string() }),
  ),
});
export type SearchResult = z.infer<typeof SearchAnswer>["results"][number];

/** Any id a person may type; asks once the typing pauses, from two characters on. */
export function useSearch(text: string) {
  const q = useSettled(text.trim(), 120);
  return useQuery({
    queryKey: ["search", q],
    queryFn: ({ signal }) => get(SearchAnswer, "/api/v1/search", { params: { q }, signal }),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  });
}
