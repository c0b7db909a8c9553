import { z } from "zod";

export const Level = z.object({ sku: z.string(), warehouseid: z.int(), available: z.string() });

/** How many pieces each warehouse had free to sell at the last count. */
export type Shelves = { free(warehouseid: number, sku: string): number };

export function shelvesOf(levels: readonly z.infer<typeof Level>[]): Shelves {
  const free = new Map(levels.map(({ sku, warehouseid, available }) => [`${warehouseid}|${sku}`, Math.floor(Number(available))]));
  return { free: (warehouseid, sku) => free.get(`${warehouseid}|${sku}`) ?? 0 };
}
