"use client";

import { useZone } from "@/components/ui/clock";
import { cn } from "@/components/ui/cn";
import { sayClock, sayExact } from "@/components/ui/say-time";

type Props = { at: Date; isWithMs?: boolean; className?: string };

/** The time of day where the store is, to the millisecond where that matters; the day and zone on hover. */
export function ExactTime({ at, isWithMs = false, className }: Props) {
  const zone = useZone();
  const ms = isWithMs ? `.${String(at.getMilliseconds()).padStart(3, "0")}` : "";
  return (
    <time dateTime={at.toISOString()} title={sayExact(at, zone)} className={cn("whitespace-nowrap tabular-nums", className)}>
      {sayClock(at, zone)}
      <span className="text-faint">{ms}</span>
    </time>
  );
}
