"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import { get } from "./api";
import { Nothing, runCommand } from "./run-command";

const time = z.coerce.date();
const Account = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.string(),
  places: z.array(z.string()),
  lastSeenAt: time.nullable(),
  lockedUntil: time.nullable(),
  disabledAt: time.nullable(),
  oneTimeUntil: time.nullable(),
  createdAt: time,
  isMe: z.boolean(),
});
export type Account = z.infer<typeof Account>;
const Accounts = z.object({ people: z.array(Account), stores: z.array(z.object({ place: z.string(), name: z.string() })), asOf: time });
export type Accounts = z.infer<typeof Accounts>;
const OneTime = z.object({ password: z.string(), goodUntil: time });
export type OneTime = z.infer<typeof OneTime>;

export const useAccounts = (first: Accounts) =>
  useQuery({
    queryKey: ["accounts"],
    queryFn: ({ signal }) => get(Accounts, "/api/v1/people/accounts", { signal }),
    initialData: first,
    refetchInterval: 30_000,
  });

type Access = { name: string; role: string; places: string[] };

/** What an admin can do about people. */
export function useAccountCommands() {
  const client = useQueryClient();
  const onSettled = () => {
    void client.invalidateQueries({ queryKey: ["accounts"] });
    void client.invalidateQueries({ queryKey: ["people"] });
  };
  const plain = (name: string) => ({ mutationFn: (id: string) => runCommand(name, { id }, Nothing), onSettled });
  return {
    add: useMutation({ mutationFn: (person: Access & { email: string }) => runCommand("add-person", person, OneTime), onSettled }),
    change: useMutation({
      mutationFn: (person: Access & { id: string; seen: { role: string; places: string[] } }) =>
        runCommand("change-person", person, Nothing),
      onSettled,
    }),
    disable: useMutation(plain("disable-person")),
    enable: useMutation(plain("enable-person")),
    unlock: useMutation(plain("unlock-person")),
    reset: useMutation({ mutationFn: (id: string) => runCommand("reset-password", { id }, OneTime), onSettled }),
  };
}
