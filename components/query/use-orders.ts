"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { z } from "zod";

import type { OrderFilter } from "@/lib/domain/orders/order-filter";

import { get } from "./api";
import { ListedOrder, OrderTotals } from "./order-answers";
import { useStandingList } from "./use-standing-list";

const Page = z.object({ orders: z.array(ListedOrder), next: z.string().nullable(), asOf: z.coerce.date() });
export type FirstOrders = { filter: OrderFilter; page: z.infer<typeof Page> };
const rowsOf = ({ orders }: z.infer<typeof Page>) => orders;
export const orderKey = ({ shopId, orderId }: ListedOrder): string => `${shopId}/${orderId}`;

/** Orders of one filter, newest first. */
export const useOrders = (filter: OrderFilter, first?: FirstOrders) =>
  useStandingList({ name: "orders", path: "/api/v1/orders", answer: Page, filter, rowsOf, keyOf: orderKey, first });

/** What the same filter finds in all. */
export const useOrderTotals = (filter: OrderFilter) =>
  useQuery({
    queryKey: ["order-totals", filter],
    queryFn: ({ signal }) => get(OrderTotals, "/api/v1/orders/count", { params: filter, signal }),
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
