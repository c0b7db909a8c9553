export type StandingRows<Row> = { rows: Row[]; arrivals: number; gone: number };

/**
 * `newest`: the first page as it is now; null = not asked yet. `isWhole`: it is all there is, so what it lacks is gone.
 * Where nothing is shown yet, what arrives is shown at once.
 */
export function standRows<Row>(
  shown: readonly Row[],
  newest: readonly Row[] | null,
  isWhole: boolean,
  keyOf: (row: Row) => string,
): StandingRows<Row> {
  if (newest === null) return { rows: [...shown], arrivals: 0, gone: 0 };
  if (shown.length === 0) return { rows: [...newest], arrivals: 0, gone: 0 };
  const fresh = new Map(newest.map((row) => [keyOf(row), row]));
  const known = new Set(shown.map(keyOf));
  return {
    rows: shown.map((row) => fresh.get(keyOf(row)) ?? row),
    arrivals: newest.filter((row) => !known.has(keyOf(row))).length,
    gone: isWhole ? shown.filter((row) => !fresh.has(keyOf(row))).length : 0,
  };
}
