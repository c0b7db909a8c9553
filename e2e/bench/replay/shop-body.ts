import { minor, sum } from "@/lib/domain/money";
import { pounds } from "./pence";
import type { Place, WebOrder } from "./web-order";

const discountNames = { line: "Line discount", percentage: "Order discount", fixed: "Discount" } as const;
type DiscountKind = keyof typeof discountNames;

/** The order as the Shopify simulator takes it: everything computed already. `locations`: Shopify's number of each place. */
export function shopBody(order: WebOrder, locations: ReadonlyMap<Place, string>) {
  const { customer, address, taxRate } = order;
  const applied = applications(order);
  const taxLines = (tax: number) => (taxRate === 0 ? [] : [{ title: "VAT", rate: taxRate / 100, price: pounds(tax) }]);
  const isPickup = order.fulfilments.every(({ method }) => method === "PICK_UP");
  return {
    name: `#${order.invoice}`,
    createdAt: new Date(order.placedAt).toISOString(),
    currency: order.currency,
    taxesIncluded: order.taxesIncluded,
    email: customer.email,
    customer: customer.isGuest ? null : { email: customer.email, firstName: customer.firstName, lastName: customer.lastName },
    billingAddress: address,
    shippingAddress: isPickup ? null : address,
    discounts: applied.list,
    lines: order.lines.map(({ sku, title, quantity, unitPrice, discounts, tax }) => ({
      sku,
      title,
      quantity,
      unitPrice: pounds(unitPrice),
      discounts: discounts.map(({ kind, amount }) => ({ discount: applied.placeOf(kind, "LINE_ITEM"), amount: pounds(amount) })),
      taxLines: taxLines(tax),
    })),
    shippingLines: order.shippingLines.map(({ code, title, price, discount, tax }) => ({
      title,
      code,
      price: pounds(price),
      discounts: discount === 0 ? [] : [{ discount: applied.placeOf("fixed", "SHIPPING_LINE"), amount: pounds(discount) }],
      taxLines: taxLines(tax),
    })),
    // Nothing to pay leaves no payment; otherwise a sale over the total, as its status says.
    ...(order.total === 0 && { transactions: [] }),
    ...(isPickup && { pickupLocationId: locations.get(order.fulfilments[0]!.place) }),
    fulfilmentOrders: order.fulfilments.map(({ place, method, lines }) => ({
      locationId: locations.get(place),
      methodType: method,
      lines,
    })),
    totals: { total: pounds(order.total) },
  };
}

type Target = "LINE_ITEM" | "SHIPPING_LINE";

/** The order's discounts in one list, to which the allocations of its lines point. */
function applications(order: WebOrder) {
  const amountOf = (kind: DiscountKind) =>
    sum(order.lines.flatMap(({ discounts }) => discounts.filter((each) => each.kind === kind).map(({ amount }) => amount)));
  const kinds = Object.keys(discountNames) as DiscountKind[];
  const onShipping = sum(order.shippingLines.map(({ discount }) => discount));
  const wanted = [
    ...kinds.map((kind) => ({ kind, target: "LINE_ITEM" as Target, amount: amountOf(kind) })),
    { kind: "fixed" as DiscountKind, target: "SHIPPING_LINE" as Target, amount: onShipping },
  ].filter(({ amount }) => amount !== minor(0));
  return {
    list: wanted.map(({ kind, target, amount }) => ({
      type: "manual" as const,
      name: discountNames[kind],
      amount: pounds(amount),
      target,
    })),
    placeOf: (kind: DiscountKind, target: Target) => wanted.findIndex((each) => each.kind === kind && each.target === target),
  };
}
