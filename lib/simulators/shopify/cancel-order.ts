import { toAmount, toMinor } from "@/lib/domain/money";

import { release } from "./commitments";
import { isOpen, listFulfilmentOrderLines, listFulfilmentOrders } from "./fulfilment-source";
import { addTransaction, listLines, listTransactions, type Order, saveOrder } from "./orders";
import type { UserError } from "./refusal";
import type { Shop } from "./shop";

export type Cancellation = { reason: string; restock: boolean; refund: boolean };

/** The whole order, for good: frees what it holds, pays back what was paid. */
export function cancelOrder(shop: Shop, order: Order, { reason, restock, refund }: Cancellation): UserError[] {
  const { state, clock, webhooks } = shop;
  const refused = (message: string): UserError[] => [{ code: "INVALID", field: ["orderId"], message }];
  if (order.cancelled_at !== null) return refused("Cannot cancel an order that has already been canceled");
  if (listLines(shop, order.id).some(({ fulfilled }) => fulfilled > 0)) return refused("Cannot cancel an order that has fulfilled items");

  const now = clock.nowMs();
  for (const row of listFulfilmentOrders(shop, order.id)) {
    for (const line of listFulfilmentOrderLines(shop, row.id)) {
      if (isOpen(row)) release(shop, line, row.location, line.remaining, restock);
      state.run("update fulfilment_order_line set remaining = 0 where id = ?", line.id);
    }
    state.run("update fulfilment_order set status = 'CANCELLED', updated_at = ? where id = ?", now, row.id);
    webhooks.fulfilmentOrderChanged("fulfillment_orders/cancelled", row.id);
  }
  state.run("update order_line set current = 0 where order_id = ?", order.id);
  const financial = settle(shop, order, refund);
  saveOrder(shop, { ...order, cancelled_at: now, financial, doc: { ...order.doc, cancelReason: reason } }, "orders/cancelled");
  return [];
}

/** Refunds what was received; an authorisation or a pending payment is void. */
function settle(shop: Shop, order: Order, refund: boolean): string {
  const payments = listTransactions(shop, order.id).filter(({ status }) => status === "SUCCESS");
  const { currency } = order.doc;
  const sumOf = (...kinds: string[]) =>
    payments.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum + toMinor(amount, currency), 0);
  const received = sumOf("SALE", "CAPTURE") - sumOf("REFUND");
  const paid = payments.find(({ kind }) => kind === "SALE" || kind === "CAPTURE");
  if (!paid || received === 0) return order.financial === "REFUNDED" ? "REFUNDED" : "VOIDED";
  if (!refund) return order.financial;
  addTransaction(shop, {
    order_id: order.id,
    kind: "REFUND",
    status: "SUCCESS",
    gateway: paid.gateway,
    amount: toAmount(received, currency),
    parent_id: paid.id,
  });
  return "REFUNDED";
}
