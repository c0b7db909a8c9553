import { z } from "zod";

import type { Account } from "./account";
import { type Filter, listPage, type Page, Paging } from "./listing";
import { listLog } from "./order-log";
import type { OrderDoc, OrderItem, OrderRow } from "./order-shape";
import { orderColumns } from "./orders";
import { IntText } from "./scalars";

/** externalid, addresses, creditorderid and the log are not among them: a client that wants them names them. */
export const defaultFields = (
  "orderid,email,namefirst,namelast,company,moneyfinal_net,moneyfinal_vat,moneytotal_gross_roundoff,moneytotal_gross_all," +
  "checkouttypename,deliverytypename,orderdate,orderstateid,paymentstateid,ordertypeid,registerid,warehouseid,datereserved,orderitems," +
  "payments,eshopid,currencycode,additionaldata"
).split(",");

export const OrderQuery = Paging.extend({
  eshopid: IntText.optional(),
  externalid: z.string().optional(),
  orderid: IntText.optional(),
  receiptid: z.string().optional(),
  creditorderid: IntText.optional(),
  orderidfrom: IntText.optional(),
  orderidto: IntText.optional(),
  orderdatefrom: IntText.optional(),
  orderdateto: IntText.optional(),
  orderstate: IntText.optional(),
  paymentstate: IntText.optional(),
  ordertype: IntText.optional(),
  warehouseid: IntText.optional(),
  email: z.string().optional(),
  sort: z.enum(["orderid", "-orderid"]).default("-orderid"),
});

type ReadRow = OrderRow & { doc: string };

/** Row price and discount are write only: the discount is read back from additionaldata, the price from the figures per unit. */
const toItem = ({ moneyrowprice: _price, moneyrowdiscount: _discount, ...item }: OrderItem) => item;

function toOrder(account: Account, { doc, ...row }: ReadRow, withLog: boolean): object {
  const { orderitems, ...order }: OrderDoc = JSON.parse(doc);
  return { ...row, ...order, orderitems: orderitems.map(toItem), ...(withLog ? { orderlogitems: listLog(account, row.orderid) } : {}) };
}

const joined = " join sale_order_doc using (orderid)";

export function listOrders(account: Account, query: z.infer<typeof OrderQuery>, eshopid: number | undefined): Page {
  const byReference = query.receiptid !== undefined || query.creditorderid !== undefined;
  const filters: Filter[] = [
    ["visible_ms <= ?", account.clock.nowMs()],
    ["eshopid = ?", eshopid],
    ["externalid = ?", query.externalid],
    ["orderid = ?", byReference ? undefined : query.orderid],
    ["receiptid = ?", query.receiptid],
    ["creditorderid = ?", query.creditorderid],
    ["orderid >= ?", query.orderidfrom],
    ["orderid < ?", query.orderidto],
    ["orderdate >= ?", query.orderdatefrom],
    ["orderdate < ?", query.orderdateto],
    ["orderstateid = ?", query.orderstate],
    ["paymentstateid = ?", query.paymentstate],
    ["ordertypeid = ?", query.ordertype],
    ["warehouseid = ?", query.warehouseid],
    ["email = ?", query.email],
  ];
  return listPage<ReadRow>(account.state, query, {
    read: `${orderColumns}, doc`,
    from: "sale_order",
    joined,
    filters,
    order: query.sort === "orderid" ? "orderid" : "orderid desc",
    toItem: (row) => toOrder(account, row, query.fields?.includes("orderlogitems") ?? false),
    subset: defaultFields,
  });
}

export function findOrder(account: Account, eshopid: number, orderid: number): object | null {
  const sql = `select ${orderColumns}, doc from sale_order${joined} where orderid = ? and eshopid = ? and visible_ms <= ?`;
  const row = account.state.one<ReadRow>(sql, orderid, eshopid, account.clock.nowMs());
  return row && toOrder(account, row, true);
}

/** Every order as the API would show it with all fields, readable already or not. */
export function* everyOrder(account: Account): Generator<object> {
  const size = 500;
  for (let after = 0; ; ) {
    const sql = `select ${orderColumns}, doc from sale_order${joined} where orderid > ? order by orderid limit ${size}`;
    const rows = account.state.many<ReadRow>(sql, after);
    for (const row of rows) yield toOrder(account, row, true);
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    after = last.orderid;
  }
}
