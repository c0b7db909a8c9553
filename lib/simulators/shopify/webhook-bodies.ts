import type { ProductRow } from "./catalogue";
import type { FulfilmentDoc, FulfilmentRow } from "./fulfilment-source";
import { gid, idOf } from "./ids";
import type { Order } from "./orders";

const time = (ms: number) => new Date(ms).toISOString().replace(/\.\d+Z$/, "+00:00");
const timeOrNull = (ms: number | null) => (ms === null ? null : time(ms));

/** The head of an order, without its lines. */
export const orderBody = (order: Order): Record<string, unknown> => ({
  id: idOf("Order", order.id),
  admin_graphql_api_id: gid("Order", order.id),
  name: order.name,
  email: order.email,
  created_at: time(order.created_at),
  updated_at: time(order.updated_at),
  processed_at: time(order.processed_at),
  cancelled_at: timeOrNull(order.cancelled_at),
  cancel_reason: order.doc.cancelReason?.toLowerCase() ?? null,
  currency: order.doc.currency,
  taxes_included: order.doc.taxesIncluded,
  total_price: order.doc.totals.total,
  total_tax: order.doc.totals.tax,
  current_total_price: order.doc.current.total,
  financial_status: order.financial.toLowerCase(),
  fulfillment_status: order.fulfilment === "UNFULFILLED" ? null : order.fulfilment.toLowerCase().replace("partially_fulfilled", "partial"),
  source_name: order.source,
  test: order.test === 1,
});

export const orderEditBody = (order: Order, additions: readonly object[], removals: readonly object[]): Record<string, unknown> => ({
  order_edit: {
    id: idOf("Order", order.id),
    order_id: idOf("Order", order.id),
    created_at: time(order.updated_at),
    committed_at: time(order.updated_at),
    notify_customer: false,
    line_items: { additions, removals },
  },
});

export const productBody = (product: ProductRow): Record<string, unknown> => ({
  id: idOf("Product", product.id),
  admin_graphql_api_id: gid("Product", product.id),
  title: product.title,
  handle: product.handle,
  status: product.status.toLowerCase(),
  created_at: time(product.created_at),
  updated_at: time(product.updated_at),
});

export function fulfilmentBody(row: FulfilmentRow): Record<string, unknown> {
  const { name, tracking } = JSON.parse(row.doc) as FulfilmentDoc;
  return {
    id: idOf("Fulfillment", row.id),
    admin_graphql_api_id: gid("Fulfillment", row.id),
    order_id: idOf("Order", row.order_id),
    name,
    status: "success",
    location_id: row.location,
    tracking_company: tracking[0]?.company ?? null,
    tracking_number: tracking[0]?.number ?? null,
    created_at: time(row.created_at),
    updated_at: time(row.created_at),
  };
}
