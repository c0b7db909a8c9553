"use client";

import { useNow, useZone } from "./clock";
import { cn } from "./cn";
import { sayDistance, sayExact } from "./say-time";

type Props = {
  at: Date | string;
  zone?: string;
  /** It has happened: what the server's clock says seconds ahead of ours is just now. */
  isPast?: boolean;
  className?: string;
};

/** How long ago, with the exact time in the store's zone on hover. Counts on by itself. */
export function RelativeTime({ at, zone, isPast = false, className }: Props) {
  const now = useNow();
  const home = useZone();
  const time = new Date(at);
  return (
    <time dateTime={time.toISOString()} title={sayExact(time, zone ?? home)} className={cn("whitespace-nowrap", className)}>
      {sayDistance(isPast && time > now ? now : time, now, zone ?? home)}
    </time>
  );
}
