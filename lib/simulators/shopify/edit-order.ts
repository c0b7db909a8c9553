import { z } from "zod";

import { toAmount, toMinor } from "@/lib/domain/money";

import { findVariant, listVariantsBySku } from "./catalogue";
import { commit, release } from "./commitments";
import {
  type FulfilmentOrderLineRow,
  type FulfilmentOrderRow,
  isOpen,
  listFulfilmentOrderLines,
  listFulfilmentOrders,
} from "./fulfilment-source";
import { gid } from "./ids";
import { Address, Allocation, TaxLine } from "./order-doc";
import { addTransaction, findOrderNamed, type Line, listLines, listTransactions, type Order, saveOrder } from "./orders";
import { addToFulfilmentOrder, insertFulfilmentOrder, insertLine, readyLine } from "./place-orders";
import { PlacedLine } from "./placed-order";
import { demand, found } from "./refusal";
import type { Shop } from "./shop";

export const OrderNamed = z.object({ order: z.coerce.string() });
export const EditBody = OrderNamed.extend({
  /** `line` is the place in the order's lines, `quantity` what shall be left of it; discounts and taxes replace the line's. */
  lines: z
    .array(
      z.object({
        line: z.int().min(0),
        quantity: z.int().min(0),
        discounts: z.array(Allocation).optional(),
        taxLines: z.array(TaxLine).optional(),
      }),
    )
    .default([]),
  add: z.array(PlacedLine).default([]),
  /** The parts of the delivery address that the merchant corrects. */
  shippingAddress: Address.partial().optional(),
});

/** By gid, number or name. */
export const getOrder = (shop: Shop, order: string): Order => found(findOrderNamed(shop, order), `order ${order}`);

type Held = { row: FulfilmentOrderRow; line: FulfilmentOrderLineRow };

/** As the merchant edits an order in the admin. */
export function editOrder(shop: Shop, { order: named, lines: changes, add, shippingAddress: corrected }: z.infer<typeof EditBody>): object {
  const { state, webhooks } = shop;
  const order = getOrder(shop, named);
  demand(order.cancelled_at === null, `${order.name} is cancelled`);
  const lines = listLines(shop, order.id);
  const added: object[] = [];
  const removed: object[] = [];
  for (const { line: at, quantity, discounts, taxLines } of changes) {
    const line = found(lines[at], `line ${at}`);
    const delta = quantity - line.current;
    if (delta < 0) takeOff(shop, order, line, -delta);
    if (delta > 0) putOn(shop, order, line, delta);
    const doc = { ...line.doc, ...(discounts && { discounts }), ...(taxLines && { taxLines }) };
    const ordered = line.quantity + Math.max(0, delta);
    state.run("update order_line set quantity = ?, current = ?, doc = ? where id = ?", ordered, quantity, JSON.stringify(doc), line.id);
    if (delta !== 0) (delta > 0 ? added : removed).push({ id: gid("LineItem", line.id), delta: Math.abs(delta) });
  }
  for (const body of add) {
    const ready = readyLine(shop, body, (sku) => listVariantsBySku(shop, sku)[0] ?? null);
    const id = insertLine(shop, order.id, ready);
    const open = openOrderOf(shop, order);
    addToFulfilmentOrder(shop, open.id, { id, variant: ready.variant }, open.location, ready.quantity);
    added.push({ id: gid("LineItem", id), delta: ready.quantity });
  }
  const shippingAddress = corrected ? Address.parse({ ...order.doc.shippingAddress, ...given(corrected) }) : order.doc.shippingAddress;
  const edited = saveOrder(shop, { ...order, doc: { ...order.doc, shippingAddress, edited: true } });
  const financial = stillOwed(shop, edited) > 0 && edited.financial === "PAID" ? "PARTIALLY_PAID" : edited.financial;
  const saved = financial === edited.financial ? edited : saveOrder(shop, { ...edited, financial });
  webhooks.orderEdited(saved, added, removed);
  return { name: saved.name, currentTotal: saved.doc.current.total };
}

