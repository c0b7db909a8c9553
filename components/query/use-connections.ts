"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import { get } from "./api";
import { ConnectionSettings, Connections } from "./connection-answers";
import { Nothing, runCommand } from "./run-command";

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

/** The settings of one connection; secrets only as "there is one". */
export const useConnectionSettings = (id: string) =>
  useQuery({
    queryKey: ["connection-settings", id],
    queryFn: ({ signal }) => get(ConnectionSettings, `/api/v1/connections/${id}/settings`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

const Subscribed = z.object({ made: z.array(z.string()), byHand: z.array(z.string()) });
const Rotated = z.object({ password: z.string() });
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
    rotate: useMutation({ mutationFn: () => runCommand("rotate-password", { connectionId }, Rotated), onSettled }),
    endRotation: useMutation({ mutationFn: () => runCommand("end-rotation", { connectionId }, Nothing), onSettled }),
    update: useMutation({
      mutationFn: (input: { name: string; settings: Record<string, string>; options: ConnectionSettings["options"] }) =>
        runCommand("update-connection", { connectionId, ...input }, Nothing),
      onSettled,
    }),
  };
}
