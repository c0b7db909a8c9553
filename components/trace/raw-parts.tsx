"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";

import type { ToldOrder } from "@/components/query/order-answers";
import { useRawOrder } from "@/components/query/use-order";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";

/** What is stored, word for word; fetched only when somebody looks. */
export function RawParts({ order }: { order: ToldOrder }) {
  const [isOpen, setOpen] = useState(false);
  const raw = useRawOrder(order, isOpen);
  return (
    <details className="group rounded-lg border bg-card" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-4 font-semibold text-sm">
        <ChevronRight className="size-3.5 text-faint group-open:rotate-90" aria-hidden />
        Stored, word for word
        <span className="font-normal text-faint text-xs">for administrators, with personal data</span>
      </summary>
      {raw.isLoading && <SkeletonRows count={3} />}
      {raw.isError && <ErrorState message={raw.error.message} onRetry={() => void raw.refetch()} isRetrying={raw.isFetching} />}
      <div className="divide-y border-t empty:hidden">
        {raw.data?.parts.map(({ title, json }, at) => (
          <details key={`${title}-${at}`} className="px-4 py-2">
            <summary className="cursor-pointer text-sm">{title}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long JSON is scrolled by keyboard */}
            <pre tabIndex={0} className="mt-2 max-h-96 overflow-auto rounded-md bg-muted p-3 font-mono text-xs">
              {JSON.stringify(json, null, 2)}
            </pre>
          </details>
        ))}
      </div>
    </details>
  );
}
