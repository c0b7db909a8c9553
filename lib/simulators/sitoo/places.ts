import type { Context } from "hono";
import { Hono } from "hono";
import { z } from "zod";

import type { Account, SitooApp, SitooEnv } from "./account";
import { answerOne } from "./batch";
import { listPage, Paging, readQuery } from "./listing";
import { demand, found } from "./refused";

export const StoreBody = z.looseObject({
  storetype: z.int().pipe(z.literal([10, 20, 30, 40, 50])),
  name: z.string(),
  externalid: z.string().nullish(),
});
export const WarehouseBody = z.looseObject({
  usetype: z.int(),
  currencycode: z.string().length(3),
  name: z.string(),
  warehousetype: z.literal([10, 20]).default(10),
  storeid: z.int().nullable().default(null),
  sellable: z.boolean().default(true),
});

export type Warehouse = { warehouseid: number; eshopid: number; warehousetype: number; storeid: number | null; doc: string };
export type Register = {
  registerid: string;
  eshopid: number;
  warehouseid: number;
  registerkey: string | null;
  receipts: number;
  doc: string;
};
export type Store = { storeid: number; eshopid: number; externalid: string | null; doc: string };

export const isVirtual = ({ warehousetype }: Warehouse) => warehousetype === 20;

export const findWarehouse = ({ state }: Account, warehouseid: number) =>
  state.one<Warehouse>("select * from warehouse where warehouseid = ?", warehouseid);
export const findRegister = ({ state }: Account, registerid: string) =>
  state.one<Register>("select * from register where registerid = ?", registerid);
export const findStore = ({ state }: Account, storeid: number | null) =>
  storeid === null ? null : state.one<Store>("select * from store where storeid = ?", storeid);

const storeItem = ({ storeid, eshopid, doc }: Store) => ({ storeid, eshopid, ...JSON.parse(doc) });
const warehouseItem = ({ warehouseid, warehousetype, storeid, doc }: Warehouse) => ({
  ...JSON.parse(doc),
  warehouseid,
  warehousetype,
  storeid,
});
const registerItem = ({ registerid, registerkey, warehouseid, doc }: Register) => ({
  ...JSON.parse(doc),
  registerid,
  registerkey,
  warehouseid,
});

export function putStore({ state }: Account, eshopid: number, storeid: number | null, store: z.infer<typeof StoreBody>): number {
  const { storeid: _id, eshopid: _site, ...doc } = store;
  const values = [
    eshopid,
    store.externalid ?? null,
    JSON.stringify({ externalid: null, externalgroupid: null, tags: [], ...doc }),
  ] as const;
  return state.run("insert or replace into store (storeid, eshopid, externalid, doc) values (?, ?, ?, ?)", storeid, ...values).id;
}

export function putWarehouse(account: Account, eshopid: number, warehouseid: number | null, body: z.infer<typeof WarehouseBody>): number {
  const { warehouseid: _id, warehousetype, storeid, ...doc } = body;
  demand(storeid === null || findStore(account, storeid) !== null, "Unknown storeid");
  return account.state.run(
    "insert or replace into warehouse (warehouseid, eshopid, warehousetype, storeid, doc) values (?, ?, ?, ?, ?)",
    warehouseid,
    eshopid,
    warehousetype,
    storeid,
    JSON.stringify({ externalid: null, ...doc }),
  ).id;
}

export function placeRoutes(app: SitooApp, account: Account): void {
  const { state } = account;
  const id = (c: Context, name: string) => Number(c.req.param(name));
  const getStore = (c: Context<SitooEnv>) =>
    found(state.one<Store>("select * from store where storeid = ? and eshopid = ?", id(c, "storeid"), c.var.eshopid), "storeid");
  const getWarehouse = (c: Context<SitooEnv>) =>
    found(
      state.one<Warehouse>("select * from warehouse where warehouseid = ? and eshopid = ?", id(c, "warehouseid"), c.var.eshopid),
      "warehouseid",
    );

  const stores: SitooApp = new Hono<SitooEnv>();
  stores.get("/", (c) => {
    const list = { read: "*", from: "store", filters: [["eshopid = ?", c.var.eshopid]], order: "storeid", toItem: storeItem } as const;
    return c.json(listPage<Store>(state, readQuery(c, Paging), list));
  });
  stores.post("/", (c) => answerOne(c, account, StoreBody, (store) => putStore(account, c.var.eshopid, null, store)));
  stores.get("/:storeid{[0-9]+}", (c) => c.json(storeItem(getStore(c))));
  stores.put("/:storeid{[0-9]+}", (c) =>
    answerOne(c, account, z.looseObject({}), (changes) => {
      const store = getStore(c);
      putStore(account, store.eshopid, store.storeid, StoreBody.parse({ ...storeItem(store), ...changes }));
      return true;
    }),
  );
  app.route("/stores", stores);

  const warehouses: SitooApp = new Hono<SitooEnv>();
  warehouses.get("/", (c) => {
    const filters = [["eshopid = ?", c.var.eshopid]] as const;
    const list = { read: "*", from: "warehouse", filters, order: "warehouseid", toItem: warehouseItem };
    return c.json(listPage<Warehouse>(state, readQuery(c, Paging), list));
  });
  warehouses.post("/", (c) => answerOne(c, account, WarehouseBody, (body) => putWarehouse(account, c.var.eshopid, null, body)));
  warehouses.get("/:warehouseid{[0-9]+}", (c) => c.json(warehouseItem(getWarehouse(c))));
  warehouses.put("/:warehouseid{[0-9]+}", (c) =>
    answerOne(c, account, z.looseObject({}), (changes) => {
      const warehouse = getWarehouse(c);
      putWarehouse(account, warehouse.eshopid, warehouse.warehouseid, WarehouseBody.parse({ ...warehouseItem(warehouse), ...changes }));
      return true;
    }),
  );
  app.route("/warehouses", warehouses);

  const registers: SitooApp = new Hono<SitooEnv>();
  registers.get("/", (c) => {
    const all = c.req.query("includenotregistered") === "true";
    const filters = [
      ["eshopid = ?", c.var.eshopid],
      [all ? "1 = ?" : "registerkey is not null and 1 = ?", 1],
    ] as const;
    const list = { read: "*", from: "register", filters, order: "registerid", toItem: registerItem };
    return c.json(listPage<Register>(state, readQuery(c, Paging), list));
  });
  registers.get("/:registerid", (c) => c.json(registerItem(found(findRegister(account, c.req.param("registerid")), "registerid"))));
  app.route("/cashregisters", registers);
}
