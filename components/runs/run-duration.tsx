"use client";

import { useNow } from "@/components/ui/clock";
import { sayDuration } from "@/lib/domain/say-duration";

/** How long a run took; one that is still at work counts on. */
export function RunDuration({ startedAt, endedAt }: { startedAt: Date; endedAt: Date | null }) {
  const now = useNow();
  const ms = (endedAt ?? now).getTime() - startedAt.getTime();
  return <span className="whitespace-nowrap tabular-nums">{endedAt ? sayDuration(ms) : `${sayDuration(ms)} so far`}</span>;
}
