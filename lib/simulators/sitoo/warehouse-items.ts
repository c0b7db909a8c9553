import type { Context } from "hono";
import { z } from "zod";

import type { Account, SitooApp, SitooEnv } from "./account";
import { answerBatch } from "./batch";
import { listOf, listPage, Paging, readQuery } from "./listing";
import { findWarehouse, isVirtual } from "./places";
import { findProductBySku } from "./products";
import { demand, found, Refused } from "./refused";
import { CommaList, DecimalText, decimalText, hundredths, IntText, Money, moneyText, thousandths } from "./scalars";
import { freeExpired, type Level, touchLevel } from "./stock";

export const toWarehouseItem = (level: Level) => ({
  warehouseitemid: level.warehouseitemid,
  warehouseid: level.warehouseid,
  sku: level.sku,
  binlocation: level.binlocation,
  decimalthreshold: decimalText(level.threshold),
  decimaltotal: decimalText(level.total),
  moneytotal: moneyText(level.value),
  decimalreserved: decimalText(level.reserved),
  decimalavailable: decimalText(level.total - level.reserved),
  datelastmodified: level.datelastmodified,
  datelaststocktaking: level.datelaststocktaking,
});

const ItemQuery = Paging.extend({
  sku: CommaList.optional(),
  datelastmodifiedfrom: IntText.optional(),
  datelastmodifiedto: IntText.optional(),
});

const ItemChanges = z.object({
  sku: z.string(),
  binlocation: z.string().nullish(),
  decimalthreshold: DecimalText.optional(),
  decimaltotal: DecimalText.optional(),
  moneytotal: Money.optional(),
});

export function warehouseItemRoutes(app: SitooApp, account: Account): void {
  const getWarehouse = (c: Context<SitooEnv>) => {
    const warehouse = found(findWarehouse(account, Number(c.req.param("warehouseid"))), "warehouseid");
    if (warehouse.eshopid !== c.var.eshopid) throw new Refused(404, "Unknown warehouseid");
    return warehouse;
  };

  app.get("/warehouses/:warehouseid{[0-9]+}/warehouseitems", (c) => {
    const { warehouseid } = getWarehouse(c);
    const query = readQuery(c, ItemQuery);
    freeExpired(account);
    const { oddSkus } = account.quirks.get();
    return c.json(
      listPage<Level>(account.state, query, {
        read: "*",
        from: "warehouse_item",
        filters: [
          ["warehouseid = ?", warehouseid],
          ["sku in (select value from json_each(?))", listOf(query.sku)],
          ["datelastmodified >= ?", query.datelastmodifiedfrom],
          ["datelastmodified < ?", query.datelastmodifiedto],
        ],
        order: "warehouseitemid",
        toItem: (level) => (oddSkus.includes(level.sku) ? { ...toWarehouseItem(level), decimaltotal: "many" } : toWarehouseItem(level)),
      }),
    );
  });

  app.put("/warehouses/:warehouseid{[0-9]+}/warehouseitems", (c) => {
    const warehouse = getWarehouse(c);
    return answerBatch(c, account, ItemChanges, ({ sku, binlocation, decimalthreshold, decimaltotal, moneytotal }) => {
      demand(findProductBySku(account, warehouse.eshopid, sku) !== null, `Unknown sku ${sku}`);
      demand(isVirtual(warehouse) || (decimaltotal ?? moneytotal) === undefined, "decimaltotal is read only in this warehouse");
      const level = touchLevel(account, warehouse.warehouseid, sku);
      account.state.run(
        "update warehouse_item set binlocation = ?, threshold = ?, total = ?, value = ?, datelastmodified = ? where warehouseitemid = ?",
        binlocation === undefined ? level.binlocation : binlocation,
        decimalthreshold === undefined ? level.threshold : thousandths(decimalthreshold),
        decimaltotal === undefined ? level.total : thousandths(decimaltotal),
        moneytotal === undefined ? level.value : hundredths(moneytotal),
        account.clock.now(),
        level.warehouseitemid,
      );
      return level.warehouseitemid;
    });
  });
}
