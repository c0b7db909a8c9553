import type { RowData } from "@tanstack/react-table";

declare module "@tanstack/react-table" {
  interface ColumnMeta<TData extends RowData, TValue> {
    /** A CSS grid track: "96px", "minmax(0,1fr)". */
    width: string;
    isNumber?: boolean;
    /** Shown from this width of the list on, in px. */
    from?: number;
  }
}

type Shown = { id: string; columnDef: { meta?: { width: string; from?: number } | undefined } };

export const tracksOf = (columns: readonly Shown[]): string =>
  columns.map(({ columnDef }) => columnDef.meta?.width ?? "minmax(0,1fr)").join(" ");

export const fits = (column: Shown, width: number): boolean => width >= (column.columnDef.meta?.from ?? 0);
