"use client";

import { CheckCheck, FilterX, Scale } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";

import { StaleNote } from "@/components/exceptions/stale-note";
import type { DriftCounts, LastCompare } from "@/components/query/stock-answers";
import { type FirstDrift, pairKey, useDrift } from "@/components/query/use-stock";
import { Button } from "@/components/ui/button";
import { DataList } from "@/components/ui/data-list/data-list";
import { NewArrivals } from "@/components/ui/data-list/new-arrivals";
import { nothing } from "@/components/ui/data-list/selection";
import { SelectionBar } from "@/components/ui/data-list/selection-bar";
import { useSelection } from "@/components/ui/data-list/use-selection";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { DriftFilter } from "@/lib/domain/stock/drift-filter";

import { driftColumns } from "./drift-columns";
import { PairActions } from "./pair-actions";
import { sayCompared, sayInFlight } from "./say-stock";
import { skuHref } from "./stock-search";
import { wantedColumns } from "./wanted-columns";

type Props = {
  filter: DriftFilter;
  first: FirstDrift;
  counts: DriftCounts | null;
  compares: readonly LastCompare[];
  mayWrite: boolean;
  isFiltered: boolean;
  onClear: () => void;
};

/** The pairs of one filter in each of its states: on their way, failed, nothing differs, there. */
export function DriftList({ filter, first, counts, compares, mayWrite, isFiltered, onClear }: Props) {
  const router = useRouter();
  const list = useDrift(filter, first);
  const scope = JSON.stringify(filter);
  const [selection, select] = useSelection(scope);
  const [active, setActive] = useState<{ scope: string; key: string | null }>({ scope, key: null });
  const keys = selection.of === "keys" ? selection.keys : new Set<string>();
  const chosen = list.rows.filter((row) => keys.has(pairKey(row)));

  if (list.isPending) return <SkeletonRows label="Loading stock" />;
  if (!list.hasRows)
    return (
      <ErrorState
        title="Stock could not be compared with the web"
        message={list.error?.message ?? "Nothing is known of either side right now."}
        onRetry={list.retry}
        isRetrying={list.isFetching}
      />
    );
  return (
    <>
      {list.error && <StaleNote at={list.asOf} message={list.error.message} onRetry={list.retry} />}
      {list.rows.length === 0 ? (
        <NothingHere asOf={list.asOf} counts={counts} compares={compares} isFiltered={isFiltered} onClear={onClear} />
      ) : (
        <div className="relative min-h-0 flex-1">
          <NewArrivals count={list.arrivals} gone={list.gone} onShow={list.showNewest} />
          <DataList
            label="Stock"
            rows={list.rows}
            columns={filter.show === "wanted" ? wantedColumns : driftColumns}
            getKey={pairKey}
            activeKey={active.scope === scope ? active.key : null}
            onActivate={(key) => setActive({ scope, key })}
            onOpen={({ sku, locationId, shopId }) => router.push(skuHref(sku, { shop: shopId, at: locationId }))}
            {...(mayWrite && { selection, onSelect: select })}
            rowHeight={44}
            onMore={list.onMore}
            isLoadingMore={list.isLoadingMore}
            footer={list.rows.length > 15 && <p className="px-4 py-3 text-faint text-xs">That is all.</p>}
          />
          <div className="pointer-events-none absolute inset-x-0 bottom-0">
            <SelectionBar selection={selection} onSelect={select} matching={null} loaded={list.rows.length} scope="pairs">
              <PairActions rows={chosen} isWanted={filter.show === "wanted"} onDone={() => select(nothing)} />
            </SelectionBar>
          </div>
        </div>
      )}
    </>
  );
}

type NothingProps = Pick<Props, "counts" | "compares" | "isFiltered" | "onClear"> & { asOf: Date | null };

function NothingHere({ asOf, counts, compares, isFiltered, onClear }: NothingProps) {
  if (isFiltered)
    return (
      <EmptyState icon={FilterX} title="No pair matches" checkedAt={asOf} action={<Button onClick={onClear}>Show all</Button>}>
        Pairs that are equal and quiet stand under “Every pair”.
      </EmptyState>
    );
  const ended = compares.filter(({ endedAt, state }) => endedAt !== null && state !== "failed");
  const inFlight = counts ? sayInFlight(counts["in-flight"]) : "";
  if (ended.length === 0)
    return (
      <EmptyState icon={Scale} title="Nothing is known to differ" checkedAt={asOf}>
        No full check has ended yet, so only pairs that moved were looked at. {inFlight} The next one runs at 04:00.
      </EmptyState>
    );
  return (
    <EmptyState icon={CheckCheck} title="The web shows what may be sold" checkedAt={asOf}>
      {ended.map(sayCompared).join(" ")} {inFlight}
    </EmptyState>
  );
}
