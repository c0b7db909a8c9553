import type { z } from "zod";

import type { Sku, WarehouseId } from "@/lib/domain/ids";
import type { ListedPosLevel, PosLevel, PosMovement } from "@/lib/domain/stock/level";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { fromSeconds, toSeconds, toThousandths } from "./amounts";
import { askable, inChunks, listAll, nextPage } from "./paging";
import { SitooLevel, SitooListedLevel, SitooMovement, sitooPage } from "./schemas";

const levelFields = "sku,decimaltotal,decimalreserved";
const movementFields = "warehousetransactionid,warehouseid,datecreated,transactiontype,items";
const kinds: Readonly<Record<number, PosMovement["kind"]>> = { 10: "in", 20: "out", 30: "sale", 40: "refund", 50: "count" };
const pageSize = 1000;

export function posStockPort(http: Http, site: string): Ports["posStock"] {
  type Query = Record<string, string | number | undefined>;
  const page = <T extends z.ZodType>(operation: string, warehouseId: WarehouseId, query: Query, item: T) => {
    const path = `${site}/warehouses/${encodeURIComponent(warehouseId)}/warehouseitems.json`;
    return http.send(operation, { method: "GET", path, query: { ...query, fields: levelFields } }, sitooPage(item));
  };

  return {
    async read(warehouseId, skus) {
      const wanted = new Set(skus);
      const found = await Promise.all(
        inChunks(askable(wanted)).map((some) => {
          const query = { sku: some.join(","), num: 2 * some.length };
          return listAll((start) => page("posStock.read", warehouseId, { ...query, start }, SitooLevel));
        }),
      );
      return toPosLevels(warehouseId, found.flat()).filter(({ sku }) => wanted.has(sku));
    },

    async findNewestMovement() {
      const query = { sort: "-warehousetransactionid", num: 1, fields: movementFields };
      const { items } = await http.send(
        "posStock.findNewestMovement",
        { method: "GET", path: `${site}/warehousetransactions.json`, query },
        sitooPage(SitooMovement),
      );
      return items[0]?.warehousetransactionid ?? null;
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

    async listChangedLevels(warehouseId, since) {
      const query = { datelastmodifiedfrom: toSeconds(since), num: pageSize };
      const all = await listAll((start) => page("posStock.listChangedLevels", warehouseId, { ...query, start }, SitooListedLevel));
      return toListedLevels(warehouseId, all);
    },

    async listLevels(warehouseId, cursor) {
      const start = Number(cursor ?? 0);
      const { totalcount, items } = await page("posStock.listLevels", warehouseId, { start, num: pageSize }, SitooListedLevel);
      return { items: toListedLevels(warehouseId, items), next: nextPage(start, items.length, totalcount) };
    },
  };
}

const toPosLevels = (warehouseId: WarehouseId, items: readonly SitooLevel[]): PosLevel[] =>
  items.filter(hasSku).map(({ sku, decimaltotal, decimalreserved }) => ({
    sku: sku as Sku,
    warehouseId,
    total: toThousandths(decimaltotal),
    reserved: toThousandths(decimalreserved ?? "0"),
  }));

const toListedLevels = (warehouseId: WarehouseId, items: readonly z.output<typeof SitooListedLevel>[]): ListedPosLevel[] =>
  items
    .filter(hasSku)
    .map(({ sku, decimaltotal, decimalreserved }) =>
      decimaltotal === null
        ? { sku: sku as Sku, warehouseId, total: null, reserved: null }
        : { sku: sku as Sku, warehouseId, total: toThousandths(decimaltotal), reserved: toThousandths(decimalreserved ?? "0") },
    );

const hasSku = ({ sku }: { sku: string }) => sku !== "";

/** One per SKU: a transaction that names a SKU twice counts as one movement, so that id and SKU are unique. */
function toPosMovements({ warehousetransactionid, warehouseid, datecreated, transactiontype, items }: SitooMovement): PosMovement[] {
  const bySku = new Map<string, PosMovement>();
  for (const { sku, decimalquantity, decimaltotal } of items.filter(hasSku)) {
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
