"use client";

import { useInfiniteQuery, useMutation, useQuery } from "@tanstack/react-query";
import { z } from "zod";

import { Edit } from "@/lib/domain/mapping/edit";

import { get, post } from "./api";

export const Plan = z.object({
  id: z.string(),
  causeIds: z.array(z.string()),
  edits: z.array(Edit),
  /** Of many edits only the first are listed. */
  editCount: z.number(),
  state: z.enum(["previewed", "running", "paused", "aborted", "done"]),
  madeAt: z.coerce.date(),
  startedAt: z.coerce.date().nullable(),
  endedAt: z.coerce.date().nullable(),
  byName: z.string(),
  verdicts: z.array(z.object({ verdict: z.string(), orders: z.number(), amount: z.number(), currency: z.string() })),
  stillHeld: z.array(z.object({ why: z.string(), orders: z.number() })),
  progress: z.object({
    total: z.number(),
    fed: z.number(),
    ended: z.number(),
    asForeseen: z.number(),
    differs: z.number(),
    goes: z.number(),
    released: z.number(),
  }),
});
export type Plan = z.infer<typeof Plan>;

const isMoving = (state: Plan["state"] | undefined) => state === "running" || state === "paused";

/** A preview or release; while it runs, every half second how far it is. */
export function usePlan(id: string | null) {
  return useQuery({
    queryKey: ["plan", id],
    queryFn: ({ signal }) => get(Plan, `/api/v1/plans/${id}`, { signal }),
    enabled: id !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (isMoving(state.data?.state) ? 500 : false),
  });
}

const Lines = z.object({
  lines: z.array(
    z.object({
      shopId: z.string(),
      orderId: z.string(),
      name: z.string(),
      position: z.number(),
      amount: z.number(),
      currency: z.string(),
      verdict: z.string(),
      why: z.string(),
      outcome: z.string(),
      outcomeWhy: z.string(),
      at: z.coerce.date().nullable(),
    }),
  ),
});
export type PlanLine = z.infer<typeof Lines>["lines"][number];
export type LineChoice = { verdict?: string; outcome?: string };

const pageSize = 200;

/** The records of a plan in the order in which they are released. */
export function usePlanLines(id: string, choice: LineChoice, isLive: boolean) {
  return useInfiniteQuery({
    queryKey: ["plan", id, "lines", choice],
    queryFn: ({ pageParam, signal }) => get(Lines, `/api/v1/plans/${id}/lines`, { params: { ...choice, after: pageParam }, signal }),
    initialPageParam: -1,
    getNextPageParam: ({ lines }) => (lines.length < pageSize ? undefined : lines.at(-1)?.position),
    refetchInterval: isLive ? 1_000 : false,
  });
}

const Previewed = z.object({ planId: z.string() });

/** Asks what would happen; nothing is saved or sent. */
export const usePreview = () =>
  useMutation({
    mutationFn: (question: { causeIds: readonly string[]; edits: readonly Edit[] }) => post(Previewed, "/api/v1/previews", question),
  });
