"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import { get } from "./api";
import { Nothing, runCommand } from "./run-command";

const time = z.coerce.date();
const Spent = z.object({ calls: z.number(), points: z.number(), refused: z.number(), postponed: z.number(), waitedMs: z.number() });
const Connection = z.object({
  id: z.string(),
  code: z.string(),
  platform: z.string(),
  label: z.string(),
  role: z.enum(["pos", "shop"]),
  name: z.string(),
  posName: z.string().nullable(),
  zone: z.string(),
  currency: z.string(),
  can: z.array(z.string()).readonly(),
  isPaused: z.boolean(),
  pause: z.object({ by: z.string().nullable(), at: time, reason: z.string() }).nullable(),
  reserves: z.string(),
  wrongKnocks: z.number(),
  lanePausedUntil: time.nullable(),
  lastAnswerAt: time.nullable(),
  lastFailureAt: time.nullable(),
  lastFailure: z.object({ kind: z.string(), said: z.string() }).nullable(),
  cursors: z.record(z.string(), z.string()),
  messages: z.object({ lastAt: time.nullable(), today: z.number(), unreadable: z.number() }),
  causes: z.array(z.object({ id: z.string(), kind: z.string(), sentence: z.string(), nextStep: z.string() })),
  spent: Spent.nullable(),
});
export type ShownConnection = z.infer<typeof Connection>;

export const Connections = z.object({ connections: z.array(Connection), asOf: time });
export type Connections = z.infer<typeof Connections>;

const key = ["connections"];

/** Every connection with what was last heard of it. */
export const useConnections = (first: Connections) =>
  useQuery({
    queryKey: key,
    queryFn: ({ signal }) => get(Connections, "/api/v1/connections", { signal }),
    initialData: first,
    initialDataUpdatedAt: first.asOf.getTime(),
    refetchInterval: 5_000,
  });

const Settings = z.object({
  name: z.string(),
  role: z.enum(["pos", "shop"]),
  options: z.object({
    dueWhen: z.enum(["paid", "authorized", "any"]),
    reserveDays: z.number(),
    pickupPromiseHours: z.number(),
    shippingPromiseHours: z.number(),
    silentAfterMinutes: z.number(),
    opensAt: z.string(),
    closesAt: z.string(),
    closedOnSundays: z.boolean(),
    stockTargetSeconds: z.number(),
    orderTargetSeconds: z.number(),
    lateAfterSeconds: z.number(),
    verifiedWithinHours: z.number(),
    priceCheck: z.enum(["off", "note", "hold"]),
    priceTolerancePercent: z.string(),
    priceToleranceAmount: z.string(),
    withoutLocation: z.enum(["hold", "chosen", "stock"]),
    chosenLocation: z.string(),
    preferredLocations: z.array(z.string()),
  }),
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      help: z.string(),
      isSecret: z.boolean(),
      isRequired: z.boolean(),
      isSet: z.boolean(),
      value: z.string(),
    }),
  ),
});
export type ConnectionSettings = z.infer<typeof Settings>;

/** The settings of one connection; secrets only as "there is one". */
export const useConnectionSettings = (id: string) =>
  useQuery({
    queryKey: ["connection-settings", id],
    queryFn: ({ signal }) => get(Settings, `/api/v1/connections/${id}/settings`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

const Subscribed = z.object({ made: z.array(z.string()), byHand: z.array(z.string()) });
const Tested = z.object({ isFine: z.boolean(), said: z.string(), tookMs: z.number() });

/** What a person can do with one connection. */
export function useConnectionCommands(connectionId: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: key });
  return {
    test: useMutation({ mutationFn: () => runCommand("test-connection", { connectionId }, Tested), onSettled }),
    readCatalogue: useMutation({ mutationFn: () => runCommand("read-catalogue", { connectionId, full: true }, Nothing), onSettled }),
    checkSetUp: useMutation({ mutationFn: () => runCommand("check-set-up", { connectionId }, Nothing), onSettled }),
    subscribe: useMutation({ mutationFn: () => runCommand("subscribe-again", { connectionId }, Subscribed), onSettled }),
    pause: useMutation({
      mutationFn: (reason: string) => runCommand("pause-connection", { connectionId, reason }, Nothing),
      onSettled,
    }),
    resume: useMutation({ mutationFn: () => runCommand("resume-connection", { connectionId }, Nothing), onSettled }),
    update: useMutation({
      mutationFn: (input: { name: string; settings: Record<string, string>; options: ConnectionSettings["options"] }) =>
        runCommand("update-connection", { connectionId, ...input }, Nothing),
      onSettled,
    }),
  };
}
