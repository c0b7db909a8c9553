import { AppError } from "@/lib/app-error";
import { countDrift, DriftKeyset, type DriftRow, listDrift } from "@/lib/data/stock-view";
import type { DriftFilter } from "@/lib/domain/stock/drift-filter";

const pageSize = 100;

const textOf = ({ rank, shopId, locationId, sku }: DriftRow & { rank: number }): string =>
  JSON.stringify({ rank, shopId, locationId, sku });

function readAfter(text: string | undefined): DriftKeyset | null {
  if (!text) return null;
  try {
    return DriftKeyset.parse(JSON.parse(text));
  } catch {
    throw new AppError("invalid", "There is no such page of the board.");
  }
}

/** A page of the board, what endangers orders first, and how many rows each choice would list. `next` begins the page after it. */
export async function listDriftPage(filter: DriftFilter, after?: string) {
  const [rows, counts] = await Promise.all([listDrift(filter, readAfter(after), pageSize + 1), countDrift(filter)]);
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return { rows: shown, counts, next: rows.length > pageSize && last ? textOf(last) : null, asOf: new Date() };
}
