/** What the list shows: an order that stands still until the person asks for the new one. */
export type Standing<Row> = { rows: readonly Row[]; gone: ReadonlySet<string> /** Rows that wait to be shown. */; arrivals: number };

/**
 * Keeps the rows where they stood: known ones with their newest facts, new ones kept back, vanished ones marked.
 * Rows the person has just acted on leave at once when they no longer belong here.
 */
export function mergeArrivals<Row extends { id: string }>(
  shown: readonly Row[],
  fresh: readonly Row[],
  acted: ReadonlySet<string>,
): Standing<Row> {
  const now = new Map(fresh.map((row) => [row.id, row]));
  const known = new Set(shown.map(({ id }) => id));
  const rows = shown.flatMap((row) => now.get(row.id) ?? (acted.has(row.id) ? [] : row));
  return {
    rows,
    gone: new Set(rows.filter(({ id }) => !now.has(id)).map(({ id }) => id)),
    arrivals: fresh.filter(({ id }) => !known.has(id)).length,
  };
}
