"use client";

import { type ColumnDef, getCoreRowModel, useReactTable, type VisibilityState } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useRef, useState } from "react";

import { cn } from "../cn";
import { columnRules } from "./columns";
import { DataRow } from "./data-row";
import { ListHeader } from "./list-header";
import type { Selection } from "./selection";
import { useListKeys } from "./use-list-keys";

export type DataListProps<Row> = {
  label: string;
  rows: readonly Row[];
  columns: ColumnDef<Row>[];
  getKey: (row: Row) => string;
  activeKey: string | null;
  onActivate: (key: string | null) => void;
  onOpen?: (row: Row) => void;
  selection?: Selection;
  onSelect?: (selection: Selection) => void;
  /** Which columns a person has hidden. */
  visibility?: VisibilityState;
  rowHeight?: number;
  /** Asked when the end comes near; absent when there is no more. */
  onMore?: (() => void) | undefined;
  isLoadingMore?: boolean;
  footer?: React.ReactNode;
  className?: string;
};

/** Any number of rows, moved through by keyboard; only what is in sight is drawn. */
export function DataList<Row>(props: DataListProps<Row>) {
  const {
    label,
    rows,
    columns,
    getKey,
    activeKey,
    onActivate,
    onOpen,
    selection,
    onSelect,
    visibility = {},
    rowHeight = 36,
    onMore,
    isLoadingMore = false,
    footer,
    className,
  } = props;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [touched, touch] = useState<string | null>(null);
  const table = useReactTable({
    data: rows as Row[],
    columns,
    getRowId: getKey,
    getCoreRowModel: getCoreRowModel(),
    state: { columnVisibility: visibility },
  });
  const shown = table.getVisibleLeafColumns();
  const model = table.getRowModel().rows;
  const order = model.map(({ id }) => id);
  const virtual = useVirtualizer({
    count: model.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    getItemKey: (at) => order[at] ?? at,
    overscan: 8,
    scrollPaddingStart: 32,
    scrollPaddingEnd: rowHeight,
    initialRect: { width: 1200, height: 900 },
  });
  const items = virtual.getVirtualItems();
  const isNearEnd = (items.at(-1)?.index ?? 0) >= model.length - 20;
  useEffect(() => {
    if (isNearEnd && !isLoadingMore) onMore?.();
  }, [isNearEnd, isLoadingMore, onMore]);

  const go = (at: number) => {
    const next = Math.min(Math.max(at, 0), order.length - 1);
    const key = order[next];
    if (key === undefined) return;
    onActivate(key);
    virtual.scrollToIndex(next);
    // Focus follows only who is in the list already; j and k work from anywhere.
    if (frame.current?.contains(document.activeElement))
      requestAnimationFrame(() => frame.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus());
  };
  const open = () => {
    const row = model.find(({ id }) => id === activeKey);
    if (row) onOpen?.(row.original);
  };
  const onKeyDown = useListKeys({ order, activeKey, selection, onSelect, touched, touch, go, open });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the rows inside
    <div
      ref={frame}
      onKeyDown={onKeyDown}
      className={cn("@container/list h-full overflow-auto overscroll-contain", className)}
      style={{ scrollPaddingTop: 32 }}
    >
      <style>{columnRules(id, shown, selection ? "36px" : "")}</style>
      {/* biome-ignore lint/a11y/useSemanticElements: rows are drawn one by one, a table cannot be */}
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={model.length + 1}
        aria-multiselectable={selection ? true : undefined}
        data-list={id}
      >
        <ListHeader columns={shown} order={order} selection={selection} onSelect={onSelect} />
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = model[index];
            if (!row) return null;
            return (
              <DataRow
                key={row.id}
                row={row}
                columns={shown}
                top={start}
                height={rowHeight}
                position={index + 2}
                isActive={row.id === activeKey}
                isFirstStop={activeKey === null ? index === 0 : row.id === activeKey}
                selection={selection}
                onSelect={onSelect}
                touched={touched}
                order={order}
                onTouch={touch}
                onActivate={onActivate}
                onOpen={onOpen}
              />
            );
          })}
        </div>
      </div>
      {isLoadingMore && <p className="px-4 py-3 text-faint text-xs">Loading more…</p>}
      {!onMore && footer}
    </div>
  );
}
