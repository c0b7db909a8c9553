/** The first column, byte for byte, of what was copied from a spreadsheet, cell by cell; a trailing line break is not a cell. */
export function readColumn(text: string): string[] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  return lines.map((line) => unquote(line.split("\t", 1)[0] ?? ""));
}

// Spreadsheets quote a cell only where it holds a quote, a tab or a line break.
const unquote = (cell: string) => (/^".*"$/s.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell);

export type Pasted<Row> = {
  pairs: { row: Row; value: string }[];
  /** Empty cells, which change nothing. */
  blanks: number;
  /** Cells for which there was no row. */
  leftOver: number;
  /** Rows for which there was no cell. */
  unfilled: number;
};

/** Lays a column over rows, top to bottom. */
export function layOver<Row>(rows: readonly Row[], column: readonly string[]): Pasted<Row> {
  const laid = rows.slice(0, column.length).map((row, at) => ({ row, value: column[at] ?? "" }));
  const pairs = laid.filter(({ value }) => value.trim() !== "");
  return {
    pairs,
    blanks: laid.length - pairs.length,
    leftOver: Math.max(0, column.length - rows.length),
    unfilled: Math.max(0, rows.length - column.length),
  };
}
