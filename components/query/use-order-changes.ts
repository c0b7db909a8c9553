"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import type { OrderFact } from "@/lib/domain/orders/order-fact";

import { get } from "./api";
import { OrderFacts, TillOrder } from "./order-answers";
import { Nothing, runCommand } from "./run-command";
import { orderKey, orderPath } from "./use-order";

export type Which = { shopId: string; orderId: string };

/** What of an order can be corrected, as the shop says it now. */
export const useOrderFacts = ({ shopId, orderId }: Which) =>
  useQuery({
    queryKey: [...orderKey(shopId, orderId), "facts"],
    queryFn: ({ signal }) => get(OrderFacts, `${orderPath(shopId, orderId)}/facts`, { signal }),
  });

/** Asks the till itself what it holds under a number. */
export const useLookUp = ({ shopId, orderId }: Which) =>
  useMutation({ mutationFn: (number: string) => get(TillOrder, `${orderPath(shopId, orderId)}/till`, { params: { number } }) });

type Values = Partial<Record<OrderFact, string>>;

/** Everything a person can change about one order; it and what holds it are read again afterwards. */
export function useOrderChanges({ shopId, orderId }: Which) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([orderKey(shopId, orderId), ["causes"], ["cause"]].map((queryKey) => client.invalidateQueries({ queryKey })));
  const of = { shopId, orderId };
  return {
    correct: useMutation({
      mutationFn: (input: { values: Values; seen: Values; reason: string }) => runCommand("correct-order", { ...of, ...input }, Nothing),
      onSettled,
    }),
    withdraw: useMutation({
      mutationFn: (correctionId: string) => runCommand("withdraw-correction", { ...of, correctionId }, Nothing),
      onSettled,
    }),
    link: useMutation({
      mutationFn: (input: { number: string; acceptsDifference: boolean; reason: string }) =>
        runCommand("link-order", { ...of, ...input }, z.object({ isEqual: z.boolean() })),
      onSettled,
    }),
    unlink: useMutation({ mutationFn: (reason: string) => runCommand("unlink-order", { ...of, reason }, Nothing), onSettled }),
  };
}
