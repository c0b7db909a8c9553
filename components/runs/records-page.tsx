"use client";

import { FilterX } from "lucide-react";
import Link from "next/link";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";

import { ChoiceMenu } from "@/components/exceptions/choice-menu";
import { type FirstRecords, useRecordCounts } from "@/components/query/use-records";
import { useSettled } from "@/components/query/use-settled";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { FilterMenu } from "@/components/ui/filter-menu";
import { ScopeLine } from "@/components/ui/scope-line";
import { SearchInput } from "@/components/ui/search-input";
import { statuses } from "@/components/ui/statuses";
import { outcomes, since } from "@/lib/domain/records/record-filter";

import { RecordList } from "./record-list";
import { type RecordSearch, recordFilterOf, recordSearch } from "./record-search";
import { outcomeWords, sayFlow, sinceWords } from "./say-flow";

const entityWords: Readonly<Record<string, string>> = {
  order: "orders",
  pair: "stock",
  product: "products",
  connection: "connections",
  delivery: "messages",
};
const entityOptions = Object.entries(entityWords).map(([value, label]) => ({
  value,
  label: label.charAt(0).toUpperCase() + label.slice(1),
}));
const sinceOptions = since
  .filter((value) => value !== "")
  .map((value) => ({ value, label: sinceWords[value].charAt(0).toUpperCase() + sinceWords[value].slice(1) }));

/** What became of every record, newest first. */
export function RecordsPage({ shops, first }: { shops: readonly { id: string; name: string }[]; first: FirstRecords }) {
  const [search, setSearch] = useQueryStates(recordSearch);
  const q = useSettled(search.q, 200);
  const filter = useMemo(() => recordFilterOf({ ...search, q }), [search, q]);
  const counts = useRecordCounts(filter);
  const isFiltered = Object.values(filter).some((value) => value !== "");
  const total = counts.data ? Object.values(counts.data.outcomes).reduce((sum, count) => sum + count, 0) : null;
  const chosen = filter.outcome === "" ? [] : filter.outcome.split(",");
  const set = (change: Partial<RecordSearch>) => void setSearch(change);
  const clear = () => void setSearch(null);
  const parts = [
    chosen.map((outcome) => outcomeWords[outcome] ?? outcome).join(" or "),
    filter.entity && (entityWords[filter.entity] ?? filter.entity),
    filter.flow && sayFlow(filter.flow),
    filter.run && "of one run",
    filter.shop && (shops.find(({ id }) => id === filter.shop)?.name ?? "another connection"),
    sinceWords[filter.since],
    filter.q && `found by “${filter.q}”`,
  ];

  return (
    <>
      <PageHeader title="Records">
        <ScopeLine count={total} noun={total === 1 ? "record" : "records"} parts={parts} />
      </PageHeader>
      <search aria-label="Filter" className="flex flex-wrap items-center gap-1.5 border-b px-3 py-2">
        <SearchInput label="Number, id, e-mail, last four" value={search.q} onChange={(text) => set({ q: text })} className="w-60" />
        <FilterMenu
          label="Outcome"
          chosen={chosen}
          options={outcomes.map((value) => ({
            value,
            label: statuses.outcome[value].label,
            ...(counts.data?.outcomes[value] !== undefined && { count: counts.data.outcomes[value] }),
          }))}
          onChange={(next) => set({ outcome: next.join(",") })}
        />
        <ChoiceMenu label="About" none="" value={search.entity} options={entityOptions} onChange={(entity) => set({ entity })} />
        <ChoiceMenu
          label="When"
          none=""
          value={search.since}
          options={sinceOptions}
          onChange={(value) => set({ since: value as RecordSearch["since"] })}
        />
        {shops.length > 1 && (
          <ChoiceMenu
            label="Connection"
            none=""
            value={search.shop}
            options={shops.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(shop) => set({ shop })}
          />
        )}
        {filter.flow !== "" && <Badge tone="info">{sayFlow(filter.flow)}</Badge>}
        {filter.run !== "" && (
          <Badge tone="info">
            <Link href={`/runs/${filter.run}`}>One run</Link>
          </Badge>
        )}
        {isFiltered && (
          <Button variant="ghost" size="sm" onClick={clear}>
            <FilterX /> Show all
          </Button>
        )}
      </search>
      <RecordList
        filter={filter}
        first={first}
        isFiltered={isFiltered}
        onClear={isFiltered && <Button onClick={clear}>Show all records</Button>}
      />
    </>
  );
}
