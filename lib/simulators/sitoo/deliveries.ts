import { z } from "zod";

import type { Account } from "./account";
import { countsStock } from "./order-items";
import { logOrder, logType } from "./order-log";
import { orderState, type StoredOrder } from "./order-shape";
import { deliveredOf, reserveAnew } from "./orders";
import { findWarehouse, type Warehouse } from "./places";
import { demand } from "./refused";
import { thousandths } from "./scalars";
import { movement, recordTransaction } from "./transactions";

export const NewDelivery = z.object({
  warehouseid: z.int().optional(),
  orderdeliveryref: z.string().default(""),
  orderdeliveryitems: z.array(z.object({ orderitemid: z.int(), quantity: z.int() })).min(1),
});

type Row = { orderdeliveryid: number; orderid: number; warehouseid: number; datedelivery: number; doc: string };

export function listDeliveries({ state }: Account, orderid: number): object[] {
  const rows = state.many<Row>("select * from order_delivery where orderid = ? order by orderdeliveryid", orderid);
  return rows.map(({ orderdeliveryid, warehouseid, datedelivery, doc }) => {
    const { orderdeliveryitems, ...stored } = JSON.parse(doc);
    const items = orderdeliveryitems.map((item: object, orderdeliveryitemid: number) => ({
      orderdeliveryitemid,
      orderdeliveryid,
      ...item,
    }));
    return { orderdeliveryid, orderid, warehouseid, datedelivery, datecancelled: null, ...stored, orderdeliveryitems: items };
  });
}

/** Open quantity of each row, by orderitemid; negative on refunds. */
export function openQuantities(account: Account, order: StoredOrder): { orderitemid: number; quantity: number }[] {
  const delivered = deliveredOf(account, order.orderid);
  return order.doc.orderitems
    .map(({ orderitemid, quantity }) => ({ orderitemid, quantity: quantity - (delivered.get(orderitemid) ?? 0) }))
    .filter(({ quantity }) => quantity !== 0);
}

/** Stock leaves here and nowhere else: one type 30 transaction per warehouse, type 40 for rows that come back. */
export function deliver(account: Account, order: StoredOrder, body: z.infer<typeof NewDelivery>, ignoreStock: boolean): number {
  const { orderid, eshopid, doc } = order;
  demand(order.orderstateid !== orderState.cancelled, "The order is cancelled");
  const warehouse = findWarehouse(account, body.warehouseid ?? order.warehouseid ?? 0);
  demand(warehouse !== null, "Unknown warehouseid");

  const left = new Map(openQuantities(account, order).map(({ orderitemid, quantity }) => [orderitemid, quantity]));
  for (const { orderitemid, quantity } of body.orderdeliveryitems) {
    const open = left.get(orderitemid) ?? 0;
    demand(
      quantity !== 0 && Math.sign(quantity) === Math.sign(open) && Math.abs(quantity) <= Math.abs(open),
      "More than is left to deliver",
    );
    left.set(orderitemid, open - quantity);
  }
  const { orderdeliveryref, orderdeliveryitems } = body;
  const { id: orderdeliveryid } = account.state.run(
    "insert into order_delivery (orderid, warehouseid, datedelivery, doc) values (?, ?, ?, ?)",
    orderid,
    warehouse.warehouseid,
    account.clock.now(),
    JSON.stringify({ orderdeliveryref, pluginname: "", orderdeliveryitems }),
  );
  logOrder(account, orderid, { orderlogtypeid: logType.delivered, fvalue: String(orderdeliveryid) });
  reserveAnew(account, order);
  account.events.raise(
    "order-delivery",
    {
      eshop_id: eshopid,
      order_id: orderid,
      order_delivery_id: orderdeliveryid,
      warehouse_id: warehouse.warehouseid,
      order_delivery_event_type: "add",
      order_delivery_state_changed: "delivered",
    },
    warehouse.warehouseid,
  );
  if (!ignoreStock && doc.additionaldata["delivery-ignore-stock"] !== "true") moveStock(account, order, orderdeliveryid, warehouse, body);
  return orderdeliveryid;
}

function moveStock(
  account: Account,
  order: StoredOrder,
  orderdeliveryid: number,
  from: Warehouse,
  body: z.infer<typeof NewDelivery>,
): void {
  const moves = body.orderdeliveryitems.flatMap(({ orderitemid, quantity }) => {
    const item = order.doc.orderitems[orderitemid];
    if (!item || !countsStock(account, order.eshopid, item)) return [];
    const back = quantity < 0 ? Number(item.additionaldata["return-warehouseid"] ?? 0) : 0;
    const warehouse = findWarehouse(account, back) ?? from;
    const transactiontype = quantity > 0 ? movement.sale : movement.refund;
    return [
      {
        key: `${warehouse.warehouseid} ${transactiontype}`,
        warehouse,
        transactiontype,
        sku: item.sku,
        quantity: -quantity * thousandths(item.decimalunitquantity),
      },
    ];
  });
  for (const group of Map.groupBy(moves, ({ key }) => key).values()) {
    const [{ warehouse, transactiontype } = { warehouse: from, transactiontype: movement.sale }] = group;
    recordTransaction(account, {
      warehouse,
      transactiontype,
      items: group.map(({ sku, quantity }) => ({ sku, quantity })),
      orderdeliveryid,
    });
  }
}
