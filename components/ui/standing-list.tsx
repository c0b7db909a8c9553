"use client";

import type { ColumnDef } from "@tanstack/react-table";
import { useState } from "react";

import { DataList } from "./data-list/data-list";
import { NewArrivals } from "./data-list/new-arrivals";
import { ErrorState } from "./error-state";
import { SkeletonRows } from "./skeleton";

type List<Row> = {
  rows: readonly Row[];
  arrivals: number;
  gone: number;
  showNewest: () => void;
  isPending: boolean;
  error: Error | null;
  hasRows: boolean;
  isFetching: boolean;
  retry: () => void;
  onMore: (() => void) | undefined;
  isLoadingMore: boolean;
};
type Props<Row> = {
  list: List<Row>;
  label: string;
  columns: ColumnDef<Row>[];
  keyOf: (row: Row) => string;
  onOpen: (row: Row) => void;
  /** Another filter is another list: nothing of it is active. */
  scope: string;
  empty: React.ReactNode;
  rowHeight?: number;
};

/** A list in each of its states: on its way, failed, empty, there. Rows never move by themselves. */
export function StandingList<Row>({ list, label, columns, keyOf, onOpen, scope, empty, rowHeight = 36 }: Props<Row>) {
  const [active, setActive] = useState<{ scope: string; key: string | null }>({ scope, key: null });
  if (list.isPending) return <SkeletonRows label={`Loading ${label.toLowerCase()}`} />;
  if (!list.hasRows)
    return (
      <ErrorState
        title={`${label} could not be loaded`}
        message={list.error?.message ?? ""}
        onRetry={list.retry}
        isRetrying={list.isFetching}
      />
    );
  if (list.rows.length === 0) return empty;
  return (
    <div className="relative h-full">
      <NewArrivals count={list.arrivals} gone={list.gone} onShow={list.showNewest} />
      <DataList
        label={label}
        rows={list.rows}
        columns={columns}
        getKey={keyOf}
        activeKey={active.scope === scope ? active.key : null}
        onActivate={(key) => setActive({ scope, key })}
        onOpen={onOpen}
        rowHeight={rowHeight}
        onMore={list.onMore}
        isLoadingMore={list.isLoadingMore}
        footer={list.rows.length > 15 && <p className="px-4 py-3 text-faint text-xs">That is all.</p>}
      />
    </div>
  );
}
