import type { ListArgs } from "./catalogue";
import { idOf } from "./ids";
import { orderSource } from "./order-source";
import { type OrderRow, readOrder } from "./orders";
import { connection } from "./paging";
import { mayRead } from "./schema";
import { type Columns, searchSql } from "./search";
import type { Caller } from "./shop";

const sixtyDays = 60 * 86_400_000;
const columns: Columns = {
  id: { sql: `(sale_order.id + ${idOf("Order", 0)})`, kind: "number" },
  name: { sql: "lower(sale_order.name)", kind: "key" },
  email: { sql: "lower(sale_order.email)", kind: "key" },
  created_at: { sql: "sale_order.created_at", kind: "time" },
  updated_at: { sql: "sale_order.updated_at", kind: "time" },
  processed_at: { sql: "sale_order.processed_at", kind: "time" },
  financial_status: { sql: "lower(sale_order.financial)", kind: "key" },
  fulfillment_status: { sql: "lower(sale_order.fulfilment)", kind: "key" },
  status: { sql: "case when sale_order.cancelled_at is null then 'open' else 'cancelled' end", kind: "key" },
  source_name: { sql: "lower(sale_order.source)", kind: "key" },
  test: { sql: "sale_order.test", kind: "flag" },
};
const sorts: Record<string, string> = {
  UPDATED_AT: "sale_order.updated_at",
  CREATED_AT: "sale_order.created_at",
  PROCESSED_AT: "sale_order.processed_at",
  ID: "sale_order.id",
  ORDER_NUMBER: "sale_order.id",
};

/** Without read_all_orders only the last 60 days are there. */
export function ordersConnection({ shop, scopes }: Caller, args: ListArgs) {
  const { sql, values } = searchSql(args.query, columns);
  const since = mayRead(scopes, { anyOf: ["read_all_orders"], says: "" }) ? 0 : shop.clock.nowMs() - sixtyDays;
  return connection<OrderRow>(
    shop.state,
    args,
    {
      select: "sale_order.*",
      from: "sale_order",
      where: `sale_order.created_at >= ? and ${sql}`,
      values: [since, ...values],
      sort: sorts[args.sortKey ?? ""] ?? "sale_order.processed_at",
      id: "sale_order.id",
    },
    (row) => orderSource(shop, readOrder(row)),
  );
}
