"use client";

import { Bell as BellIcon, CheckCheck } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import { useNoticeCommands, useNotices } from "@/components/query/use-notices";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { sayCount } from "@/components/ui/say-count";
import { SkeletonRows } from "@/components/ui/skeleton";

import { NoticeRow } from "./notice-row";

const most = 99;

/** What I was told and have not read yet, on every page. */
export function Bell({ me }: { me: string }) {
  const list = useNotices();
  const { read } = useNoticeCommands();
  const [isOpen, setOpen] = useState(false);
  const [first] = list.data?.pages ?? [];
  const unread = first?.unread ?? 0;
  const open = (id: string, isUnread: boolean) => {
    setOpen(false);
    if (isUnread) read.mutate([id]);
  };
  return (
    <Popover open={isOpen} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button
          variant="ghost"
          size="icon"
          aria-label={unread === 0 ? "Notices" : `Notices, ${sayCount(unread)} not read`}
          className="relative"
        >
          <BellIcon />
          {unread > 0 && (
            <span
              aria-hidden
              className="absolute -top-0.5 -right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-primary px-1 font-semibold text-[0.625rem] text-primary-foreground tabular-nums"
            >
              {unread > most ? `${most}+` : unread}
            </span>
          )}
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" className="flex max-h-[min(34rem,80vh)] w-[min(26rem,calc(100vw-1rem))] flex-col p-0">
        <header className="flex h-11 shrink-0 items-center justify-between border-b px-3">
          <h2 className="font-semibold">Notices</h2>
          {unread > 0 && (
            <Button size="sm" variant="ghost" isLoading={read.isPending} onClick={() => read.mutate(null)}>
              <CheckCheck /> Mark all as read
            </Button>
          )}
        </header>
        <div className="min-h-0 flex-1 overflow-y-auto">
          {list.isPending && <SkeletonRows count={4} label="Loading notices" />}
          {list.isError && !list.data && (
            <ErrorState message={list.error.message} onRetry={() => void list.refetch()} className="min-h-40" />
          )}
          {first?.notices.length === 0 && (
            <p className="px-6 py-10 text-center text-muted-foreground">
              Nothing yet. You are told when a cause opens for you, is given to you, climbs to you, or somebody writes @ and your name.
            </p>
          )}
          <ul className="divide-y">
            {(first?.notices ?? []).map((notice) => (
              <li key={notice.id}>
                <NoticeRow notice={notice} me={me} onOpen={() => open(notice.id, notice.readAt === null)} />
              </li>
            ))}
          </ul>
        </div>
        <footer className="flex shrink-0 justify-between border-t px-3 py-2 text-xs">
          <Link href="/notices" prefetch={false} onClick={() => setOpen(false)} className="text-link hover:underline">
            All notices
          </Link>
          <Link href="/notices?tab=settings" prefetch={false} onClick={() => setOpen(false)} className="text-link hover:underline">
            How I am told
          </Link>
        </footer>
      </PopoverContent>
    </Popover>
  );
}
