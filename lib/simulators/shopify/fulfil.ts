import { handOver } from "./commitments";
import {
  type FulfilmentDoc,
  type FulfilmentOrderLineRow,
  type FulfilmentOrderRow,
  findFulfilmentOrder,
  isOpen,
  listFulfilmentOrderLines,
  listFulfilments,
} from "./fulfilment-source";
import { rowOf } from "./ids";
import { findLine, findOrder, saveOrder } from "./orders";
import type { UserError } from "./refusal";
import type { Shop } from "./shop";

type LineInput = { id: string; quantity: number };
export type FulfillmentInput = {
  lineItemsByFulfillmentOrder: { fulfillmentOrderId: string; fulfillmentOrderLineItems?: LineInput[] | null }[];
  trackingInfo?: {
    company?: string | null;
    number?: string | null;
    numbers?: string[] | null;
    url?: string | null;
    urls?: string[] | null;
  } | null;
};
type Taken = { row: FulfilmentOrderRow; lines: { line: FulfilmentOrderLineRow; quantity: number }[] };

const refused = (message: string): UserError[] => [{ field: ["fulfillment"], message }];

function takeFrom(shop: Shop, { fulfillmentOrderId, fulfillmentOrderLineItems }: FulfillmentInput["lineItemsByFulfillmentOrder"][number]) {
  const row = findFulfilmentOrder(shop, rowOf("FulfillmentOrder", fulfillmentOrderId));
  if (!row) return refused("Fulfillment order does not exist.");
  if (!isOpen(row)) return refused(`Fulfillment order ${fulfillmentOrderId} has an unfulfillable status= ${row.status.toLowerCase()}.`);
  const all = listFulfilmentOrderLines(shop, row.id);
  if (!fulfillmentOrderLineItems?.length)
    return { row, lines: all.filter(({ remaining }) => remaining > 0).map((line) => ({ line, quantity: line.remaining })) };
  const lines: Taken["lines"] = [];
  for (const { id, quantity } of fulfillmentOrderLineItems) {
    const line = all.find((known) => known.id === rowOf("FulfillmentOrderLineItem", id));
    if (!line || quantity < 1 || quantity > line.remaining) return refused("Invalid fulfillment order line item quantity requested.");
    lines.push({ line, quantity });
  }
  return { row, lines };
}

/** One parcel or hand-over: of one order and one location, all or nothing. */
export function fulfil(shop: Shop, input: FulfillmentInput): { fulfilment: number | null; userErrors: UserError[] } {
  const taken: Taken[] = [];
  for (const group of input.lineItemsByFulfillmentOrder) {
    const part = takeFrom(shop, group);
    if (Array.isArray(part)) return { fulfilment: null, userErrors: part };
    taken.push(part);
  }
  const [first] = taken;
  if (!first || taken.every(({ lines }) => lines.length === 0))
    return { fulfilment: null, userErrors: refused("There are no line items to fulfill.") };
  if (taken.some(({ row }) => row.order_id !== first.row.order_id))
    return { fulfilment: null, userErrors: refused("All fulfillment orders must belong to the same order.") };
  if (taken.some(({ row }) => row.location !== first.row.location))
    return { fulfilment: null, userErrors: refused("All fulfillment orders must be assigned to the same location.") };
  return { fulfilment: carryOut(shop, taken, first.row, input.trackingInfo), userErrors: [] };
}

function carryOut(
  shop: Shop,
  taken: Taken[],
  { order_id, location, method }: FulfilmentOrderRow,
  tracking: FulfillmentInput["trackingInfo"],
) {
  const { state, clock, webhooks } = shop;
  const now = clock.nowMs();
  const order = findOrder(shop, order_id);
  if (!order) throw new Error(`There is no order ${order_id}`);
  const number = tracking?.number ?? tracking?.numbers?.[0] ?? null;
  const doc: FulfilmentDoc = {
    name: `${order.name}.${listFulfilments(shop, order_id).length + 1}`,
    displayStatus: method === "PICK_UP" ? "PICKED_UP" : "FULFILLED",
    tracking: tracking ? [{ company: tracking.company ?? null, number, url: tracking.url ?? tracking.urls?.[0] ?? null }] : [],
    fulfilmentOrders: taken.map(({ row }) => row.id),
  };
  const insert = "insert into fulfilment (order_id, location, created_at, doc) values (?, ?, ?, ?)";
  const { id } = state.run(insert, order_id, location, now, JSON.stringify(doc));
  for (const { row, lines } of taken) {
    for (const { line, quantity } of lines) {
      state.run("update fulfilment_order_line set remaining = remaining - ? where id = ?", quantity, line.id);
      state.run("update order_line set fulfilled = fulfilled + ? where id = ?", quantity, line.line_id);
      state.run("insert into fulfilment_line (fulfilment_id, line_id, quantity) values (?, ?, ?)", id, line.line_id, quantity);
      handOver(shop, findLine(shop, line.line_id)?.variant_id ?? null, location, quantity);
    }
    const isDone = listFulfilmentOrderLines(shop, row.id).every(({ remaining }) => remaining === 0);
    state.run("update fulfilment_order set status = ?, updated_at = ? where id = ?", isDone ? "CLOSED" : "IN_PROGRESS", now, row.id);
  }
  const saved = saveOrder(shop, order);
  webhooks.fulfilmentChanged("fulfillments/create", id);
  webhooks.orderChanged(saved.fulfilment === "FULFILLED" ? "orders/fulfilled" : "orders/partially_fulfilled", saved);
  return id;
}

type Prepared = { lineItemsByFulfillmentOrder: { fulfillmentOrderId: string }[] };

/** Marks all lines of pick-up orders as ready at the counter; the shopper is told each time. */
export function prepareForPickup(shop: Shop, { lineItemsByFulfillmentOrder }: Prepared): UserError[] {
  const { state, clock, webhooks } = shop;
  const rows = lineItemsByFulfillmentOrder.map(({ fulfillmentOrderId }) =>
    findFulfilmentOrder(shop, rowOf("FulfillmentOrder", fulfillmentOrderId)),
  );
  const errors = rows.flatMap((row, at): UserError[] => {
    const field = ["input", "lineItemsByFulfillmentOrder", String(at), "fulfillmentOrderId"];
    if (row?.method !== "PICK_UP")
      return [{ code: "FULFILLMENT_ORDER_INVALID", field, message: "Fulfillment order is not valid for pickup." }];
    if (!isOpen(row) || row.prepared_at !== null)
      return [
        {
          code: "NO_LINE_ITEMS_TO_PREPARE_FOR_FULFILLMENT_ORDER",
          field,
          message: "There are no line items to prepare for this fulfillment order.",
        },
      ];
    return [];
  });
  if (errors.length > 0) return errors;
  for (const row of rows) {
    if (!row) continue;
    const now = clock.nowMs();
    state.run("update fulfilment_order set status = 'IN_PROGRESS', prepared_at = ?, updated_at = ? where id = ?", now, now, row.id);
    webhooks.fulfilmentOrderChanged("fulfillment_orders/line_items_prepared_for_pickup", row.id);
  }
  return [];
}
