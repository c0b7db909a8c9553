"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { z } from "zod";

import { get } from "./api";

const time = z.coerce.date();
const StoreOrder = z.object({
  shopId: z.string(),
  orderId: z.string(),
  name: z.string(),
  shopName: z.string(),
  placeName: z.string(),
  stage: z.enum(["coming", "to-pick", "ready", "done"]),
  remoteId: z.string().nullable(),
  atTillSince: time.nullable(),
  endedAt: time.nullable(),
  promiseAt: time.nullable(),
  isPickup: z.boolean(),
  customer: z.string(),
  lines: z.array(z.object({ title: z.string(), quantity: z.number(), sku: z.string() })),
  why: z.string(),
  helper: z.string(),
});
export type StoreOrder = z.infer<typeof StoreOrder>;

export const Store = z.object({
  orders: z.array(StoreOrder),
  stock: z.array(
    z.object({
      placeName: z.string(),
      shopName: z.string(),
      confirmedAt: time.nullable(),
      isLive: z.boolean(),
      text: z.string(),
      products: z.number(),
    }),
  ),
  asOf: time,
});
export type Store = z.infer<typeof Store>;

/** The store's own orders, or those of them that a search finds. */
export const useStore = (q: string, first: Store) =>
  useQuery({
    queryKey: ["store", q],
    queryFn: ({ signal }) => get(Store, "/api/v1/store", { params: { q }, signal }),
    ...(q === "" && { initialData: first, initialDataUpdatedAt: first.asOf.getTime() }),
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
  });
