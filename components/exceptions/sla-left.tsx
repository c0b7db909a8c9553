"use client";

import { useNow, useZone } from "@/components/ui/clock";
import { cn } from "@/components/ui/cn";
import { sayExact } from "@/components/ui/say-time";

import { sayLeft } from "./say-promise";

type Props = { slaAt: Date; className?: string };

/** Until when somebody should have taken it. */
export function SlaLeft({ slaAt, className }: Props) {
  const now = useNow();
  const zone = useZone();
  const isLate = slaAt.getTime() < now.getTime();
  return (
    <time
      dateTime={slaAt.toISOString()}
      title={`To be taken by ${sayExact(slaAt, zone)}`}
      className={cn("whitespace-nowrap", isLate ? "font-medium text-bad" : "text-muted-foreground", className)}
    >
      {sayLeft(slaAt, now)}
    </time>
  );
}
