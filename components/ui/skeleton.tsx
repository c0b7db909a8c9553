import { cn } from "./cn";

export const Skeleton = ({ className }: { className?: string }) => (
  <div aria-hidden className={cn("h-3.5 animate-pulse rounded-sm bg-muted", className)} />
);

const widths = ["w-3/5", "w-2/5", "w-1/2", "w-3/4", "w-2/3"];

/** A list that is on its way. */
export function SkeletonRows({ count = 12, label = "Loading" }: { count?: number; label?: string }) {
  return (
    <div role="status" aria-label={label} className="divide-y">
      {Array.from({ length: count }, (_, at) => (
        <div key={at} className="flex h-9 items-center gap-6 px-4">
          <Skeleton className="size-4" />
          <Skeleton className={cn("max-w-md", widths[at % widths.length])} />
          <Skeleton className="ml-auto w-16" />
          <Skeleton className="w-20" />
        </div>
      ))}
    </div>
  );
}
