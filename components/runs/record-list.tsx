"use client";

import { FileSearch, FilterX } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";

import { StaleNote } from "@/components/exceptions/stale-note";
import { type FirstRecords, recordKey, useRecords } from "@/components/query/use-records";
import { EmptyState } from "@/components/ui/empty-state";
import { StandingList } from "@/components/ui/standing-list";
import type { RecordFilter } from "@/lib/domain/records/record-filter";

import { recordColumns } from "./record-columns";
import { recordHref } from "./record-href";

type Props = { filter: RecordFilter; first: FirstRecords; isOfOneRun?: boolean; isFiltered: boolean; onClear?: React.ReactNode };

/** Record outcomes of one filter. A row opens what became of that record. */
export function RecordList({ filter, first, isOfOneRun = false, isFiltered, onClear }: Props) {
  const router = useRouter();
  const list = useRecords(filter, first);
  const columns = useMemo(() => recordColumns({ isOfOneRun }), [isOfOneRun]);
  return (
    <>
      {list.error && list.hasRows && <StaleNote at={list.asOf} message={list.error.message} onRetry={list.retry} />}
      <div className="min-h-0 flex-1">
        <StandingList
          list={list}
          label="Records"
          columns={columns}
          keyOf={recordKey}
          onOpen={(record) => router.push(recordHref(record))}
          scope={JSON.stringify(filter)}
          empty={
            <EmptyState
              icon={isFiltered ? FilterX : FileSearch}
              title={isFiltered ? "No record matches" : "Nothing has been recorded yet"}
              checkedAt={list.asOf}
              action={onClear}
            >
              {isOfOneRun
                ? "This run changed nothing that is kept: what was unchanged or still waits leaves no record."
                : "Every order that a run carried, held or left out is recorded here. One that still waits, for its payment for example, stands under Orders."}
            </EmptyState>
          }
        />
      </div>
    </>
  );
}
