"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import type { CauseFilter } from "@/lib/domain/exceptions/cause";
import type { LinkEdit } from "@/lib/domain/mapping/link";

import { Nothing, runCommand } from "./run-command";

export type CauseAction =
  | { do: "take" }
  | { do: "assign"; ownerId: string | null }
  | { do: "snooze"; until: string; text: string }
  | { do: "reopen"; text: string }
  | { do: "comment"; text: string }
  | { do: "ignore"; until: string; text: string }
  | { do: "resolve"; text: string }
  | { do: "ask-first"; asksFirst: boolean };

/** Named causes, or everything the filter shows but `except`; `expected` is the number the screen said. */
export type CauseScope = { ids: readonly string[] } | { filter: CauseFilter; expected: number; except: readonly string[] };

const Moved = z.object({ done: z.array(z.string()), skipped: z.array(z.object({ id: z.string(), why: z.string() })) });
export type Moved = z.infer<typeof Moved>;

/** Everything a person can do about causes; what is on the screen is read again afterwards. */
export function useCauseCommands() {
  const client = useQueryClient();
  const readAgain = () =>
    Promise.all([client.invalidateQueries({ queryKey: ["causes"] }), client.invalidateQueries({ queryKey: ["cause"] })]);
  const onSettled = () => readAgain();
  return {
    work: useMutation({
      mutationFn: (input: { scope: CauseScope; action: CauseAction }) => runCommand("work-causes", input, Moved),
      onSettled,
    }),
    probe: useMutation({ mutationFn: (causeIds: readonly string[]) => runCommand("probe-causes", { causeIds }, Nothing), onSettled }),
    release: useMutation({
      mutationFn: (planId: string) => runCommand("release-causes", { planId }, Nothing),
      onSettled: async (_, __, planId) => {
        await client.invalidateQueries({ queryKey: ["plan", planId] });
        await readAgain();
      },
    }),
    steer: useMutation({
      mutationFn: (input: { planId: string; do: "pause" | "resume" | "abort" }) => runCommand("steer-release", input, Nothing),
      onSettled: (_, __, { planId }) => client.invalidateQueries({ queryKey: ["plan", planId] }),
    }),
    saveMapping: useMutation({
      mutationFn: (input: { shopId: string; edits: readonly LinkEdit[] }) =>
        runCommand("save-mapping", input, z.object({ batchId: z.string().nullable() })),
      onSettled,
    }),
    undoMapping: useMutation({
      mutationFn: (batchId: string) => runCommand("undo-mapping", { batchId }, z.object({ undone: z.number() })),
      onSettled,
    }),
  };
}
