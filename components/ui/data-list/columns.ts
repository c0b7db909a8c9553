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

type Sized = { columnDef: { meta?: { width: string; from?: number } | undefined } };

const fromOf = ({ columnDef }: Sized): number => columnDef.meta?.from ?? 0;

/** Style rules by which a narrow list loses its less important columns, right in the first paint. `before` is a track in front. */
export function columnRules(list: string, columns: readonly Sized[], before: string): string {
  const widths = [...new Set([0, ...columns.map(fromOf)])].sort((one, other) => one - other);
  const tracks = (width: number) => [
    before,
    ...columns.filter((column) => fromOf(column) <= width).map(({ columnDef }) => columnDef.meta?.width ?? "minmax(0,1fr)"),
  ];
  const at = `[data-list="${list}"]`;
  return widths
    .map((width) => {
      const later = widths.filter((other) => other > width).map((other) => `${at} [data-from="${other}"]`);
      const hide = later.length > 0 ? `${later.join(",")}{display:none}` : "";
      const shown = width > 0 ? `${at} [data-from="${width}"]{display:block}` : "";
      return `@container list (min-width:${width}px){${at}{--tracks:${tracks(width).filter(Boolean).join(" ")}}${shown}${hide}}`;
    })
    .join("");
}
