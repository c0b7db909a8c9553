import Decimal from "decimal.js";

import type { LocationId, ShopOrderId, Sku } from "@/lib/domain/ids";
import { type Minor, minor, rateFromFraction, rounded, sum, toMinor } from "@/lib/domain/money";
import type { Address, Allocation, ShopOrder, ShopOrderLine, ShopShippingLine } from "@/lib/domain/orders/shop-order";

import type { AddressNode, FulfilmentOrderNode, LineNode, OrderNode, ShippingNode, TransactionNode } from "./order-schemas";

// Shopify's own till, and orders that another Sitoo integration wrote into the shop.
const tills = new Set(["pos", "sitoo"]);
const payments = {
  AUTHORIZED: "authorized",
  EXPIRED: "expired",
  PAID: "paid",
  PARTIALLY_PAID: "partially-paid",
  PARTIALLY_REFUNDED: "partially-refunded",
  PENDING: "pending",
  REFUNDED: "refunded",
  VOIDED: "voided",
} as const;
const methods: Readonly<Record<string, Allocation["method"]>> = {
  PICK_UP: "pickup",
  SHIPPING: "shipping",
  LOCAL: "shipping",
  PICKUP_POINT: "shipping",
};

/** Whole lists, all pages: `order` gives the head only. Throws RangeError on an amount finer than its currency. */
export function toShopOrder(
  order: OrderNode,
  lines: readonly LineNode[],
  fulfilments: readonly FulfilmentOrderNode[],
  transactions: readonly TransactionNode[],
): ShopOrder {
  const currency = order.currencyCode;
  return {
    id: order.id as ShopOrderId,
    name: order.name,
    version: order.updatedAt,
    placedAt: inUtc(order.processedAt ?? order.createdAt),
    cancelledAt: order.cancelledAt === null ? null : inUtc(order.cancelledAt),
    isTest: order.test,
    isBornInPos: tills.has(order.sourceName?.toLowerCase() ?? ""),
    payment: order.displayFinancialStatus === null ? "pending" : payments[order.displayFinancialStatus],
    currency,
    taxesIncluded: order.taxesIncluded,
    total: toMinor(order.currentTotalPriceSet, currency),
    email: order.email ?? "",
    firstName: order.customer?.firstName ?? "",
    lastName: order.customer?.lastName ?? order.billingAddress?.name ?? order.shippingAddress?.name ?? "",
    phone: order.phone ?? order.shippingAddress?.phone ?? order.billingAddress?.phone ?? "",
    billing: toAddress(order.billingAddress),
    shipping: toAddress(order.shippingAddress),
    lines: lines.filter(({ currentQuantity }) => currentQuantity > 0).map((line) => toLine(line, currency)),
    shippingLines: order.shippingLines.nodes.map((line, at) => toShippingLine(line, at, currency)),
    codes: order.discountCodes ?? [],
    allocations: fulfilments.filter(({ status }) => status !== "CANCELLED").map(toAllocation),
    payments: toPayments(transactions, currency),
  };
}

/** Discount and tax are given for the units once ordered: the units still wanted have their share. */
function toLine(
  { id, sku, name, quantity, currentQuantity, isGiftCard, originalUnitPriceSet, discountAllocations, taxLines }: LineNode,
  currency: string,
): ShopOrderLine {
  const allocated = (some: typeof discountAllocations): Minor =>
    share(sum(some.map(({ allocatedAmountSet }) => toMinor(allocatedAmountSet, currency))));
  const share = (amount: Minor): Minor =>
    currentQuantity < quantity ? rounded(new Decimal(amount).mul(currentQuantity).div(quantity)) : amount;
  return {
    id,
    sku: (sku || null) as Sku | null,
    title: name,
    quantity: currentQuantity,
    listed: toMinor(new Decimal(originalUnitPriceSet).mul(currentQuantity).toFixed(), currency),
    discount: allocated(discountAllocations),
    // What is given across all lines is the order's; the rest is the product's own reduction.
    ownDiscount: allocated(
      discountAllocations.filter(
        ({ discountApplication }) => discountApplication.allocationMethod !== "ACROSS" || discountApplication.targetSelection !== "ALL",
      ),
    ),
    taxes: taxLines.map(({ rate, priceSet }) => ({ rate: rateFromFraction(rate ?? 0), amount: share(toMinor(priceSet, currency)) })),
    isGiftCard,
  };
}

function toShippingLine(
  { id, title, originalPriceSet, discountedPriceSet, taxLines }: ShippingNode,
  at: number,
  currency: string,
): ShopShippingLine {
  const listed = toMinor(originalPriceSet, currency);
  return {
    id: id ?? `shipping-${at + 1}`,
    title,
    listed,
    discount: minor(listed - toMinor(discountedPriceSet, currency)),
    taxes: taxLines.map(({ rate, priceSet }) => ({ rate: rateFromFraction(rate ?? 0), amount: toMinor(priceSet, currency) })),
  };
}

const toAllocation = ({ assignedLocation, deliveryMethod, lineItems }: FulfilmentOrderNode): Allocation => ({
  locationId: (assignedLocation.location?.id ?? null) as LocationId | null,
  locationName: assignedLocation.name ?? "",
  method: methods[deliveryMethod?.methodType ?? ""] ?? "other",
  lines: lineItems.nodes.map(({ lineItem, totalQuantity, remainingQuantity }) => ({
    lineId: lineItem.id,
    quantity: totalQuantity,
    remaining: remainingQuantity,
  })),
});

/** Money that moved; refunds are negative. While nothing is captured, what is authorised stands for it. */
function toPayments(transactions: readonly TransactionNode[], currency: string): ShopOrder["payments"] {
  const done = transactions.filter(({ status }) => status === "SUCCESS");
  const moved = done.filter(({ kind }) => ["SALE", "CAPTURE", "REFUND"].includes(kind));
  return (moved.length > 0 ? moved : done.filter(({ kind }) => kind === "AUTHORIZATION")).map(({ id, kind, gateway, amountSet }) => ({
    id,
    gateway: gateway ?? "",
    amount: minor((kind === "REFUND" ? -1 : 1) * toMinor(amountSet, currency)),
  }));
}

const toAddress = (node: AddressNode | null): Address | null =>
  node && {
    name: node.name ?? "",
    street: node.address1 ?? "",
    street2: node.address2 ?? "",
    zip: node.zip ?? "",
    city: node.city ?? "",
    country: node.countryCodeV2 ?? "",
    phone: node.phone ?? "",
  };

const inUtc = (moment: string) => new Date(moment).toISOString();
