import { findVariant, variantSource } from "./catalogue";
import { gid, idOf } from "./ids";
import { LineSource } from "./line-source";
import { assignedLocationSource, findLocation, locationSource } from "./locations";
import { addressSource } from "./order-parts-source";
import { orderSource } from "./order-source";
import { findLine, findOrder, type Line, type Order } from "./orders";
import { connection, type PageArgs } from "./paging";
import { type Columns, searchSql } from "./search";
import { type Shop, timeText } from "./shop";

export type FulfilmentOrderRow = {
  id: number;
  order_id: number;
  location: number;
  method: string;
  status: "OPEN" | "IN_PROGRESS" | "CLOSED" | "CANCELLED";
  prepared_at: number | null;
  created_at: number;
  updated_at: number;
};
export type FulfilmentOrderLineRow = { id: number; fulfilment_order_id: number; line_id: number; total: number; remaining: number };
export type FulfilmentDoc = {
  name: string;
  displayStatus: string;
  tracking: { company: string | null; number: string | null; url: string | null }[];
  fulfilmentOrders: number[];
};
export type FulfilmentRow = { id: number; order_id: number; location: number; created_at: number; doc: string };
type FulfilmentLineRow = { id: number; fulfilment_id: number; line_id: number; quantity: number };

export const isOpen = ({ status }: FulfilmentOrderRow): boolean => status === "OPEN" || status === "IN_PROGRESS";

export function findFulfilmentOrder({ state }: Shop, id: number | null): FulfilmentOrderRow | null {
  return id === null ? null : state.one<FulfilmentOrderRow>("select * from fulfilment_order where id = ?", id);
}
export const listFulfilmentOrders = ({ state }: Shop, orderId: number): FulfilmentOrderRow[] =>
  state.many<FulfilmentOrderRow>("select * from fulfilment_order where order_id = ? order by id", orderId);
export const listFulfilmentOrderLines = ({ state }: Shop, id: number): FulfilmentOrderLineRow[] =>
  state.many<FulfilmentOrderLineRow>("select * from fulfilment_order_line where fulfilment_order_id = ? order by id", id);
export const listFulfilments = ({ state }: Shop, orderId: number): FulfilmentRow[] =>
  state.many<FulfilmentRow>("select * from fulfilment where order_id = ? order by id", orderId);

const actionsOf = (row: FulfilmentOrderRow) => {
  if (row.status === "OPEN") return ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MOVE", "HOLD", "SPLIT"];
  return row.status === "IN_PROGRESS" ? ["CREATE_FULFILLMENT", "REPORT_PROGRESS", "MARK_AS_OPEN"] : [];
};

export function fulfilmentOrderSource(shop: Shop, row: FulfilmentOrderRow, known?: Order) {
  let order: Order | null | undefined = known;
  const ofOrder = () => {
    order ??= findOrder(shop, row.order_id);
    if (!order) throw new Error(`fulfilment order ${row.id} has no order`);
    return order;
  };
  const location = findLocation(shop, row.location);
  return {
    __typename: "FulfillmentOrder",
    id: gid("FulfillmentOrder", row.id),
    status: row.status,
    requestStatus: "UNSUBMITTED",
    createdAt: timeText(row.created_at),
    updatedAt: timeText(row.updated_at),
    fulfillAt: timeText(row.created_at),
    fulfillBy: null,
    fulfillmentHolds: [],
    orderId: gid("Order", row.order_id),
    orderName: () => ofOrder().name,
    orderProcessedAt: () => timeText(ofOrder().processed_at),
    order: () => orderSource(shop, ofOrder()),
    assignedLocation: location && assignedLocationSource(shop, location),
    destination: () => {
      const address = addressSource(ofOrder().doc.shippingAddress, row.order_id * 2 + 1);
      return address && { ...address, email: ofOrder().email, countryCode: address.countryCode };
    },
    deliveryMethod: {
      __typename: "DeliveryMethod",
      id: gid("DeliveryMethod", row.id),
      methodType: row.method,
      presentedName: () => ofOrder().doc.shippingLines[0]?.title ?? null,
      serviceCode: null,
      minDeliveryDateTime: null,
      maxDeliveryDateTime: null,
      additionalInformation: null,
    },
    supportedActions: actionsOf(row).map((action) => ({ action, externalUrl: null })),
    lineItems: (args: PageArgs) =>
      connection<FulfilmentOrderLineRow>(
        shop.state,
        args,
        {
          select: "*",
          from: "fulfilment_order_line",
          where: "fulfilment_order_id = ?",
          values: [row.id],
          sort: "fulfilment_order_id",
          id: "id",
        },
        (line) => new FulfilmentOrderLineSource(shop, line, ofOrder),
      ),
  };
}

/** A class for the same reason as the lines of an order. */
class FulfilmentOrderLineSource {
  readonly __typename = "FulfillmentOrderLineItem";
  readonly warnings = [];
  readonly totalQuantity: number;
  readonly remainingQuantity: number;
  private line: Line | null = null;

