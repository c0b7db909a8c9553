"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import { get } from "./api";
import { ToldOrder } from "./order-answers";
import { Nothing, runCommand } from "./run-command";

export const orderKey = (shopId: string, orderId: string) => ["order", shopId, orderId] as const;
export const orderPath = (shopId: string, orderId: string) => `/api/v1/orders/${shopId}/${encodeURIComponent(orderId)}`;

/** One order's trace; looks more often while something is about to happen to it. */
export function useOrder(first: ToldOrder) {
  const { shopId, orderId } = first;
  return useQuery({
    queryKey: orderKey(shopId, orderId),
    queryFn: ({ signal }) => get(ToldOrder, orderPath(shopId, orderId), { signal }),
    initialData: first,
    initialDataUpdatedAt: first.asOf.getTime(),
    refetchInterval: ({ state }) => (state.data?.state === "ready" ? 1_000 : 5_000),
  });
}

/** Asks for the order to be read anew and brought to the till; the trace is read again afterwards. */
export function useLookAtOrder({ shopId, orderId }: Pick<ToldOrder, "shopId" | "orderId">) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => runCommand("look-at-order", { shopId, orderId }, Nothing),
    onSettled: () => client.invalidateQueries({ queryKey: orderKey(shopId, orderId) }),
  });
}

const Raw = z.object({ parts: z.array(z.object({ title: z.string(), json: z.unknown() })) });

/** What is stored of the order, word for word. */
export const useRawOrder = ({ shopId, orderId }: Pick<ToldOrder, "shopId" | "orderId">, isWanted: boolean) =>
  useQuery({
    queryKey: [...orderKey(shopId, orderId), "raw"],
    queryFn: ({ signal }) => get(Raw, `${orderPath(shopId, orderId)}/raw`, { signal }),
    enabled: isWanted,
  });
