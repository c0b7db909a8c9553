import type { LucideIcon } from "lucide-react";

import type { Tone } from "./badge";
import { cn } from "./cn";
import { RelativeTime } from "./relative-time";

export type Moment = {
  id: string;
  at: Date | string;
  icon: LucideIcon;
  tone?: Tone;
  title: React.ReactNode;
  /** Where it happened: the shop, Sitoo, or here. */
  place?: string;
  /** What stands at the end of the line: a duration, an attempt. */
  aside?: React.ReactNode;
  children?: React.ReactNode;
};

const dots: Record<Tone, string> = {
  neutral: "bg-muted text-muted-foreground",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
  info: "bg-info-soft text-info",
};

export function Timeline({ moments, label }: { moments: readonly Moment[]; label: string }) {
  return (
    <ol aria-label={label}>
      {moments.map(({ id, at, icon: Icon, tone = "neutral", title, place, aside, children }, index) => (
        <li key={id} className="relative flex gap-3 pb-4 last:pb-0">
          {index < moments.length - 1 && <span aria-hidden className="absolute top-6 bottom-0 left-3 w-px -translate-x-1/2 bg-border" />}
          <span className={cn("grid size-6 shrink-0 place-items-center rounded-full", dots[tone])}>
            <Icon className="size-3.5" aria-hidden />
          </span>
          <div className="min-w-0 flex-1 pt-0.5">
            <div className="flex flex-wrap items-baseline gap-x-2">
              <span className="min-w-0 break-words font-medium">{title}</span>
              {place && <span className="text-faint text-xs">{place}</span>}
              <span className="ml-auto flex items-baseline gap-2 text-faint text-xs">
                {aside}
                <RelativeTime at={at} isPast />
              </span>
            </div>
            {children && <div className="mt-1 text-muted-foreground">{children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
