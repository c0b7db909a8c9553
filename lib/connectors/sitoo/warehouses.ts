import type { WarehouseId } from "@/lib/domain/ids";
import { rateFromPercent } from "@/lib/domain/money";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { listAll } from "./paging";
import { SitooProductGroup, SitooStore, SitooWarehouse, sitooPage } from "./schemas";

const virtual = 20;
const num = 200;

export function warehousesPort(http: Http, site: string): Ports["warehouses"] {
  return {
    async list() {
      const [warehouses, stores] = await Promise.all([
        listAll((start) =>
          http.send(
            "warehouses.list",
            {
              method: "GET",
              path: `${site}/warehouses.json`,
              query: { start, num, fields: "warehouseid,warehousetype,storeid,sellable,currencycode,name" },
            },
            sitooPage(SitooWarehouse),
          ),
        ),
        listAll((start) =>
          http.send(
            "warehouses.list",
            { method: "GET", path: `${site}/stores.json`, query: { start, num, fields: "storeid,name" } },
            sitooPage(SitooStore),
          ),
        ),
      ]);
      const names = new Map(stores.map(({ storeid, name }) => [storeid, name]));

      return warehouses.map(({ warehouseid, warehousetype, storeid, sellable, currencycode, name }) => ({
        id: warehouseid as WarehouseId,
        name,
        storeId: storeid ?? null,
        storeName: names.get(storeid ?? "") ?? null,
        isVirtual: warehousetype === virtual,
        isSellable: sellable ?? true,
        currency: currencycode,
      }));
    },

    async listRates() {
      const groups = await listAll((start) =>
        http.send(
          "warehouses.listRates",
          { method: "GET", path: `${site}/productgroups.json`, query: { start, num, fields: "vatid,value" } },
          sitooPage(SitooProductGroup),
        ),
      );
      return [...new Set(groups.map(({ value }) => rateFromPercent(value)))];
    },
  };
}
