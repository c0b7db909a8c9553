"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import { get, post } from "./api";
import { OrderTotals } from "./order-answers";

const time = z.coerce.date();
const Flow = z.object({
  flow: z.string(),
  connectionId: z.string(),
  from: z.string(),
  to: z.string(),
  isPaused: z.boolean(),
  pausedUntil: time.nullable(),
  freshAt: time.nullable(),
  censusAt: time.nullable(),
  lastRun: z.object({ id: z.string(), state: z.string(), at: time }).nullable(),
  today: z.record(z.string(), z.number()),
  heldNow: z.number(),
  backlog: z.number(),
  oldestAt: time.nullable(),
  recent: z.number(),
  lag: z.object({ p50: z.number(), p95: z.number(), of: z.number() }).nullable(),
});
export type HomeFlow = z.infer<typeof Flow>;

export const Home = z.object({
  broken: z.number(),
  atRisk: z.number(),
  held: OrderTotals,
  healed: z.number(),
  causes: z.object({ open: z.number(), mine: z.number(), unowned: z.number(), oversold: z.number() }),
  first: z.object({ id: z.string(), sentence: z.string() }).nullable(),
  flows: z.array(Flow),
  asOf: time,
});
export type Home = z.infer<typeof Home>;

/** The state of everything, every five seconds. */
export const useHome = (first: Home) =>
  useQuery({
    queryKey: ["home"],
    queryFn: ({ signal }) => get(Home, "/api/v1/home", { signal }),
    initialData: first,
    initialDataUpdatedAt: first.asOf.getTime(),
    refetchInterval: 5_000,
  });

const Traffic = z.object({
  isOpen: z.boolean(),
  speed: z.number(),
  openedAt: z.number().nullable(),
  sold: z.number(),
  ordered: z.number(),
  handedOver: z.number(),
  cancelled: z.number(),
  failed: z.number(),
  lastFailure: z.string(),
  pace: z.object({ till: z.number(), web: z.number() }),
});
export type Traffic = z.infer<typeof Traffic>;
const trafficKey = ["traffic"];

/** The demo's customers. */
export const useTraffic = () =>
  useQuery({ queryKey: trafficKey, queryFn: ({ signal }) => get(Traffic, "/api/v1/demo/traffic", { signal }), refetchInterval: 5_000 });

export function useSteerTraffic() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: { do: "start" | "stop" } | { do: "speed"; speed: number }) => post(Traffic, "/api/v1/demo/traffic", input),
    onSuccess: (traffic) => client.setQueryData(trafficKey, traffic),
  });
}
