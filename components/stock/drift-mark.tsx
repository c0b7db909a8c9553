import { Equal, ShieldAlert, TrendingDown } from "lucide-react";

import { cn } from "@/components/ui/cn";

import { sayDrift } from "./say-stock";

/** The difference with its sign in words; icon and colour repeat it. Null = not compared yet. */
export function DriftMark({ drift, className }: { drift: number | null; className?: string }) {
  if (drift === null || drift === 0)
    return (
      <span className={cn("inline-flex items-center gap-1.5 text-muted-foreground", className)}>
        {drift === 0 && <Equal className="size-3.5 shrink-0 text-good" aria-hidden />}
        {drift === 0 ? "Equal" : "–"}
      </span>
    );
  const Icon = drift > 0 ? ShieldAlert : TrendingDown;
  return (
    <span
      title={drift > 0 ? "The web offers more than may be sold" : "The web hides units that could be sold"}
      className={cn("inline-flex items-center gap-1.5 whitespace-nowrap font-medium", drift > 0 ? "text-bad" : "text-warn", className)}
    >
      <Icon className="size-3.5 shrink-0" aria-hidden />
      {sayDrift(drift)}
    </span>
  );
}
