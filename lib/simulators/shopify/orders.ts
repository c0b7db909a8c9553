import { idOf, rowOf } from "./ids";
import type { LineDoc, OrderDoc } from "./order-doc";
import { nothing, totalsOf } from "./order-doc";
import type { Shop } from "./shop";

type Row = {
  id: number;
  name: string;
  created_at: number;
  updated_at: number;
  processed_at: number;
  cancelled_at: number | null;
  test: number;
  email: string | null;
  financial: string;
  fulfilment: string;
  source: string | null;
  customer_id: number | null;
  doc: string;
};
export type Order = Omit<Row, "doc"> & { doc: OrderDoc };
type StoredLine = { id: number; order_id: number; variant_id: number | null; quantity: number; current: number; fulfilled: number };
export type LineRow = StoredLine & { doc: string };
export type Line = StoredLine & { doc: LineDoc };
export type TransactionRow = {
  id: number;
  order_id: number;
  kind: string;
  status: string;
  gateway: string;
  amount: string;
  parent_id: number | null;
  processed_at: number;
};

export type OrderRow = Row;
export const readOrder = (row: Row): Order => ({ ...row, doc: JSON.parse(row.doc) as OrderDoc });
export const readLine = (row: LineRow): Line => ({ ...row, doc: JSON.parse(row.doc) as LineDoc });

export function findOrder({ state }: Shop, id: number | null): Order | null {
  const row = id === null ? null : state.one<Row>("select * from sale_order where id = ?", id);
  return row && readOrder(row);
}

/** By gid, number or name. */
export function findOrderNamed(shop: Shop, id: string): Order | null {
  const byName = shop.state.one<Row>("select * from sale_order where name = ?", id);
  return byName ? readOrder(byName) : findOrder(shop, rowOf("Order", id));
}

export const listLines = ({ state }: Shop, orderId: number): Line[] =>
  state.many<LineRow>("select * from order_line where order_id = ? order by id", orderId).map(readLine);

export function findLine({ state }: Shop, id: number): Line | null {
  const row = state.one<LineRow>("select * from order_line where id = ?", id);
  return row && readLine(row);
}

export const listTransactions = ({ state }: Shop, orderId: number): TransactionRow[] =>
  state.many<TransactionRow>("select * from order_transaction where order_id = ? order by id", orderId);

export function addTransaction(
  { state, clock }: Shop,
  { order_id, kind, status, gateway, amount, parent_id }: Omit<TransactionRow, "id" | "processed_at">,
): void {
  state.run(
    "insert into order_transaction (order_id, kind, status, gateway, amount, parent_id, processed_at) values (?, ?, ?, ?, ?, ?, ?)",
    order_id,
    kind,
    status,
    gateway,
    amount,
    parent_id,
    clock.nowMs(),
  );
}

function fulfilmentOf(order: Order, lines: readonly Line[]): string {
  if (order.cancelled_at !== null) return "RESTOCKED";
  const toFulfil = lines.reduce((sum, { current }) => sum + current, 0);
  const fulfilled = lines.reduce((sum, line) => sum + line.fulfilled, 0);
  if (fulfilled === 0) return "UNFULFILLED";
  return fulfilled < toFulfil ? "PARTIALLY_FULFILLED" : "FULFILLED";
}

/** Works out anew what follows from the lines, keeps it and tells who listens. */
export function saveOrder(shop: Shop, order: Order, ...topics: string[]): Order {
  const { state, clock, webhooks } = shop;
  const lines = listLines(shop, order.id);
  const { doc } = order;
  const counted = (now: boolean) => lines.map(({ quantity, current, doc }) => ({ quantity: now ? current : quantity, of: quantity, doc }));
  const saved: Order = {
    ...order,
    updated_at: clock.nowMs(),
    fulfilment: fulfilmentOf(order, lines),
    doc: {
      ...doc,
      totals: totalsOf(doc, counted(false)),
      current: order.cancelled_at === null ? totalsOf(doc, counted(true)) : nothing(doc.currency),
    },
  };
  state.run(
    "update sale_order set updated_at = ?, cancelled_at = ?, financial = ?, fulfilment = ?, doc = ? where id = ?",
    saved.updated_at,
    saved.cancelled_at,
    saved.financial,
    saved.fulfilment,
    JSON.stringify(saved.doc),
    saved.id,
  );
  for (const topic of [...topics, "orders/updated"]) webhooks.orderChanged(topic, saved);
  return saved;
}

/** The order was touched from outside its own fields: a metafield, a tag. */
export function touchOrder(shop: Shop, id: number): void {
  const order = findOrder(shop, id);
  if (!order) return;
  const touched = { ...order, updated_at: shop.clock.nowMs() };
  shop.state.run("update sale_order set updated_at = ? where id = ?", touched.updated_at, id);
  shop.webhooks.orderChanged("orders/updated", touched);
}

export const legacyId = (order: Order): number => idOf("Order", order.id);
