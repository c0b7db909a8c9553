import { changedAfterImport } from "../exceptions/kinds/changed-after-import";
import type { LocationId, Sku, WarehouseId } from "../ids";
import { minor, toAmount } from "../money";
import { changesBetween } from "./changes-between";
import { externalIdOf } from "./external-id";
import { type Difference, judgeOrder } from "./judge-order";
import type { OrderContext } from "./order-context";
import type { OrderPlan, SentOrder } from "./plan-order";
import type { PosOrder, PosOrderDraft, PosRow } from "./pos-order";
import { vatAtPos } from "./predict-vat";
import { rowsOf } from "./rows";
import type { ShopOrder } from "./shop-order";
import { placesOf } from "./split-by-location";

export type LinkedSides = { totals: { web: number; till: number; currency: string }; rows: LinkedRow[]; isEqual: boolean };
/** One product on both sides; null = not on that side. Paid amounts are gross, in minor units. */
export type LinkedRow = {
  title: string;
  sku: string;
  web: { quantity: number; paid: number } | null;
  till: { quantity: number; paid: number } | null;
};

/** Why an order of the till cannot stand for this web order at all; null where a person may decide. */
export function whyNotLinked(order: ShopOrder, till: PosOrder, number: string): string | null {
  if (order.cancelledAt) return "The web order is cancelled: it is not to be at the till.";
  if (till.state === "cancelled" || till.state === "abandoned") return `Order ${number} was cancelled at the till.`;
  if (till.total < 0) return `Order ${number} is a refund.`;
  if (till.currency !== order.currency) return `Order ${number} is in ${till.currency}, the web order in ${order.currency}.`;
  if (till.rows.length === 0) return `Order ${number} has no rows.`;
  if (till.webOrderId !== null && till.webOrderId !== order.id) return `Order ${number} was made for another web order.`;
  return null;
}

/** Both sides product by product, under the till's own codes. */
export function compareLinked(order: ShopOrder, till: PosOrder, context: OrderContext): LinkedSides {
  const rows = new Map<string, LinkedRow>();
  const add = (side: "web" | "till", sku: string, title: string, quantity: number, paid: number) => {
    const row = rows.get(sku) ?? { title: title || sku, sku, web: null, till: null };
    const so = row[side] ?? { quantity: 0, paid: 0 };
    rows.set(sku, { ...row, [side]: { quantity: so.quantity + quantity, paid: so.paid + paid } });
  };
  for (const { sku, title, quantity, gross, discount } of webRowsOf(order, context))
    add("web", sku || title, title, quantity, gross - discount);
  for (const { sku, quantity, gross } of till.rows) add("till", sku, "", quantity, gross);
  const list = [...rows.values()];
  const isSame = ({ web, till: there }: LinkedRow) => web?.quantity === there?.quantity && web?.paid === there?.paid;
  return {
    totals: { web: order.total, till: till.total, currency: order.currency },
    rows: list,
    isEqual: order.total === till.total && list.every(isSame),
  };
}

/** What the web order asks for, to notice later that it was changed. */
export function webRowsOf(order: ShopOrder, context: OrderContext): PosRow[] {
  const { rows, shippingRows } = rowsOf(order, context);
  return [...rows, ...shippingRows];
}

/** What the till holds, written as if we had sent it: under the key that the web order would have had. */
export function linkedDraft(order: ShopOrder, till: PosOrder, context: OrderContext): PosOrderDraft {
  const left = webRowsOf(order, context);
  const rows = till.rows.map(({ sku, quantity, gross, rate }): PosRow => {
    const at = left.findIndex((row) => row.sku === sku && row.quantity === quantity);
    const [web] = at < 0 ? [] : left.splice(at, 1);
    const paid = { gross, discount: minor(0), rate };
    return {
      ...paid,
      sku: sku as Sku,
      title: web?.title ?? sku,
      quantity,
      shopTax: web?.shopTax ?? vatAtPos(paid),
      shopLineId: web?.shopLineId ?? "",
    };
  });
  return {
    externalId: externalIdOf(context.shop.code, order.id, 0),
    locationId: placesOf(order.allocations)?.[0]?.locationId ?? ("" as LocationId),
    warehouseId: till.warehouseId ?? ("" as WarehouseId),
    currency: till.currency,
    placedAt: order.placedAt,
    reservedUntil: till.reservedUntil,
    email: "",
    firstName: "",
    lastName: "",
    phone: "",
    invoice: null,
    delivery: null,
    rows,
    payments: [{ name: context.shop.name, amount: till.total, externalId: "" }],
    webOrderId: order.id,
    webOrderName: order.name,
    shopName: context.shop.name,
  };
}

/** An order entered by hand is there already, whatever stood in its way; a change of the web order since then is for a person. */
export function planLinked(order: ShopOrder, rows: readonly PosRow[], sent: readonly SentOrder[]): OrderPlan | null {
  const linked = sent.find(({ webRows }) => webRows);
  if (!linked?.webRows) return null;
  const { locationId, currency } = linked.draft;
  const changes = changesBetween([{ locationId, currency, rows: [...linked.webRows] }], [{ locationId, currency, rows: [...rows] }]);
  if (changes.length === 0) return { verdict: "unchanged" };
  return {
    verdict: "held",
    causes: [changedAfterImport.raise({ orderId: order.id, name: order.name, changes }, { field: "Order", value: changes.join(", ") })],
  };
}

/** An order entered by hand has another external id, or none, and may be rounded to cash; everything else is to be as it was linked. */
export const judgeLinked = (draft: PosOrderDraft, till: PosOrder): Difference[] => [
  ...(till.state === "cancelled" || till.state === "abandoned" ? [{ field: "state", ours: "open", theirs: till.state }] : []),
  ...judgeOrder(draft, till).filter(
    ({ field }) => field !== "external id" && (field !== "total" || draft.payments[0]?.amount !== till.total),
  ),
];

/** Empty where both sides are the same. */
export function sayDifference({ totals: { web, till, currency }, isEqual }: LinkedSides): string {
  if (isEqual) return "";
  if (web === till) return "the same total for other products";
  return `${toAmount(minor(till), currency)} ${currency} at the till, ${toAmount(minor(web), currency)} ${currency} online`;
}
