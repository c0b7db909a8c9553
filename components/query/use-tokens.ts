"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { get } from "./api";
import { Nothing, runCommand } from "./run-command";
import { MadeToken, Tokens } from "./token-answers";

const key = ["tokens"];

/** The programs that were let in. */
export const useTokens = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => get(Tokens, "/api/v1/tokens", { signal }), refetchInterval: 30_000 });

export function useTokenCommands() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: key });
  return {
    make: useMutation({
      mutationFn: (token: { name: string; scopes: string[]; days: number | null }) => runCommand("make-token", token, MadeToken),
      onSettled,
    }),
    revoke: useMutation({ mutationFn: (id: string) => runCommand("revoke-token", { id }, Nothing), onSettled }),
  };
}
