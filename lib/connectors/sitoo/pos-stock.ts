import type { Sku, WarehouseId } from "@/lib/domain/ids";
import type { PosLevel, PosMovement } from "@/lib/domain/stock/level";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { fromSeconds, toSeconds, toThousandths } from "./amounts";
import { askable, inChunks, listAll, nextPage } from "./paging";
import { SitooLevel, SitooMovement, sitooPage } from "./schemas";

const levelFields = "sku,decimaltotal,decimalreserved";
const movementFields = "warehousetransactionid,warehouseid,datecreated,transactiontype,items";
const kinds: Readonly<Record<number, PosMovement["kind"]>> = { 10: "in", 20: "out", 30: "sale", 40: "refund", 50: "count" };
const pageSize = 1000;

export function posStockPort(http: Http, site: string): Ports["posStock"] {
  async function page(operation: string, warehouseId: WarehouseId, query: Record<string, string | number | undefined>) {
    const path = `${site}/warehouses/${encodeURIComponent(warehouseId)}/warehouseitems.json`;
    const { totalcount, items } = await http.send(
      operation,
      { method: "GET", path, query: { ...query, fields: levelFields } },
      sitooPage(SitooLevel),
    );
    return { totalcount, items: items.map((item) => toPosLevel(warehouseId, item)) };
  }

  return {
    async read(warehouseId, skus) {
      const wanted = new Set(skus);
      const found = await Promise.all(
        inChunks(askable(wanted)).map((some) => {
          const query = { sku: some.join(","), num: 2 * some.length };
          return listAll((start) => page("posStock.read", warehouseId, { ...query, start }));
        }),
      );
      return found.flat().filter(({ sku }) => wanted.has(sku));
    },

    async listMovements(from, limit) {
      const query = { warehousetransactionidfrom: from ?? undefined, sort: "warehousetransactionid", num: limit, fields: movementFields };
      const { items } = await http.send(
        "posStock.listMovements",
        { method: "GET", path: `${site}/warehousetransactions.json`, query },
        sitooPage(SitooMovement),
      );
      return items.flatMap(toPosMovements);
    },

    listChangedLevels: (warehouseId, since) =>
      listAll((start) => page("posStock.listChangedLevels", warehouseId, { datelastmodifiedfrom: toSeconds(since), start, num: pageSize })),

    async listLevels(warehouseId, cursor) {
      const start = Number(cursor ?? 0);
      const { totalcount, items } = await page("posStock.listLevels", warehouseId, { start, num: pageSize });
      return { items, next: nextPage(start, items.length, totalcount) };
    },
  };
}

const toPosLevel = (warehouseId: WarehouseId, { sku, decimaltotal, decimalreserved }: SitooLevel): PosLevel => ({
  sku: sku as Sku,
  warehouseId,
  total: toThousandths(decimaltotal),
  reserved: toThousandths(decimalreserved ?? "0"),
});

/** One per SKU: a transaction that names a SKU twice counts as one movement, so that id and SKU are unique. */
function toPosMovements({ warehousetransactionid, warehouseid, datecreated, transactiontype, items }: SitooMovement): PosMovement[] {
  const bySku = new Map<string, PosMovement>();
  for (const { sku, decimalquantity, decimaltotal } of items) {
    const earlier = bySku.get(sku)?.change ?? 0;
    bySku.set(sku, {
      id: warehousetransactionid,
      warehouseId: warehouseid as WarehouseId,
      sku: sku as Sku,
      kind: kinds[transactiontype] ?? "other",
      change: (earlier + toThousandths(decimalquantity)) as PosMovement["change"],
      totalAfter: toThousandths(decimaltotal),
      at: fromSeconds(datecreated),
    });
  }
  return [...bySku.values()];
}
