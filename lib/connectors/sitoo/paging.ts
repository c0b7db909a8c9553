const chunkSize = 100;
/** Keeps an address below what proxies cut off. */
const chunkLength = 4_000;

/** Sitoo's list filters are split at commas, so such a SKU cannot be asked for (and Sitoo could not hold it). */
export const askable = <T extends string>(skus: Iterable<T>): T[] => [...skus].filter((sku) => !sku.includes(","));

export function inChunks<T extends string>(keys: readonly T[]): T[][] {
  const chunks: T[][] = [];
  let length = 0;
  for (const key of keys) {
    const chunk = chunks.at(-1);
    length += encodeURIComponent(key).length + 3;
    if (chunk && chunk.length < chunkSize && length < chunkLength) chunk.push(key);
    else {
      chunks.push([key]);
      length = encodeURIComponent(key).length + 3;
    }
  }
  return chunks;
}

export const nextPage = (start: number, got: number, total: number): string | null =>
  got > 0 && start + got < total ? String(start + got) : null;

/** Every page, one after another; Sitoo may answer fewer than asked for. */
export async function listAll<T>(get: (start: number) => Promise<{ totalcount: number; items: T[] }>): Promise<T[]> {
  const all: T[] = [];
  for (let start: string | null = "0"; start !== null; ) {
    const { totalcount, items } = await get(Number(start));
    all.push(...items);
    start = nextPage(Number(start), items.length, totalcount);
  }
  return all;
}
