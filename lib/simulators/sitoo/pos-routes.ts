import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { z } from "zod";

import { parsed } from "../control";
import type { Account } from "./account";
import { setLevel } from "./control-products";
import { logOrder, logType } from "./order-log";
import { changeOrder, findStoredOrder, raiseOrderEvent } from "./orders";
import { findWarehouse } from "./places";
import { findTill, handOver, Refund, refund, Sale, sell } from "./pos";
import { found } from "./refused";
import { DecimalText, Money, thousandths } from "./scalars";
import { touchLevel } from "./stock";
import { movement, recordTransaction } from "./transactions";
import { CloseRegister, closeRegister } from "./z-reports";

const Quantity = z.union([z.number().transform((quantity) => Math.round(quantity * 1000)), DecimalText.transform(thousandths)]);
const Goods = z.object({
  warehouseid: z.int(),
  lines: z.array(z.object({ sku: z.string(), quantity: Quantity, moneypricein: Money.optional() })).min(1),
  reasoncode: z.string().nullish(),
  externalid: z.string().nullish(),
});
const OrderRef = z.object({ orderid: z.int() });

/** What people do at a till or in a stock room. */
export function posRoutes(app: Hono<{ Bindings: HttpBindings }>, account: Account): void {
  const { state } = account;
  /** One transaction per act, so that its events leave together. */
  const act = <T>(path: string, schema: z.ZodType<T>, work: (body: T) => unknown) =>
    app.post(path, async (c) => {
      const body = await parsed(c, schema);
      return c.json(state.transaction(() => work(body)) as object);
    });

  act("/sell", Sale, (sale) => {
    if (!sale.offline) return sell(account, sale);
    const till = findTill(account, sale);
    const kept = { ...sale, offline: false, registerid: till.registerid, orderdate: sale.orderdate ?? account.clock.now() };
    state.run("insert into offline_sale (registerid, doc) values (?, ?)", till.registerid, JSON.stringify(kept));
    return { offline: true };
  });
  act("/upload", z.object({ registerid: z.string().optional() }), ({ registerid }) => {
    const rows = state.many<{ id: number; registerid: string; doc: string }>("select * from offline_sale order by id");
    const mine = rows.filter((row) => registerid === undefined || row.registerid === registerid);
    return mine.map(({ id, doc }) => {
      state.run("delete from offline_sale where id = ?", id);
      return sell(account, Sale.parse(JSON.parse(doc)));
    });
  });
  act("/refund", Refund, (body) => refund(account, body));
  act("/exchange", z.object({ refund: Refund, sale: Sale }), ({ refund: back, sale }) => {
    const refunded = refund(account, { ...back, paymentname: "Exchange" });
    const links = { "pos-refund-orderid": String(refunded.orderid), "pos-refund-receiptid": refunded.receiptid };
    const sold = sell(account, { ...sale, order: { ...sale.order, additionaldata: links } });
    const order = found(findStoredOrder(account, refunded.orderid), "orderid");
    const additionaldata = { ...order.doc.additionaldata, "pos-refundsales-orderid": String(sold.orderid) };
    const payments = order.doc.payments.map((payment) => ({ ...payment, additionaldata: { "virtual-payment": "true" } }));
    changeOrder(account, order.eshopid, order.orderid, { additionaldata, payments });
    return { refunded, sold };
  });

  const move = ({ warehouseid, lines, ...rest }: z.infer<typeof Goods>, typeOf: (quantity: number) => number) => {
    const warehouse = found(findWarehouse(account, warehouseid), "warehouseid");
    const groups = Map.groupBy(lines, ({ quantity }) => typeOf(quantity));
    return [...groups].map(([transactiontype, items]) => recordTransaction(account, { ...rest, warehouse, transactiontype, items }));
  };
  act("/receive", Goods, (goods) => move(goods, () => movement.in));
  act("/adjust", Goods, (goods) => move(goods, (quantity) => (quantity < 0 ? movement.out : movement.in)));
  act("/count", Goods, ({ warehouseid, lines, ...rest }) => {
    const differing = lines.map(({ sku, quantity }) => ({ sku, quantity: quantity - touchLevel(account, warehouseid, sku).total }));
    return move({ warehouseid, lines: differing, ...rest }, () => movement.stocktaking);
  });
  act("/corrupt-level", z.object({ warehouseid: z.int(), sku: z.string(), quantity: Quantity }), ({ warehouseid, sku, quantity }) => {
    found(findWarehouse(account, warehouseid), "warehouseid");
    setLevel(account, warehouseid, sku, quantity);
    return true;
  });

  const log =
    (orderlogtypeid: number, kind: string) =>
    ({ orderid }: z.infer<typeof OrderRef>) => {
      const order = found(findStoredOrder(account, orderid), "orderid");
      logOrder(account, orderid, { orderlogtypeid });
      raiseOrderEvent(account, order, kind);
      return true;
    };
  act("/mark-ready", OrderRef, log(logType.readyForPickup, "ready-for-pickup"));
  act("/reject-pickup", OrderRef, log(logType.pickupRejected, "pickup-rejected"));
  act("/hand-over", OrderRef, ({ orderid }) => handOver(account, orderid));
  act("/cancel-order", OrderRef, ({ orderid }) => {
    const { eshopid } = found(findStoredOrder(account, orderid), "orderid");
    return changeOrder(account, eshopid, orderid, { orderstateid: 20 });
  });
  act("/close-register", CloseRegister, (body) => closeRegister(account, body));
}
