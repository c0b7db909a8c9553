"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import { Promotion } from "@/lib/domain/prices/promotion";

import { get } from "./api";
import { runCommand } from "./run-command";

const KnownPromotion = z
  .object({
    id: z.string(),
    changedAt: z.coerce.date(),
    changedBy: z.string().nullable(),
    orders: z.number(),
    /** What its lines cost less than at the till, in minor units. */
    reduction: z.number(),
  })
  .and(Promotion);
export type ShownPromotion = z.infer<typeof KnownPromotion>;

const Promotions = z.object({
  promotions: z.array(KnownPromotion),
  zone: z.string(),
  currency: z.string(),
  priceCheck: z.enum(["off", "note", "hold"]),
  asOf: z.coerce.date(),
});

export const usePromotions = (shop: string) =>
  useQuery({
    queryKey: ["promotions", shop],
    queryFn: ({ signal }) => get(Promotions, "/api/v1/promotions", { params: { shop }, signal }),
    refetchInterval: 15_000,
  });

const Saved = z.object({ batchId: z.string().nullable() });
type NewState = { id: string; promotion: Promotion; seenAt: string | null };

/** Everything a person can do to promotions; what shows them, causes and history is read again afterwards. */
export function usePromotionCommands(shopId: string) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all(["promotions", "mappings", "causes", "cause"].map((key) => client.invalidateQueries({ queryKey: [key] })));
  return {
    save: useMutation({ mutationFn: (input: NewState) => runCommand("save-promotion", { shopId, ...input }, Saved), onSettled }),
    end: useMutation({ mutationFn: (id: string) => runCommand("end-promotion", { shopId, id }, Saved), onSettled }),
    remove: useMutation({ mutationFn: (id: string) => runCommand("delete-promotion", { shopId, id }, Saved), onSettled }),
  };
}
