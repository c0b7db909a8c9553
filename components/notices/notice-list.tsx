"use client";

import { BellOff, CheckCheck } from "lucide-react";

import { useNoticeCommands, useNotices } from "@/components/query/use-notices";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { sayCount } from "@/components/ui/say-count";
import { SkeletonRows } from "@/components/ui/skeleton";

import { NoticeRow } from "./notice-row";

/** Everything I was told in the last 90 days. */
export function NoticeList({ me }: { me: string }) {
  const list = useNotices();
  const { read } = useNoticeCommands();
  if (list.isPending) return <SkeletonRows label="Loading notices" />;
  if (list.isError && !list.data)
    return <ErrorState message={list.error.message} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  const notices = list.data.pages.flatMap((page) => page.notices);
  const unread = list.data.pages[0]?.unread ?? 0;
  if (notices.length === 0) {
    return (
      <EmptyState icon={BellOff} title="Nothing yet" checkedAt={list.data.pages[0]?.asOf ?? null}>
        You are told when a cause opens for you or your role, is given to you, climbs to you because nobody took it, or somebody writes @
        and your name in a comment.
      </EmptyState>
    );
  }
  return (
    <div className="mx-auto w-full max-w-3xl p-4">
      <div className="mb-2 flex min-h-7 items-center justify-between text-muted-foreground text-xs">
        <span>{unread === 0 ? "Everything is read." : `${sayCount(unread)} not read`}</span>
        {unread > 0 && (
          <Button size="sm" isLoading={read.isPending} onClick={() => read.mutate(null)}>
            <CheckCheck /> Mark all as read
          </Button>
        )}
      </div>
      <ul className="divide-y overflow-hidden rounded-lg border bg-card">
        {notices.map((notice) => (
          <li key={notice.id}>
            <NoticeRow notice={notice} me={me} onOpen={() => notice.readAt === null && read.mutate([notice.id])} className="px-4" />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button className="mt-3" isLoading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          Show older ones
        </Button>
      )}
    </div>
  );
}
