import { Progress as Radix } from "radix-ui";

import { cn } from "./cn";
import { sayCount } from "./say-count";

type Props = { done: number; total: number; label: string; failed?: number; className?: string };

/** "38 of 42": words beside the bar, what failed in its own colour. */
export function Progress({ done, total, label, failed = 0, className }: Props) {
  const share = (part: number) => `${total === 0 ? 0 : Math.min(100, (part / total) * 100)}%`;
  return (
    <div className={cn("grid gap-1.5", className)}>
      <div className="flex justify-between gap-4 text-xs">
        <span className="text-muted-foreground">{label}</span>
        <span className="font-medium tabular-nums">
          {sayCount(done)} of {sayCount(total)}
        </span>
      </div>
      <Radix.Root
        value={Math.min(done, total)}
        max={Math.max(total, 1)}
        aria-label={label}
        className="flex h-1.5 overflow-hidden rounded-full bg-muted"
      >
        <Radix.Indicator className="bg-primary transition-[width] duration-300" style={{ width: share(done - failed) }} />
        <span className="bg-bad transition-[width] duration-300" style={{ width: share(failed) }} />
      </Radix.Root>
    </div>
  );
}
