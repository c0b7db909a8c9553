import { toMinor } from "@/lib/domain/money";

import { findProduct, listVariantsBySku, type VariantRow } from "./catalogue";
import { commit } from "./commitments";
import { putCustomer } from "./customers";
import { gid, idOf } from "./ids";
import { findLevel } from "./levels";
import { type Location, listLocations } from "./locations";
import { sumOf } from "./money";
import { Address, LineDoc, type OrderDoc, type Totals, totalsOf } from "./order-doc";
import { addTransaction, findOrder } from "./orders";
import type { PlacedLine, PlacedOrder } from "./placed-order";
import { demand, Unacceptable } from "./refusal";
import type { Shop } from "./shop";

export type Routed = { location: number; method: string; parts: { line: number; quantity: number }[] };
export type ReadyLine = { variant: VariantRow | null; quantity: number; doc: LineDoc };
type Refused = { name: string | null; refused: string };
type Placed = { id: string; gid: string; name: string; total: string };

/** Several orders; one that its checkout refuses does not stop the others, one that does not add up stops all. */
export function placeOrders(shop: Shop, orders: readonly PlacedOrder[]): (Placed | Refused)[] {
  const variants = new Map<string, VariantRow | null>();
  const variantOf = (sku: string) => {
    const known = variants.get(sku);
    if (known !== undefined) return known;
    const found = listVariantsBySku(shop, sku)[0] ?? null;
    variants.set(sku, found);
    return found;
  };
  const locations = listLocations(shop);
  return orders.map((order) => placeOrder(shop, order, locations, variantOf));
}

export function readyLine(shop: Shop, line: PlacedLine, variantOf: (sku: string) => VariantRow | null): ReadyLine {
  const { quantity, ...fields } = line;
  const variant = line.sku === null ? null : variantOf(line.sku);
  const title = line.title ?? (variant && findProduct(shop, variant.product_id)?.title);
  demand(title !== null && title !== undefined, `No variant has the SKU ${line.sku}, and the line has no title of its own`);
  const unitPrice = line.unitPrice ?? variant?.price;
  demand(unitPrice !== undefined, `The line ${title} has no unitPrice`);
  const variantTitle = line.variantTitle ?? (variant && variant.title !== "Default Title" ? variant.title : null);
  return { variant, quantity, doc: LineDoc.parse({ ...fields, title, unitPrice, variantTitle }) };
}

function placeOrder(
  shop: Shop,
  order: PlacedOrder,
  locations: readonly Location[],
  variantOf: (sku: string) => VariantRow | null,
): Placed | Refused {
  const { state, clock, profile, webhooks } = shop;
  const lines = order.lines.map((line) => readyLine(shop, line, variantOf));
  const routes = route(order, locations);
  const soldOut = checkStock(shop, lines, routes, order.checkAvailability);
  if (soldOut !== null) return { name: order.name ?? null, refused: soldOut };

  const doc = docOf(order, lines, profile.get());
  const now = clock.nowMs();
  const next = (state.one<{ n: number | null }>("select max(id) n from sale_order")?.n ?? 0) + 1;
  const name = order.name ?? `#${1000 + next}`;
  demand(state.one("select 1 from sale_order where name = ?", name) === null, `There is an order ${name} already`);
  const { id } = state.run(
    `insert into sale_order (name, created_at, updated_at, processed_at, test, email, financial, fulfilment, source, customer_id, doc)
     values (?, ?, ?, ?, ?, ?, ?, 'UNFULFILLED', ?, ?, ?)`,
    name,
    order.createdAt ?? now,
    now,
    order.processedAt ?? order.createdAt ?? now,
    order.test ? 1 : 0,
    order.email ?? order.customer?.email ?? null,
    order.financialStatus,
    order.sourceName,
    order.customer && putCustomer(shop, order.customer),
    JSON.stringify(doc),
  );
  const lineIds = lines.map((line) => insertLine(shop, id, line));
  for (const { location, method, parts } of routes) {
    const fulfilmentOrder = insertFulfilmentOrder(shop, id, location, method);
    for (const { line, quantity } of parts)
      addToFulfilmentOrder(shop, fulfilmentOrder, { id: lineIds[line] ?? 0, variant: lines[line]?.variant ?? null }, location, quantity);
    webhooks.fulfilmentOrderChanged("fulfillment_orders/order_routing_complete", fulfilmentOrder);
  }
  payFor(shop, id, order, doc.totals.total);

  const placed = findOrder(shop, id);
  if (!placed) throw new Error(`order ${name} was not kept`);
  webhooks.orderChanged("orders/create", placed);
  if (placed.financial === "PAID") webhooks.orderChanged("orders/paid", placed);
  webhooks.orderChanged("orders/updated", placed);
  return { id: String(idOf("Order", id)), gid: gid("Order", id), name, total: doc.totals.total };
}

