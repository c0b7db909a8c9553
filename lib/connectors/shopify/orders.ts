import { z } from "zod";

import type { ShopOrderId } from "@/lib/domain/ids";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { translate } from "../translate";
import { Gid, gid } from "./gid";
import { ask, connection, listFurther, nextOf } from "./graphql";
import { findOrder, listFulfilmentLines, listFulfilmentOrders, listOrderLines, listOrdersSince, listTransactions } from "./order-documents";
import { FulfilmentLineNode, FulfilmentOrderNode, LineNode, OrderNode, TransactionNode } from "./order-schemas";
import { toShopOrder } from "./to-shop-order";

const OrderHeads = z.object({ orders: connection(z.object({ id: Gid, name: z.string(), updatedAt: z.string() })) });
const whole = 15;
/** A thousand lines cost more points than the smallest plan's bucket holds: their pages may stand in line. */
const pagePatienceMs = 30_000;

export function ordersPort(http: Http): Ports["orders"] {
  return {
    async listSince(since, page) {
      const { orders } = await ask(http, listOrdersSince, { filter: `updated_at:>='${since}'`, cursor: page }, OrderHeads);
      return {
        items: orders.nodes.map(({ id, name, updatedAt }) => ({ id: id as ShopOrderId, name, version: updatedAt })),
        next: nextOf(orders.pageInfo),
      };
    },

    async find(id) {
      const order = (await ask(http, findOrder, { id: gid("Order", id) }, z.object({ order: OrderNode.nullable() }))).order;
      if (order === null) return null;
      if (order.shippingLines.pageInfo.hasNextPage)
        throw http.fail(findOrder.name, { kind: "odd-answer", at: "order.shippingLines: more than five" });
      const [lines, fulfilments, transactions] = await Promise.all([
        wholeLines(http, order),
        wholeFulfilments(http, order),
        wholeTransactions(http, order),
      ]);
      return translate(http, findOrder.name, () => toShopOrder(order, lines, fulfilments, transactions));
    },
  };
}

async function wholeLines(http: Http, order: OrderNode): Promise<LineNode[]> {
  const Answer = z.object({ order: z.object({ updatedAt: z.string(), lineItems: connection(LineNode) }) });
  const further = await listFurther(nextOf(order.lineItems.pageInfo), async (cursor) => {
    const page = (await ask(http, listOrderLines, { id: gid("Order", order.id), cursor }, Answer, pagePatienceMs)).order;
    unchanged(http, order, page.updatedAt);
    return page.lineItems;
  });
  return [...order.lineItems.nodes, ...further];
}

async function wholeFulfilments(http: Http, order: OrderNode): Promise<FulfilmentOrderNode[]> {
  const Answer = z.object({ order: z.object({ updatedAt: z.string(), fulfillmentOrders: connection(FulfilmentOrderNode) }) });
  const further = await listFurther(nextOf(order.fulfillmentOrders.pageInfo), async (cursor) => {
    const page = (await ask(http, listFulfilmentOrders, { id: gid("Order", order.id), cursor }, Answer, pagePatienceMs)).order;
    unchanged(http, order, page.updatedAt);
    return page.fulfillmentOrders;
  });
  return Promise.all([...order.fulfillmentOrders.nodes, ...further].map((fulfilment) => withAllLines(http, fulfilment)));
}

async function withAllLines(http: Http, fulfilment: FulfilmentOrderNode): Promise<FulfilmentOrderNode> {
  const Answer = z.object({ fulfillmentOrder: z.object({ lineItems: connection(FulfilmentLineNode) }) });
  const { nodes, pageInfo } = fulfilment.lineItems;
  const further = await listFurther(
    nextOf(pageInfo),
    async (cursor) =>
      (await ask(http, listFulfilmentLines, { id: fulfilment.id, cursor }, Answer, pagePatienceMs)).fulfillmentOrder.lineItems,
  );
  return { ...fulfilment, lineItems: { nodes: [...nodes, ...further], pageInfo } };
}

async function wholeTransactions(http: Http, { id, transactions }: OrderNode): Promise<TransactionNode[]> {
  if (transactions.length < whole) return transactions;
  return (
    await ask(
      http,
      listTransactions,
      { id: gid("Order", id) },
      z.object({ order: z.object({ transactions: z.array(TransactionNode) }) }),
      pagePatienceMs,
    )
  ).order.transactions;
}

/** Pages of two versions must not become one order. */
function unchanged(http: Http, order: OrderNode, updatedAt: string) {
  if (updatedAt !== order.updatedAt)
    throw http.fail(findOrder.name, { kind: "conflict", reason: `${order.name} changed while it was read` });
}
