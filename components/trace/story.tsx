"use client";

import Link from "next/link";
import { Fragment } from "react";

import type { ToldMoment } from "@/components/query/order-answers";
import { useZone } from "@/components/ui/clock";
import { cn } from "@/components/ui/cn";
import { CopyableId } from "@/components/ui/copyable-id";
import { sayDay } from "@/components/ui/say-day";
import { sayDuration } from "@/lib/domain/say-duration";

import { ExactTime } from "./exact-time";
import { storyLooks } from "./story-looks";

const inks = {
  neutral: "bg-muted text-muted-foreground",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  info: "bg-info-soft text-info",
} as const;

/** Everything that happened to an order, with the exact time and how long it took to the next. */
export function Story({ moments }: { moments: readonly ToldMoment[] }) {
  const zone = useZone();
  return (
    <ol aria-label="What happened" className="p-4">
      {moments.map((moment, at) => {
        const before = moments[at - 1];
        const next = moments[at + 1];
        const day = sayDay(moment.at, zone);
        return (
          <Fragment key={moment.id}>
            {(!before || sayDay(before.at, zone) !== day) && <li className="pb-2 font-medium text-faint text-xs">{day}</li>}
            <StoryItem moment={moment} gapMs={next ? next.at.getTime() - moment.at.getTime() : null} />
          </Fragment>
        );
      })}
    </ol>
  );
}

function StoryItem({ moment, gapMs }: { moment: ToldMoment; gapMs: number | null }) {
  const { icon: Icon, tone } = storyLooks[moment.step];
  return (
    <li className="relative flex gap-3 pb-3.5 last:pb-0">
      {gapMs !== null && <span aria-hidden className="absolute top-6 bottom-0 left-3 w-px -translate-x-1/2 bg-border" />}
      <span className={cn("grid size-6 shrink-0 place-items-center rounded-full", inks[tone])}>
        <Icon className="size-3.5" aria-hidden />
      </span>
      <div className="min-w-0 flex-1 pt-0.5">
        <div className="flex flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 break-words font-medium">{moment.title}</span>
          <span className="text-faint text-xs">{moment.place}</span>
          <ExactTime at={moment.at} isWithMs className="ml-auto text-muted-foreground text-xs" />
        </div>
        {moment.text && <p className="text-muted-foreground text-sm">{moment.text}</p>}
        <Facts moment={moment} />
        {gapMs !== null && gapMs > 0 && <p className="mt-1 text-2xs text-faint">{sayDuration(gapMs)} until the next</p>}
      </div>
    </li>
  );
}

function Facts({ moment: { facts, causeId, runId } }: { moment: ToldMoment }) {
  if (facts.length === 0 && !causeId && !runId) return null;
  return (
    <div className="mt-0.5 flex flex-wrap items-center gap-x-4 gap-y-0.5 text-xs">
      {facts.map(({ label, value, isId }) => (
        <span key={label} className="inline-flex min-w-0 max-w-full items-center gap-1.5 text-muted-foreground">
          <span className="shrink-0 text-faint">{label}</span>
          {isId ? <CopyableId id={value} label={label} /> : value}
        </span>
      ))}
      {causeId && (
        <Link href={`/inbox?cause=${causeId}`} className="text-link underline-offset-2 hover:underline">
          Open the cause
        </Link>
      )}
      {runId && (
        <Link href={`/runs/${runId}`} className="text-link underline-offset-2 hover:underline">
          Open the run
        </Link>
      )}
    </div>
  );
}