/** Parts that are left out have come with their defaults: only what was named counts. */
const given = (address: object) => Object.fromEntries(Object.entries(address).filter(([, part]) => part !== null));

function heldBy(shop: Shop, order: Order, line: Line): Held[] {
  return listFulfilmentOrders(shop, order.id)
    .filter(isOpen)
    .flatMap((row) =>
      listFulfilmentOrderLines(shop, row.id)
        .filter(({ line_id }) => line_id === line.id)
        .map((part) => ({ row, line: part })),
    );
}

function takeOff(shop: Shop, order: Order, line: Line, units: number): void {
  const held = heldBy(shop, order, line);
  const isRouted = listFulfilmentOrders(shop, order.id).length > 0;
  const open = isRouted ? held.reduce((sum, part) => sum + part.line.remaining, 0) : line.current;
  demand(units <= open, `Only ${open} units of ${line.doc.title} are not fulfilled yet`);
  let left = units;
  for (const { row, line: part } of held) {
    const taken = Math.min(left, part.remaining);
    release(shop, part, row.location, taken);
    const update = "update fulfilment_order_line set total = total - ?, remaining = remaining - ? where id = ?";
    shop.state.run(update, taken, taken, part.id);
    const isEmpty = listFulfilmentOrderLines(shop, row.id).every(({ remaining }) => remaining === 0);
    if (isEmpty) shop.state.run("update fulfilment_order set status = 'CLOSED' where id = ?", row.id);
    left -= taken;
  }
}

function putOn(shop: Shop, order: Order, line: Line, units: number): void {
  const [held] = heldBy(shop, order, line);
  if (!held) {
    const open = openOrderOf(shop, order);
    addToFulfilmentOrder(shop, open.id, { id: line.id, variant: findVariant(shop, line.variant_id) }, open.location, units);
    return;
  }
  shop.state.run("update fulfilment_order_line set total = total + ?, remaining = remaining + ? where id = ?", units, units, held.line.id);
  commit(shop, line.variant_id, held.row.location, units);
}

/** The first fulfilment order that is still open, or a new one where the first one was. */
function openOrderOf(shop: Shop, order: Order): { id: number; location: number } {
  const all = listFulfilmentOrders(shop, order.id);
  const open = all.find(isOpen);
  if (open) return open;
  const first = found(all[0], `fulfilment order of ${order.name}`);
  return { id: insertFulfilmentOrder(shop, order.id, first.location, first.method), location: first.location };
}

/** Minor units. */
function stillOwed(shop: Shop, { id, doc }: Order): number {
  const paid = listTransactions(shop, id).reduce((sum, { kind, status, amount }) => {
    if (status !== "SUCCESS") return sum;
    const units = toMinor(amount, doc.currency);
    if (kind === "SALE" || kind === "CAPTURE") return sum + units;
    return kind === "REFUND" ? sum - units : sum;
  }, 0);
  return toMinor(doc.current.total, doc.currency) - paid;
}

/** The shopper pays what is open: an authorisation is captured. */
export function payOrder(shop: Shop, named: string): object {
  const order = getOrder(shop, named);
  const owed = stillOwed(shop, order);
  demand(owed > 0, `Nothing of ${order.name} is open`);
  const authorised = listTransactions(shop, order.id).find(({ kind, status }) => kind === "AUTHORIZATION" && status === "SUCCESS");
  addTransaction(shop, {
    order_id: order.id,
    kind: authorised ? "CAPTURE" : "SALE",
    status: "SUCCESS",
    gateway: authorised?.gateway ?? "shopify_payments",
    amount: toAmount(owed, order.doc.currency),
    parent_id: authorised?.id ?? null,
  });
  const saved = saveOrder(shop, { ...order, financial: "PAID" }, "orders/paid");
  return { name: saved.name, paid: toAmount(owed, order.doc.currency) };
}