/** Which location fulfils what; every unit once, or none at all. */
function route({ lines, pickupLocationId, fulfilmentOrders }: PlacedOrder, locations: readonly Location[]): Routed[] {
  const known = (id: number) => {
    demand(
      locations.some((location) => location.id === id),
      `There is no location ${id}`,
    );
    return id;
  };
  const all = lines.map(({ quantity }, line) => ({ line, quantity }));
  if (fulfilmentOrders) {
    const routes = fulfilmentOrders.map(({ locationId, methodType, lines: parts = all }) => ({
      location: known(locationId),
      method: methodType ?? (locationId === pickupLocationId ? "PICK_UP" : "SHIPPING"),
      parts,
    }));
    if (routes.length === 0) return [];
    for (const { line, quantity } of all) {
      const routed = routes.flatMap(({ parts }) => parts).reduce((sum, part) => sum + (part.line === line ? part.quantity : 0), 0);
      demand(routed === quantity, `Line ${line} has ${quantity} units, its fulfilment orders ${routed}`);
    }
    return routes;
  }
  if (pickupLocationId !== undefined) return [{ location: known(pickupLocationId), method: "PICK_UP", parts: all }];
  const first = locations.find(({ active, doc }) => active && doc.fulfillsOnlineOrders);
  demand(first !== undefined, "No location fulfils online orders");
  return [{ location: first.id, method: "SHIPPING", parts: all }];
}

/** What stands in the way, when the checkout looks at it. */
function checkStock(shop: Shop, lines: readonly ReadyLine[], routes: readonly Routed[], checkAvailability: boolean): string | null {
  const wanted = new Map<string, number>();
  for (const { location, parts } of routes)
    for (const { line, quantity } of parts) {
      const { variant } = lines[line] ?? {};
      if (variant?.tracked !== 1) continue;
      const level = findLevel(shop, variant.id, location);
      demand(level?.active === 1, `${variant.sku} is not stocked at location ${location}`);
      const key = `${variant.id} ${location}`;
      const units = (wanted.get(key) ?? 0) + quantity;
      wanted.set(key, units);
      if (checkAvailability && variant.policy === "DENY" && level.available < units)
        return `${variant.sku} is sold out at location ${location}: ${level.available} available, ${units} wanted`;
    }
  return null;
}

function docOf(order: PlacedOrder, lines: readonly ReadyLine[], shop: { currency: string; taxesIncluded: boolean }): OrderDoc {
  const head = {
    currency: order.currency ?? shop.currency,
    taxesIncluded: order.taxesIncluded ?? shop.taxesIncluded,
    shippingLines: order.shippingLines,
  };
  const totals = totalsOf(
    head,
    lines.map(({ quantity, doc }) => ({ quantity, of: quantity, doc })),
  );
  checkDiscounts(order, lines, head.currency);
  for (const [name, expected] of Object.entries(order.totals ?? {})) {
    const computed = totals[name as Exclude<keyof Totals, "taxLines">];
    const isEqual = expected === undefined || toMinor(expected, head.currency) === toMinor(computed, head.currency);
    demand(isEqual, `The order's ${name} should be ${expected}, its lines come to ${computed}`);
  }
  const { phone, note, tags, customAttributes, discounts, billingAddress, shippingAddress = typedIn(order) } = order;
  const parts = { phone, note, tags, customAttributes, discounts, billingAddress, shippingAddress };
  return { ...head, ...parts, pickup: order.pickupLocationId !== undefined, cancelReason: null, edited: false, totals, current: totals };
}

