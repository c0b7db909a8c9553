"use client";

import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { z } from "zod";

import { NoticeSetting } from "@/lib/domain/notices/setting";

import { get } from "./api";
import { Nothing, runCommand } from "./run-command";

const everyMs = 10_000;

export const Notice = z.object({
  id: z.string(),
  causeId: z.string(),
  what: z.enum(["raised", "assigned", "escalated", "mentioned"]),
  byName: z.string().nullable(),
  text: z.string(),
  at: z.coerce.date(),
  readAt: z.coerce.date().nullable(),
  state: z.string(),
  ownerId: z.string().nullable(),
  ownerRole: z.string(),
  ownerName: z.string().nullable(),
  title: z.string(),
  severity: z.enum(["high", "medium", "low"]),
  sentence: z.string(),
});
export type Notice = z.infer<typeof Notice>;
const Page = z.object({ notices: z.array(Notice), next: z.string().nullable(), unread: z.number(), asOf: z.coerce.date() });

/** What I was told, latest first, and how much of it I have not read. */
export const useNotices = () =>
  useInfiniteQuery({
    queryKey: ["notices"],
    queryFn: ({ pageParam, signal }) => get(Page, "/api/v1/notices", { params: { page: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: everyMs,
  });

export const NoticeState = z.object({
  setting: NoticeSetting,
  isMailSetUp: z.boolean(),
  failed: z.array(z.object({ id: z.string(), problem: z.string(), endedAt: z.coerce.date(), notices: z.number() })),
});
export type NoticeState = z.infer<typeof NoticeState>;

export const useNoticeState = (first: NoticeState) =>
  useQuery({
    queryKey: ["notice-state"],
    queryFn: ({ signal }) => get(NoticeState, "/api/v1/notices/settings", { signal }),
    initialData: first,
    refetchInterval: everyMs,
  });

export function useNoticeCommands() {
  const client = useQueryClient();
  const again = (key: string) => () => client.invalidateQueries({ queryKey: [key] });
  return {
    /** Null: all of them. */
    read: useMutation({
      mutationFn: (ids: readonly string[] | null) => runCommand("read-notices", { ids }, z.object({ read: z.number() })),
      onSettled: again("notices"),
    }),
    set: useMutation({
      mutationFn: (setting: NoticeSetting) => runCommand("set-notices", setting, Nothing),
      onSettled: again("notice-state"),
    }),
    sendAgain: useMutation({
      mutationFn: (id: string) => runCommand("send-mail-again", { id }, Nothing),
      onSettled: again("notice-state"),
    }),
  };
}