  constructor(
    private readonly shop: Shop,
    private readonly row: FulfilmentOrderLineRow,
    private readonly ofOrder: () => Order,
  ) {
    this.totalQuantity = row.total;
    this.remainingQuantity = row.remaining;
  }

  id() {
    return gid("FulfillmentOrderLineItem", this.row.id);
  }
  sku() {
    return this.ofLine().doc.sku;
  }
  productTitle() {
    return this.ofLine().doc.title;
  }
  variantTitle() {
    return this.ofLine().doc.variantTitle;
  }
  vendor() {
    return this.ofLine().doc.vendor;
  }
  requiresShipping() {
    return this.ofLine().doc.requiresShipping;
  }
  inventoryItemId() {
    const { variant_id } = this.ofLine();
    return variant_id === null ? null : gid("InventoryItem", variant_id);
  }
  lineItem() {
    return new LineSource(this.shop, this.ofOrder(), this.ofLine());
  }
  variant() {
    const variant = findVariant(this.shop, this.ofLine().variant_id);
    return variant && variantSource(this.shop, variant);
  }

  private ofLine(): Line {
    this.line ??= findLine(this.shop, this.row.line_id);
    if (!this.line) throw new Error(`fulfilment order line ${this.row.id} has no order line`);
    return this.line;
  }
}

const columns: Columns = {
  id: { sql: `(fulfilment_order.id + ${idOf("FulfillmentOrder", 0)})`, kind: "number" },
  status: { sql: "lower(fulfilment_order.status)", kind: "key" },
  assigned_location_id: { sql: "fulfilment_order.location", kind: "number" },
  updated_at: { sql: "fulfilment_order.updated_at", kind: "time" },
};
const from = { select: "fulfilment_order.*", from: "fulfilment_order", sort: "fulfilment_order.order_id", id: "fulfilment_order.id" };

export function fulfilmentOrdersConnection(shop: Shop, order: Order, args: PageArgs & { query?: string | null }) {
  const { sql, values } = searchSql(args.query, columns);
  const listing = { ...from, where: `order_id = ? and ${sql}`, values: [order.id, ...values] };
  return connection<FulfilmentOrderRow>(shop.state, args, listing, (row) => fulfilmentOrderSource(shop, row, order));
}

export function allFulfilmentOrders(shop: Shop, args: PageArgs & { query?: string | null; includeClosed?: boolean | null }) {
  const { sql, values } = searchSql(args.query, columns);
  const where = args.includeClosed ? sql : `fulfilment_order.status in ('OPEN', 'IN_PROGRESS') and ${sql}`;
  return connection<FulfilmentOrderRow>(shop.state, args, { ...from, where, values }, (row) => fulfilmentOrderSource(shop, row));
}

export function fulfilmentSource(shop: Shop, row: FulfilmentRow) {
  const doc = JSON.parse(row.doc) as FulfilmentDoc;
  const order = findOrder(shop, row.order_id);
  if (!order) throw new Error(`fulfilment ${row.id} has no order`);
  const lines = () => shop.state.many<FulfilmentLineRow>("select * from fulfilment_line where fulfilment_id = ? order by id", row.id);
  return {
    __typename: "Fulfillment",
    id: gid("Fulfillment", row.id),
    legacyResourceId: String(idOf("Fulfillment", row.id)),
    name: doc.name,
    status: "SUCCESS",
    displayStatus: doc.displayStatus,
    createdAt: timeText(row.created_at),
    updatedAt: timeText(row.created_at),
    deliveredAt: null,
    requiresShipping: doc.displayStatus !== "PICKED_UP",
    totalQuantity: () => lines().reduce((sum, { quantity }) => sum + quantity, 0),
    trackingInfo: doc.tracking,
    order: () => orderSource(shop, order),
    location: () => {
      const location = findLocation(shop, row.location);
      return location && locationSource(shop, location);
    },
    fulfillmentOrders: (args: PageArgs) =>
      connection<FulfilmentOrderRow>(
        shop.state,
        args,
        { ...from, where: "id in (select value from json_each(?))", values: [JSON.stringify(doc.fulfilmentOrders)] },
        (found) => fulfilmentOrderSource(shop, found, order),
      ),
    fulfillmentLineItems: (args: PageArgs) =>
      connection<FulfilmentLineRow>(
        shop.state,
        args,
        { select: "*", from: "fulfilment_line", where: "fulfilment_id = ?", values: [row.id], sort: "fulfilment_id", id: "id" },
        ({ id, line_id, quantity }) => {
          const line = findLine(shop, line_id);
          return {
            __typename: "FulfillmentLineItem",
            id: gid("FulfillmentLineItem", id),
            quantity,
            lineItem: line && new LineSource(shop, order, line),
          };
        },
      ),
  };
}
