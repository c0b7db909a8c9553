"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import type { Role } from "@/lib/domain/ownership/roles";
import { Owner, type RuleCondition } from "@/lib/domain/ownership/rule";

import { get } from "./api";
import { Cause } from "./cause-answers";
import { Nothing, runCommand } from "./run-command";

const Named = z.object({ id: z.string(), name: z.string() });
const role = z.custom<Role>((value) => typeof value === "string");

export const Rule = Owner.extend({
  id: z.string(),
  about: z.string(),
  shopId: z.string().nullable(),
  place: z.string(),
  minAmount: z.number(),
  currency: z.string(),
  isOn: z.boolean(),
  isManned: z.boolean(),
  ownerName: z.string().nullable(),
  changedAt: z.coerce.date(),
  open: z.number(),
  recent: z.number(),
});
export type Rule = z.infer<typeof Rule>;

export const Step = Owner.extend({ severity: z.string(), step: z.number(), afterMinutes: z.number(), ownerName: z.string().nullable() });
export type Step = z.infer<typeof Step>;

export const Ownership = z.object({
  rules: z.array(Rule),
  unruled: z.number(),
  moving: z.number(),
  steps: z.array(Step),
  gaps: z.object({
    kinds: z.array(z.object({ id: z.string(), title: z.string(), role })),
    rules: z.array(z.object({ id: z.string(), ownerName: z.string().nullable(), ownerRole: role })),
    steps: z.array(z.object({ severity: z.string(), step: z.number(), ownerName: z.string().nullable(), ownerRole: role })),
    stores: z.array(z.object({ place: z.string(), people: z.array(z.string()) })),
  }),
  people: z.array(Named.extend({ role })),
  shops: z.array(Named.extend({ currency: z.string() })),
  connections: z.array(Named),
  places: z.array(z.object({ place: z.string(), name: z.string() })),
  asOf: z.coerce.date(),
});
export type Ownership = z.infer<typeof Ownership>;

export const useOwnership = (first: Ownership) =>
  useQuery({
    queryKey: ["ownership"],
    queryFn: ({ signal }) => get(Ownership, "/api/v1/ownership", { signal }),
    initialData: first,
    refetchInterval: 15_000,
  });

const Reach = z.object({ causes: z.array(Cause) });

/** The latest causes of the last 30 days that a rule would own; '' = those that no rule wants. */
export const useReach = (rule: string) =>
  useQuery({
    queryKey: ["ownership", "reach", rule],
    queryFn: ({ signal }) => get(Reach, "/api/v1/ownership/reach", { params: { rule }, signal }),
  });

export type RuleDraft = { id: string | null; seen: string | null; condition: RuleCondition; owner: Owner; isOn: boolean };

/** What an admin can do about who owns what. */
export function useOwnershipCommands() {
  const client = useQueryClient();
  const onSettled = () => Promise.all(["ownership", "causes", "cause"].map((key) => client.invalidateQueries({ queryKey: [key] })));
  return {
    save: useMutation({
      mutationFn: (draft: RuleDraft) => runCommand("save-ownership-rule", draft, z.object({ id: z.string() })),
      onSettled,
    }),
    order: useMutation({ mutationFn: (ids: readonly string[]) => runCommand("order-ownership-rules", { ids }, Nothing), onSettled }),
    remove: useMutation({ mutationFn: (id: string) => runCommand("remove-ownership-rule", { id }, Nothing), onSettled }),
    apply: useMutation({ mutationFn: () => runCommand("apply-ownership-rules", {}, z.object({ moved: z.number() })), onSettled }),
    saveLadder: useMutation({
      mutationFn: (ladder: { severity: string; steps: readonly (Owner & { afterMinutes: number })[] }) =>
        runCommand("save-escalation", ladder, Nothing),
      onSettled,
    }),
  };
}
