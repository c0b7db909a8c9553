"use client";

import { useMemo } from "react";
import type { RunRow } from "@/components/query/record-answers";
import type { FirstRecords } from "@/components/query/use-records";
import { useRun } from "@/components/query/use-runs";
import { PageHeader } from "@/components/shell/page-header";
import { ExactTime } from "@/components/trace/exact-time";
import { CopyableId } from "@/components/ui/copyable-id";
import { StatusPill } from "@/components/ui/status-pill";
import { RecordFilter } from "@/lib/domain/records/record-filter";

import { OutcomeCounts } from "./outcome-counts";
import { RecordList } from "./record-list";
import { recordsHref } from "./record-search";
import { RunDuration } from "./run-duration";
import { sayFlow } from "./say-flow";

/** One run and exactly its records. */
export function RunPage({ first, records }: { first: RunRow; records: FirstRecords }) {
  const run = useRun(first).data;
  const filter = useMemo(() => RecordFilter.parse({ run: run.id }), [run.id]);
  const left = (run.counts.unchanged ?? 0) + (run.counts.waiting ?? 0);
  return (
    <>
      <PageHeader title={sayFlow(run.flow)} trail={[{ href: "/runs", label: "Runs" }]}>
        <StatusPill of="run" value={run.state} />
      </PageHeader>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-1.5 border-b px-4 py-2.5 text-sm">
        <span className="text-muted-foreground">
          <ExactTime at={run.startedAt} isWithMs /> · took <RunDuration startedAt={run.startedAt} endedAt={run.endedAt} />
        </span>
        {run.connectionName && <span className="text-muted-foreground">{run.connectionName}</span>}
        <OutcomeCounts counts={run.counts} hrefOf={(outcome) => recordsHref({ run: run.id, outcome })} isWithWords />
        {left > 0 && (
          <span className="text-faint text-xs">
            {run.counts.unchanged ? `${run.counts.unchanged} unchanged ` : ""}
            {run.counts.waiting ? `${run.counts.waiting} waiting ` : ""}without a record
          </span>
        )}
        <CopyableId id={run.id} label="run" shown={run.id.slice(0, 8)} className="text-faint" />
      </div>
      {run.message && <p className="border-b bg-bad-soft px-4 py-2 text-bad text-sm">{run.message}</p>}
      <RecordList filter={filter} first={records} isOfOneRun isFiltered={false} />
    </>
  );
}
