import { cn } from "./cn";
import { sayCount } from "./say-count";
import { Skeleton } from "./skeleton";

type Props = {
  /** Null while it is still being counted. */ count: number | null;
  noun: string;
  parts?: readonly (string | null | false)[];
  className?: string;
};

/** What a list shows, in words: "214 open · assigned to finance · last 7 days". */
export function ScopeLine({ count, noun, parts = [], className }: Props) {
  const said = parts.filter((part) => part !== null && part !== false && part !== "");
  return (
    <div className={cn("flex min-w-0 items-center gap-1.5 text-muted-foreground text-xs", className)}>
      {count === null ? <Skeleton className="w-7" /> : <span className="font-medium text-foreground tabular-nums">{sayCount(count)}</span>}
      <span className="truncate">{[noun, ...said].join(" · ")}</span>
    </div>
  );
}