const typedIn = ({ pickupLocationId }: PlacedOrder): Address | null =>
  pickupLocationId === undefined
    ? Address.parse({ name: "Robin Field", address1: "4 Orchard Row", zip: "YO1 7HH", city: "York", countryCode: "GB" })
    : null;

function checkDiscounts({ discounts, shippingLines }: PlacedOrder, lines: readonly ReadyLine[], currency: string): void {
  const allocations = [...lines.flatMap(({ doc }) => doc.discounts), ...shippingLines.flatMap((line) => line.discounts)];
  for (const { discount } of allocations) demand(discounts[discount] !== undefined, `The order has no discount ${discount}`);
  for (const [at, { name, amount }] of discounts.entries()) {
    if (amount === undefined) continue;
    const parts = allocations.filter(({ discount }) => discount === at).map((part) => part.amount);
    const isEqual = sumOf(parts, currency) === toMinor(amount, currency);
    demand(isEqual, `The discount ${name} is ${amount}, its allocations do not add up to it`);
  }
}

export function insertLine({ state }: Shop, orderId: number, { variant, quantity, doc }: ReadyLine): number {
  const insert = "insert into order_line (order_id, variant_id, quantity, current, doc) values (?, ?, ?, ?, ?)";
  return state.run(insert, orderId, variant?.id ?? null, quantity, quantity, JSON.stringify(doc)).id;
}

export function insertFulfilmentOrder({ state, clock }: Shop, orderId: number, location: number, method: string): number {
  const insert = "insert into fulfilment_order (order_id, location, method, status, created_at, updated_at) values (?, ?, ?, 'OPEN', ?, ?)";
  return state.run(insert, orderId, location, method, clock.nowMs(), clock.nowMs()).id;
}

export function addToFulfilmentOrder(
  shop: Shop,
  fulfilmentOrder: number,
  line: { id: number; variant: VariantRow | null },
  location: number,
  units: number,
): void {
  const insert = "insert into fulfilment_order_line (fulfilment_order_id, line_id, total, remaining) values (?, ?, ?, ?)";
  shop.state.run(insert, fulfilmentOrder, line.id, units, units);
  commit(shop, line.variant?.id ?? null, location, units);
}

const paymentOf: Partial<Record<PlacedOrder["financialStatus"], { kind: string; status: string }[]>> = {
  PAID: [{ kind: "SALE", status: "SUCCESS" }],
  AUTHORIZED: [{ kind: "AUTHORIZATION", status: "SUCCESS" }],
  EXPIRED: [{ kind: "AUTHORIZATION", status: "SUCCESS" }],
  PENDING: [{ kind: "SALE", status: "PENDING" }],
  VOIDED: [
    { kind: "AUTHORIZATION", status: "SUCCESS" },
    { kind: "VOID", status: "SUCCESS" },
  ],
  REFUNDED: [
    { kind: "SALE", status: "SUCCESS" },
    { kind: "REFUND", status: "SUCCESS" },
  ],
};

function payFor(shop: Shop, orderId: number, { financialStatus, transactions, gateway }: PlacedOrder, total: string): void {
  const usual = paymentOf[financialStatus]?.map((payment) => ({ ...payment, gateway, amount: total }));
  const payments = transactions ?? usual;
  if (!payments) throw new Unacceptable(`${financialStatus} needs its transactions`);
  for (const { kind, status, gateway, amount } of payments)
    addTransaction(shop, { order_id: orderId, kind, status, gateway, amount, parent_id: null });
}
