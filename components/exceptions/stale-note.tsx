import { CloudOff } from "lucide-react";

import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";

type Props = { at: Date | null; message: string; onRetry: () => void };

/** What is shown is not of now: said above it, never hidden. */
export function StaleNote({ at, message, onRetry }: Props) {
  return (
    <div role="alert" className="flex items-center gap-2 border-b bg-warn-soft px-3 py-1.5 text-warn text-xs">
      <CloudOff className="size-3.5 shrink-0" aria-hidden />
      <span className="min-w-0 flex-1">
        {message}{" "}
        {at && (
          <>
            This is how it was <RelativeTime at={at} isPast />.
          </>
        )}
      </span>
      <Button size="sm" variant="ghost" className="h-6 text-warn" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}
