/** One batch after the other. */
export async function inBatches<T>(items: readonly T[], size: number, work: (batch: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += size) await work(items.slice(from, from + size));
}
