import { type Column, flexRender, type Row as TableRow } from "@tanstack/react-table";

import { Checkbox } from "../checkbox";
import { cn } from "../cn";
import { isSelected, type Selection, toggle, toggleRange } from "./selection";

type Props<Row> = {
  row: TableRow<Row>;
  columns: Column<Row>[];
  top: number;
  height: number;
  position: number;
  isActive: boolean;
  /** The one row that Tab stops at. */
  isFirstStop: boolean;
  selection: Selection | undefined;
  onSelect: ((selection: Selection) => void) | undefined;
  touched: string | null;
  order: readonly string[];
  onTouch: (key: string) => void;
  onActivate: (key: string) => void;
  onOpen: ((row: Row) => void) | undefined;
};

export function DataRow<Row>({
  row,
  columns,
  top,
  height,
  position,
  isActive,
  isFirstStop,
  selection,
  onSelect,
  touched,
  order,
  onTouch,
  onActivate,
  onOpen,
}: Props<Row>) {
  const isOn = selection ? isSelected(selection, row.id) : false;
  const cells = new Map(row.getVisibleCells().map((cell) => [cell.column.id, cell]));
  const select = (isRange: boolean) => {
    if (!selection || !onSelect) return;
    onSelect(isRange ? toggleRange(selection, order, touched, row.id) : toggle(selection, row.id));
    onTouch(row.id);
  };
  return (
    // biome-ignore lint/a11y: the grid's keys are handled by DataList
    <div
      role="row"
      data-key={row.id}
      aria-rowindex={position}
      aria-selected={selection ? isOn : isActive}
      aria-current={isActive || undefined}
      tabIndex={isFirstStop ? 0 : -1}
      onClick={() => {
        onActivate(row.id);
        onOpen?.(row.original);
      }}
      style={{ height, transform: `translateY(${top}px)` }}
      className={cn(
        "group/row absolute inset-x-0 top-0 grid cursor-default grid-cols-(--tracks) items-center border-b px-2 -outline-offset-2",
        isActive ? "bg-selected" : isOn ? "bg-selected/60" : "hover:bg-hover",
        isActive && "before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-primary",
      )}
    >
      {selection && (
        // biome-ignore lint/a11y: cells of a grid, see DataList
        <span role="gridcell" className="grid h-full place-items-center" onClick={(event) => event.stopPropagation()}>
          <Checkbox
            checked={isOn}
            tabIndex={-1}
            aria-label="Select"
            onClick={(event) => select(event.shiftKey)}
            className={cn(!isOn && "opacity-60 group-hover/row:opacity-100")}
          />
        </span>
      )}
      {columns.map((column) => {
        const cell = cells.get(column.id);
        return (
          // biome-ignore lint/a11y: cells of a grid, see DataList
          <span
            key={column.id}
            data-from={column.columnDef.meta?.from}
            role="gridcell"
            className={cn("min-w-0 truncate px-2", column.columnDef.meta?.isNumber && "text-right tabular-nums")}
          >
            {cell && flexRender(column.columnDef.cell, cell.getContext())}
          </span>
        );
      })}
    </div>
  );
}
