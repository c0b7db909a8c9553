"use client";

import { Clock } from "lucide-react";

import { useNow, useZone } from "@/components/ui/clock";
import { cn } from "@/components/ui/cn";
import { sayExact } from "@/components/ui/say-time";

import { sayPromise, urgencyOf } from "./say-promise";

const inks = { broken: "text-bad font-medium", near: "text-warn font-medium", far: "text-muted-foreground" } as const;

/** The nearest promise to a customer: late, due soon, or a day. */
export function PromiseClock({ at, className }: { at: Date | null; className?: string }) {
  const now = useNow();
  const zone = useZone();
  if (!at) return <span className={cn("text-faint", className)}>no promise</span>;
  const urgency = urgencyOf(at, now);
  return (
    <time
      dateTime={at.toISOString()}
      title={`Promised ${sayExact(at, zone)}`}
      className={cn("inline-flex items-center gap-1 whitespace-nowrap align-middle", inks[urgency], className)}
    >
      {urgency !== "far" && <Clock className="size-3.5 shrink-0" aria-hidden />}
      {sayPromise(at, now, zone)}
    </time>
  );
}
