"use client";

import { History, Undo2 } from "lucide-react";
import { useState } from "react";

import type { LinkBatch } from "@/components/query/mapping-answers";
import { useMappingHistory } from "@/components/query/use-mappings";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { sayCount } from "@/components/ui/say-count";
import { SkeletonRows } from "@/components/ui/skeleton";

import { ChangeLine } from "../change-line";
import { useSaving } from "../saving/saving-context";
import { nameOf, sayBatch, sidesOf, whyNotUndone } from "./say-batch";

/** Who saved what, newest first; each save can be put back for 30 days. */
export function HistoryTab() {
  const { shopId } = useSaving();
  const list = useMappingHistory(shopId);
  if (list.isPending) return <SkeletonRows label="Loading history" />;
  if (list.isError && !list.data)
    return <ErrorState message={list.error.message} onRetry={() => void list.refetch()} isRetrying={list.isFetching} />;
  const { batches } = list.data;
  if (batches.length === 0) {
    return (
      <EmptyState icon={History} title="No mapping has been changed yet">
        Every save is listed here with who made it and what it was before.
      </EmptyState>
    );
  }
  return (
    <ol className="h-full divide-y overflow-y-auto">
      {batches.map((batch) => (
        <Batch key={batch.batchId} batch={batch} />
      ))}
      {batches.length === 50 && <li className="px-4 py-3 text-faint text-xs">The latest 50 saves are shown.</li>}
    </ol>
  );
}

const shown = 4;

function Batch({ batch }: { batch: LinkBatch }) {
  const { worker, askUndo } = useSaving();
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  const why = whyNotUndone(batch, now);
  const changes = isOpen ? batch.changes : batch.changes.slice(0, shown);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="w-44 shrink-0">
        <p className="font-medium">{sayBatch(batch)}</p>
        <p className="text-faint text-xs">
          {batch.byName ?? "Parity"}, <RelativeTime at={batch.at} />
        </p>
      </div>
      <div className="min-w-64 flex-1">
        <ul className="grid gap-1">
          {changes.map((change) => (
            <li key={`${change.kind}${change.theirs}`}>
              <ChangeLine what={change.kind === "sku" ? change.theirs : <span>{nameOf(change)}</span>} {...sidesOf(change)} />
            </li>
          ))}
        </ul>
        {batch.count > shown && (
          <Button variant="link" size="inline" className="mt-1 text-xs" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen
              ? "Show fewer"
              : `Show ${batch.count > batch.changes.length ? `${sayCount(batch.changes.length)} of` : "all"} ${sayCount(batch.count)}`}
          </Button>
        )}
      </div>
      {batch.undoneAt ? (
        <Badge>
          <Undo2 aria-hidden /> Put back <RelativeTime at={batch.undoneAt} />
        </Badge>
      ) : why ? (
        <span className="text-faint text-xs">{why}</span>
      ) : (
        worker.may.map && (
          <Button size="sm" onClick={() => askUndo(batch)}>
            <Undo2 /> Put back…
          </Button>
        )
      )}
    </li>
  );
}
