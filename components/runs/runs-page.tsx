"use client";

import { FilterX, Workflow } from "lucide-react";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";

import { ChoiceMenu } from "@/components/exceptions/choice-menu";
import { StaleNote } from "@/components/exceptions/stale-note";
import { type FirstRuns, runKey, useRunCount, useRuns } from "@/components/query/use-runs";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ScopeLine } from "@/components/ui/scope-line";
import { StandingList } from "@/components/ui/standing-list";
import { statuses } from "@/components/ui/statuses";
import { since } from "@/lib/domain/records/record-filter";

import { type RunSearch, runFilterOf, runSearch } from "./record-search";
import { runColumns } from "./run-columns";
import { flowNames, sayFlow, sinceWords } from "./say-flow";

const stateOptions = (["running", "confirmed", "attention", "failed"] as const).map((value) => ({
  value,
  label: statuses.run[value].label,
}));
const flowOptions = Object.entries(flowNames).map(([value, label]) => ({ value, label }));
const sinceOptions = since
  .filter((value) => value !== "")
  .map((value) => ({ value, label: sinceWords[value].charAt(0).toUpperCase() + sinceWords[value].slice(1) }));

/** Every execution of a flow that touched a record, newest first. */
export function RunsPage({ connections, first }: { connections: readonly { id: string; name: string }[]; first: FirstRuns }) {
  const [search, setSearch] = useQueryStates(runSearch);
  const router = useRouter();
  const filter = useMemo(() => runFilterOf(search), [search]);
  const list = useRuns(filter, first);
  const count = useRunCount(filter);
  const isFiltered = Object.values(filter).some((value) => value !== "");
  const set = (change: Partial<RunSearch>) => void setSearch(change);
  const parts = [
    filter.state && statuses.run[filter.state].label.toLowerCase(),
    filter.flow && sayFlow(filter.flow),
    filter.connection && (connections.find(({ id }) => id === filter.connection)?.name ?? "another connection"),
    sinceWords[filter.since],
  ];
  return (
    <>
      <PageHeader title="Runs">
        <ScopeLine count={count.data?.runs ?? null} noun={count.data?.runs === 1 ? "run" : "runs"} parts={parts} />
      </PageHeader>
      <search aria-label="Filter" className="flex flex-wrap items-center gap-1.5 border-b px-3 py-2">
        <ChoiceMenu
          label="State"
          none=""
          value={search.state}
          options={stateOptions}
          onChange={(state) => set({ state: state as RunSearch["state"] })}
        />
        <ChoiceMenu label="Flow" none="" value={search.flow} options={flowOptions} onChange={(flow) => set({ flow })} />
        <ChoiceMenu
          label="When"
          none=""
          value={search.since}
          options={sinceOptions}
          onChange={(value) => set({ since: value as RunSearch["since"] })}
        />
        <ChoiceMenu
          label="Connection"
          none=""
          value={search.connection}
          options={connections.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(connection) => set({ connection })}
        />
        {isFiltered && (
          <Button variant="ghost" size="sm" onClick={() => void setSearch(null)}>
            <FilterX /> Show all
          </Button>
        )}
      </search>
      {list.error && list.hasRows && <StaleNote at={list.asOf} message={list.error.message} onRetry={list.retry} />}
      <div className="min-h-0 flex-1">
        <StandingList
          list={list}
          label="Runs"
          columns={runColumns}
          keyOf={runKey}
          onOpen={({ id }) => router.push(`/runs/${id}`)}
          scope={JSON.stringify(filter)}
          empty={
            <EmptyState
              icon={isFiltered ? FilterX : Workflow}
              title={isFiltered ? "No run matches" : "No flow has run yet"}
              checkedAt={list.asOf}
            >
              A run appears here as soon as a flow has something to do. Runs that found nothing to change are not kept.
            </EmptyState>
          }
        />
      </div>
    </>
  );
}
