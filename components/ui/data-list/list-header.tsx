import { type Column, flexRender, type HeaderContext } from "@tanstack/react-table";

import { Checkbox } from "../checkbox";
import { cn } from "../cn";
import { pageState, type Selection, setSelected } from "./selection";

type Props<Row> = {
  columns: Column<Row>[];
  order: readonly string[];
  selection: Selection | undefined;
  onSelect: ((selection: Selection) => void) | undefined;
};

export function ListHeader<Row>({ columns, order, selection, onSelect }: Props<Row>) {
  const state = selection && pageState(selection, order);
  return (
    // biome-ignore lint/a11y: rows of a grid, see DataList
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 grid h-8 grid-cols-(--tracks) items-center border-b bg-background px-2 text-faint text-xs"
    >
      {selection && (
        // biome-ignore lint/a11y: cells of a grid, see DataList
        <span role="columnheader" className="grid place-items-center">
          <Checkbox
            checked={state ?? false}
            aria-label="Select all that is loaded"
            onCheckedChange={() => onSelect?.(setSelected(selection, order, state !== true))}
          />
        </span>
      )}
      {columns.map((column) => (
        // biome-ignore lint/a11y: cells of a grid, see DataList
        <span
          key={column.id}
          data-from={column.columnDef.meta?.from}
          role="columnheader"
          className={cn("truncate px-2 font-medium", column.columnDef.meta?.isNumber && "text-right")}
        >
          {flexRender(column.columnDef.header, { column } as HeaderContext<Row, unknown>)}
        </span>
      ))}
    </div>
  );
}
