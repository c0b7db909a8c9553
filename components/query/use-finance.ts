"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { z } from "zod";

import { get } from "./api";
import { Finance } from "./finance-answers";

type Filter = { shop: string; from: string; to: string };
export type FirstFinance = { filter: Filter; answer: z.infer<typeof Finance> };

/** Both sides of a shop's orders, asked anew every few seconds. */
export const useFinance = (filter: Filter, first: FirstFinance) =>
  useQuery({
    queryKey: ["finance", filter],
    queryFn: ({ signal }) => get(Finance, "/api/v1/finance", { params: filter, signal }),
    ...(JSON.stringify(filter) === JSON.stringify(first.filter) && { initialData: first.answer }),
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
  });
