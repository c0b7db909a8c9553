import { type Db, rows } from "./client";

/** One thing seen or done at the shop for a pair: `before` and `after` are what the shop offered. */
export type StockEntry = {
  locationId: string;
  sku: string;
  what: "write" | "shop-change" | "order" | "buffer" | "compare" | "accepted";
  before: number | null;
  after: number | null;
  text: string;
};

export async function keepStockEntries(tx: Db, shopId: string, entries: readonly StockEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.$executeRaw`
    insert into stock_entry (shop_id, location_id, sku, at, what, before, after, text) select ${shopId}::uuid, r."locationId", r.sku, clock_timestamp(), r.what, r.before, r.after, r.text
    from json_to_recordset(${rows(entries)}) as r("locationId" text, sku text, what text, before int, after int, text text)`;
}

export const pruneStockEntries = (tx: Db) => tx.$executeRaw`delete from stock_entry where at < now() - interval '90 days'`;
