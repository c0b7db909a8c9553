import { Hono } from "hono";
import { z } from "zod";

import { type Account, type SitooApp, type SitooEnv, visibleFrom } from "./account";
import { answerBatch } from "./batch";
import { type Filter, listOf, listPage, Paging, readQuery } from "./listing";
import { findWarehouse, isVirtual, type Warehouse } from "./places";
import { findProductBySku } from "./products";
import { demand, found } from "./refused";
import { CommaList, DecimalText, decimalText, hundredths, IntText, Money, moneyText, thousandths } from "./scalars";
import { moveLevel } from "./stock";

export const movement = { in: 10, out: 20, sale: 30, refund: 40, stocktaking: 50 } as const;

export type Movement = {
  warehouse: Warehouse;
  transactiontype: number;
  items: { sku: string; quantity: number; moneypricein?: string | undefined }[];
  description?: string | undefined;
  externalid?: string | null | undefined;
  reasoncode?: string | null | undefined;
  orderdeliveryid?: number;
};

/** Moves the levels and writes one transaction with its event. A Virtual warehouse only moves its levels: null. */
export function recordTransaction(account: Account, of: Movement): number | null {
  const { warehouse, transactiontype, items } = of;
  const moved = items.map(({ sku, quantity, moneypricein }) => {
    const before = account.state.one<{ value: number }>(
      "select value from warehouse_item where warehouseid = ? and sku = ?",
      warehouse.warehouseid,
      sku,
    );
    const level = moveLevel(account, warehouse.warehouseid, sku, quantity, moneypricein === undefined ? null : hundredths(moneypricein));
    return {
      sku,
      decimalquantity: decimalText(quantity),
      decimaltotal: decimalText(level.total),
      moneypricein: moneypricein ?? "0.00",
      moneytotal: moneyText(level.value),
      moneyvalue: moneyText(level.value - (before?.value ?? 0)),
    };
  });
  if (isVirtual(warehouse)) return null;
  const datecreated = account.clock.now();
  const doc = {
    description: of.description ?? "",
    orderdeliveryid: of.orderdeliveryid ?? null,
    shipmentid: null,
    externalid: of.externalid ?? null,
    reasoncode: of.reasoncode ?? null,
    items: moved,
  };
  const { id } = account.state.run(
    "insert into warehouse_transaction (eshopid, warehouseid, transactiontype, datecreated, visible_ms, doc) values (?, ?, ?, ?, ?, ?)",
    warehouse.eshopid,
    warehouse.warehouseid,
    transactiontype,
    datecreated,
    visibleFrom(
      account,
      items.map(({ sku }) => sku),
    ),
    JSON.stringify(doc),
  );
  account.events.raise(
    "warehouse-transaction",
    { warehouse_id: warehouse.warehouseid, warehouse_transaction_id: id },
    warehouse.warehouseid,
  );
  return id;
}

const NewTransaction = z.object({
  warehouseid: z.int(),
  transactiontype: z.int(),
  description: z.string().optional(),
  externalid: z.string().nullish(),
  reasoncode: z.string().nullish(),
  items: z.array(z.object({ sku: z.string(), decimalquantity: DecimalText, moneypricein: Money.optional() })).min(1),
});

function createTransaction(account: Account, eshopid: number, { warehouseid, items, ...rest }: z.infer<typeof NewTransaction>): number {
  const warehouse = findWarehouse(account, warehouseid);
  demand(warehouse !== null && warehouse.eshopid === eshopid, "Unknown warehouseid");
  demand(!isVirtual(warehouse), "A virtual warehouse takes no transactions");
  demand(rest.transactiontype === movement.in || rest.transactiontype === movement.out, "transactiontype cannot be created");
  for (const { sku, decimalquantity } of items) {
    demand(findProductBySku(account, eshopid, sku) !== null, `Unknown sku ${sku}`);
    const fits = rest.transactiontype === movement.in ? thousandths(decimalquantity) > 0 : thousandths(decimalquantity) < 0;
    demand(fits, "The sign of decimalquantity does not fit transactiontype");
  }
  const moves = items.map(({ sku, decimalquantity, moneypricein }) => ({ sku, quantity: thousandths(decimalquantity), moneypricein }));
  return recordTransaction(account, { ...rest, warehouse, items: moves }) ?? 0;
}

type Row = { warehousetransactionid: number; warehouseid: number; transactiontype: number; datecreated: number; doc: string };
const toItem = ({ warehousetransactionid, warehouseid, transactiontype, datecreated, doc }: Row) => ({
  warehousetransactionid,
  warehouseid,
  datecreated,
  transactiontype,
  ...JSON.parse(doc),
});

const TransactionQuery = Paging.extend({
  warehousetransactionid: CommaList.transform((ids) => ids.map(Number)).optional(),
  warehousetransactionidfrom: IntText.optional(),
  warehousetransactionidto: IntText.optional(),
  datecreatedfrom: IntText.optional(),
  datecreatedto: IntText.optional(),
  warehouseid: IntText.optional(),
  transactiontype: IntText.optional(),
  sort: z.enum(["warehousetransactionid", "-warehousetransactionid"]).default("-warehousetransactionid"),
});

export function transactionRoutes(app: SitooApp, account: Account): void {
  const list = (query: z.infer<typeof TransactionQuery>, eshopid: number, place: Filter) =>
    listPage<Row>(account.state, query, {
      read: "*",
      from: "warehouse_transaction",
      filters: [
        ["eshopid = ?", eshopid],
        ["visible_ms <= ?", account.clock.nowMs()],
        place,
        ["warehousetransactionid in (select value from json_each(?))", listOf(query.warehousetransactionid)],
        ["warehousetransactionid >= ?", query.warehousetransactionidfrom],
        ["warehousetransactionid < ?", query.warehousetransactionidto],
        ["datecreated >= ?", query.datecreatedfrom],
        ["datecreated < ?", query.datecreatedto],
        ["transactiontype = ?", query.transactiontype],
      ],
      order: query.sort.startsWith("-") ? "warehousetransactionid desc" : "warehousetransactionid",
      toItem,
    });

  const all: SitooApp = new Hono<SitooEnv>();
  all.get("/", (c) => {
    const query = readQuery(c, TransactionQuery);
    return c.json(list(query, c.var.eshopid, ["warehouseid = ?", query.warehouseid]));
  });
  all.post("/", (c) => answerBatch(c, account, NewTransaction, (one) => createTransaction(account, c.var.eshopid, one)));
  app.route("/warehousetransactions", all);

  app.get("/warehouses/:warehouseid{[0-9]+}/warehousetransactions", (c) => {
    const { warehouseid } = found(findWarehouse(account, Number(c.req.param("warehouseid"))), "warehouseid");
    return c.json(list(readQuery(c, TransactionQuery), c.var.eshopid, ["warehouseid = ?", warehouseid]));
  });
  app.get("/warehouses/:warehouseid{[0-9]+}/warehousetransactions/:id{[0-9]+}", (c) => {
    const sql = "select * from warehouse_transaction where warehousetransactionid = ? and warehouseid = ? and visible_ms <= ?";
    const row = account.state.one<Row>(sql, Number(c.req.param("id")), Number(c.req.param("warehouseid")), account.clock.nowMs());
    return c.json(toItem(found(row, "warehousetransactionid")));
  });
}
