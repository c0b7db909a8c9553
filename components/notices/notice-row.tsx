"use client";

import { AtSign, ChevronsUp, CircleDot, UserPlus } from "lucide-react";
import Link from "next/link";

import { sayRole } from "@/components/exceptions/owner";
import type { Notice } from "@/components/query/use-notices";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayWhyTold } from "@/lib/domain/notices/say-why";

import { noticeHref } from "./notice-href";

const icons = { raised: CircleDot, assigned: UserPlus, escalated: ChevronsUp, mentioned: AtSign } as const;

type Props = { notice: Notice; me: string; onOpen: () => void; className?: string };

/** One thing I was told; opening it is reading it. */
export function NoticeRow({ notice, me, onOpen, className }: Props) {
  const { what, title, sentence, at, readAt, state } = notice;
  const Icon = icons[what];
  const isUnread = readAt === null;
  return (
    <Link
      href={noticeHref(notice, me)}
      prefetch={false}
      onClick={onOpen}
      className={cn("flex gap-2.5 px-3 py-2.5 hover:bg-hover", className)}
    >
      <span
        className={cn(
          "mt-0.5 grid size-6 shrink-0 place-items-center rounded-full [&_svg]:size-3.5",
          what === "escalated" ? "bg-warn-soft text-warn" : "bg-muted text-muted-foreground",
        )}
      >
        <Icon aria-hidden />
      </span>
      <span className="grid min-w-0 flex-1 gap-0.5">
        <span className="flex items-baseline gap-2">
          <span className={cn("truncate", isUnread ? "font-semibold" : "font-medium text-muted-foreground")}>{title}</span>
          <span className="ml-auto shrink-0 text-faint text-xs">
            <RelativeTime at={at} isPast />
          </span>
        </span>
        <span className="line-clamp-2 text-muted-foreground text-xs">{sentence}</span>
        <span className="line-clamp-2 text-faint text-xs">
          {sayWhyTold(notice, sayRole(notice.ownerRole))}
          {state === "resolved" && " · resolved meanwhile"}
        </span>
      </span>
      <span className={cn("mt-2 size-2 shrink-0 rounded-full", isUnread && "bg-primary")}>
        {isUnread && <span className="sr-only">not read</span>}
      </span>
    </Link>
  );
}
