import type { z } from "zod";

import { type Account, visibleFrom } from "./account";
import { orderTotals } from "./order-arithmetic";
import { completeItem, countsStock } from "./order-items";
import { logOrder } from "./order-log";
import { blankTexts, NewOrder, type OrderChanges, type OrderDoc, type OrderRow, orderState, type StoredOrder } from "./order-shape";
import { findWarehouse } from "./places";
import { demand, found } from "./refused";
import { thousandths } from "./scalars";
import { type Reservation, replaceReservations } from "./stock";

export const orderColumns =
  "orderid, eshopid, externalid, creditorderid, orderdate, orderstateid, paymentstateid, ordertypeid, warehouseid, registerid";

/** Whether or not it is readable from outside already. */
export function findStoredOrder({ state }: Account, orderid: number): StoredOrder | null {
  const row = state.one<OrderRow>(`select ${orderColumns} from sale_order where orderid = ?`, orderid);
  const doc = row && state.one<{ doc: string }>("select doc from sale_order_doc where orderid = ?", orderid);
  return doc && { ...row, doc: JSON.parse(doc.doc) };
}

const stateName: Record<number, string> = { 0: "open", 10: "closed", 20: "cancelled" };

export function raiseOrderEvent(account: Account, order: OrderRow, kind: string, stateChanged = false): void {
  const changed = stateChanged ? { order_state_changed: stateName[order.orderstateid] } : {};
  const data = { eshop_id: order.eshopid, order_id: order.orderid, warehouse_id: order.warehouseid, order_event_type: kind, ...changed };
  account.events.raise("order", data, order.warehouseid);
}

/** Delivered so far, by orderitemid. */
export function deliveredOf({ state }: Account, orderid: number): Map<number, number> {
  const rows = state.many<{ item: number; quantity: number }>(
    `select json_extract(one.value, '$.orderitemid') item, sum(json_extract(one.value, '$.quantity')) quantity
     from order_delivery, json_each(order_delivery.doc, '$.orderdeliveryitems') one where orderid = ? group by 1`,
    orderid,
  );
  return new Map(rows.map(({ item, quantity }) => [item, quantity]));
}

/** An open order with a warehouse and a date in the future holds what is not delivered of it; nothing else does. */
export function reserveAnew(account: Account, order: StoredOrder, isNew = false): void {
  const { orderid, warehouseid, doc } = order;
  const until = doc.datereserved ?? 0;
  const holds = order.orderstateid === orderState.open && warehouseid !== null && until > account.clock.now();
  if (!holds && isNew) return;
  const delivered = isNew ? new Map<number, number>() : deliveredOf(account, orderid);
  const next =
    !holds || account.quirks.get().ignoreReservations
      ? []
      : doc.orderitems.flatMap((item): Reservation[] => {
          const open = item.quantity - (delivered.get(item.orderitemid) ?? 0);
          if (open <= 0 || !countsStock(account, order.eshopid, item)) return [];
          const quantity = open * thousandths(item.decimalunitquantity);
          return [{ orderid, orderitemid: item.orderitemid, warehouseid, sku: item.sku, quantity, until }];
        });
  replaceReservations(account, orderid, next);
}

/** What only the till knows of an order. */
export type AtRegister = { registerid: string; receiptid: string; roundoff?: string };

export function createOrder(account: Account, eshopid: number, body: z.input<typeof NewOrder>, register?: AtRegister): StoredOrder {
  const { state, clock } = account;
  const { orderitems, ordertypeid, externalid = null, creditorderid = null, warehouseid = null, ...rest } = NewOrder.parse(body);
  const { orderdate = clock.now(), orderstateid = 0, paymentstateid = 0, payments = [], reservedpayments = [], ...fields } = rest;
  if (externalid !== null)
    demand(state.one("select 1 from sale_order where externalid = ?", externalid) === null, "externalid is already in use");
  demand(warehouseid === null || findWarehouse(account, warehouseid) !== null, "Unknown warehouseid");
  if (creditorderid !== null) demand(findStoredOrder(account, creditorderid) !== null, "Unknown creditorderid");

  const items = orderitems.map((item, at) => completeItem(account, eshopid, item, at));
  const doc: OrderDoc = {
    ...blankTexts,
    userid_staff: null,
    checkouttypename: "",
    deliverytypename: "",
    ...fields,
    currencycode: fields.currencycode ?? account.profile.get().currencycode,
    datereserved: fields.datereserved ?? null,
    additionaldata: fields.additionaldata ?? {},
    ...orderTotals(items, register?.roundoff ?? "0.00"),
    orderitems: items,
    payments,
    reservedpayments,
  };
  const registerid = register?.registerid ?? null;
  const { id: orderid } = state.run(
    `insert into sale_order (eshopid, externalid, creditorderid, receiptid, orderdate, orderstateid, paymentstateid, ordertypeid,
       warehouseid, email, registerid, visible_ms) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    eshopid,
    externalid,
    creditorderid,
    register?.receiptid ?? null,
    orderdate,
    orderstateid,
    paymentstateid,
    ordertypeid,
    warehouseid,
    fields.email ?? "",
    registerid,
    visibleFrom(account),
  );
  state.run("insert into sale_order_doc (orderid, doc) values (?, ?)", orderid, JSON.stringify(doc));
  const order = {
    orderid,
    eshopid,
    externalid,
    creditorderid,
    orderdate,
    orderstateid,
    paymentstateid,
    ordertypeid,
    warehouseid,
    registerid,
    doc,
  };
  logOrder(account, orderid, { orderlogtypeid: 0 });
  reserveAnew(account, order, true);
  raiseOrderEvent(account, order, "add", true);
  return order;
}

const isFinal = (orderstateid: number) => orderstateid === orderState.closed || orderstateid === orderState.cancelled;

export function changeOrder(account: Account, eshopid: number, orderid: number, changes: z.infer<typeof OrderChanges>): true {
  const { state } = account;
  const order = findStoredOrder(account, orderid);
  found(order?.eshopid === eshopid ? order : null, "orderid");
  if (!order) return true;
  const { externalid, orderstateid, paymentstateid, warehouseid, orderitems: _rows, ...fields } = changes;
  const next: StoredOrder = {
    ...order,
    externalid: externalid === undefined ? order.externalid : externalid,
    orderstateid: orderstateid ?? order.orderstateid,
    paymentstateid: paymentstateid ?? order.paymentstateid,
    warehouseid: warehouseid === undefined ? order.warehouseid : warehouseid,
    doc: { ...order.doc, ...(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<OrderDoc>) },
  };
  if (next.externalid !== null && next.externalid !== order.externalid)
    demand(state.one("select 1 from sale_order where externalid = ?", next.externalid) === null, "externalid is already in use");
  demand(next.warehouseid === null || findWarehouse(account, next.warehouseid) !== null, "Unknown warehouseid");
  const stateChanged = next.orderstateid !== order.orderstateid;
  demand(!stateChanged || !isFinal(order.orderstateid), "The order is no longer open");

  state.run(
    "update sale_order set externalid = ?, orderstateid = ?, paymentstateid = ?, warehouseid = ? where orderid = ?",
    next.externalid,
    next.orderstateid,
    next.paymentstateid,
    next.warehouseid,
    orderid,
  );
  state.run("update sale_order_doc set doc = ? where orderid = ?", JSON.stringify(next.doc), orderid);
  reserveAnew(account, next);
  raiseOrderEvent(account, next, "update", stateChanged);
  return true;
}
