import type { Context } from "hono";
import { Hono } from "hono";
import { z } from "zod";

import type { Account, SitooApp, SitooEnv } from "./account";
import { answerOne } from "./batch";
import { deliver, listDeliveries, NewDelivery } from "./deliveries";
import { Paging, readQuery } from "./listing";
import { listLog, logOrder, logType } from "./order-log";
import { findOrder, listOrders, OrderQuery } from "./order-reading";
import { NewOrder, OrderChanges } from "./order-shape";
import { changeOrder, createOrder, findStoredOrder, raiseOrderEvent } from "./orders";
import { found } from "./refused";

const NewLogItem = z.object({ orderlogtypeid: z.int().pipe(z.literal([900, 910])), comment: z.string().optional() });

export function orderRoutes(app: SitooApp, account: Account): void {
  const orderId = (c: Context) => Number(c.req.param("orderid"));
  const getOrder = (c: Context<SitooEnv>) => {
    const order = found(findStoredOrder(account, orderId(c)), "orderid");
    return found(order.eshopid === c.var.eshopid ? order : null, "orderid");
  };
  const page = (c: Context, items: object[]) => {
    const { start, num } = readQuery(c, Paging);
    return c.json({ totalcount: items.length, items: items.slice(start, start + num) });
  };

  const orders: SitooApp = new Hono<SitooEnv>();
  orders.get("/", (c) => c.json(listOrders(account, readQuery(c, OrderQuery), c.var.eshopid)));
  orders.post("/", async (c) => {
    const body = NewOrder.parse(await c.req.json());
    const order = account.state.transaction(() => createOrder(account, c.var.eshopid, body));
    await account.afterEffect.orderCreated({ id: String(order.orderid), externalId: order.externalid });
    return c.json(order.orderid);
  });
  orders.get("/:orderid{[0-9]+}", (c) => c.json(found(findOrder(account, c.var.eshopid, orderId(c)), "orderid")));
  orders.put("/:orderid{[0-9]+}", (c) =>
    answerOne(c, account, OrderChanges, (body) => changeOrder(account, c.var.eshopid, orderId(c), body)),
  );

  orders.get("/:orderid{[0-9]+}/orderdeliveries", (c) => page(c, listDeliveries(account, getOrder(c).orderid)));
  orders.post("/:orderid{[0-9]+}/orderdeliveries", (c) =>
    answerOne(c, account, NewDelivery, (body) => deliver(account, getOrder(c), body, c.req.query("ignorestock") === "true")),
  );

  orders.get("/:orderid{[0-9]+}/orderlogitems", (c) => page(c, listLog(account, getOrder(c).orderid)));
  orders.post("/:orderid{[0-9]+}/orderlogitems", (c) =>
    answerOne(c, account, NewLogItem, ({ orderlogtypeid, comment = "" }) => {
      const order = getOrder(c);
      logOrder(account, order.orderid, { orderlogtypeid, comment });
      raiseOrderEvent(account, order, orderlogtypeid === logType.readyForPickup ? "ready-for-pickup" : "pickup-rejected");
      return true;
    }),
  );
  app.route("/orders", orders);
}
