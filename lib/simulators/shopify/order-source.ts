import { toAmount, toMinor } from "@/lib/domain/money";

import { customerSource } from "./customers";
import { discountSource } from "./discount-source";
import { fulfilmentOrdersConnection, fulfilmentSource, listFulfilments } from "./fulfilment-source";
import { gid, idOf } from "./ids";
import { LineSource } from "./line-source";
import { metafieldOf, metafieldsConnection } from "./metafields";
import { moneyBag } from "./money";
import { addressSource, shippingLineSource, taxLineSource, transactionSource } from "./order-parts-source";
import { type LineRow, listTransactions, type Order, readLine } from "./orders";
import { connection, connectionOf, type PageArgs } from "./paging";
import { type Shop, timeOrNull, timeText } from "./shop";

type Limited = { first?: number | null };

export function orderSource(shop: Shop, order: Order) {
  const { state } = shop;
  const { doc } = order;
  const { currency, totals, current } = doc;
  const bag = (amount: string) => moneyBag(amount, currency);
  const owner = gid("Order", order.id);

  const paid = (kinds: readonly string[]) =>
    listTransactions(shop, order.id)
      .filter(({ kind, status }) => status === "SUCCESS" && kinds.includes(kind))
      .reduce((sum, { amount }) => sum + toMinor(amount, currency), 0);
  const received = () => paid(["SALE", "CAPTURE"]);
  const refunded = () => paid(["REFUND"]);
  const outstanding = () => toMinor(current.total, currency) - received() + refunded();
  const inMoney = (units: () => number) => () => bag(toAmount(units(), currency));
  const sumOfLines = (column: "quantity" | "current") => () =>
    state.one<{ n: number }>(`select coalesce(sum(${column}), 0) n from order_line where order_id = ?`, order.id)?.n ?? 0;

  return {
    __typename: "Order",
    id: owner,
    legacyResourceId: String(idOf("Order", order.id)),
    name: order.name,
    number: Number(/\d+$/.exec(order.name)?.[0] ?? order.id),
    confirmationNumber: null,
    createdAt: timeText(order.created_at),
    updatedAt: timeText(order.updated_at),
    processedAt: timeText(order.processed_at),
    cancelledAt: timeOrNull(order.cancelled_at),
    cancelReason: doc.cancelReason,
    closed: order.cancelled_at !== null,
    closedAt: timeOrNull(order.cancelled_at),
    confirmed: true,
    edited: doc.edited,
    test: order.test === 1,
    sourceName: order.source,
    sourceIdentifier: null,
    app: null,
    email: order.email,
    phone: doc.phone,
    note: doc.note,
    tags: doc.tags,
    customAttributes: doc.customAttributes,
    currencyCode: currency,
    presentmentCurrencyCode: currency,
    taxesIncluded: doc.taxesIncluded,
    taxExempt: false,
    estimatedTaxes: false,
    dutiesIncluded: false,
    displayFinancialStatus: order.financial,
    displayFulfillmentStatus: order.fulfilment,
    fullyPaid: () => outstanding() <= 0,
    unpaid: () => received() === 0,
    returnStatus: "NO_RETURN",
    requiresShipping: !doc.pickup,
    retailLocation: null,
    physicalLocation: null,
    statusPageUrl: `https://${shop.profile.get().domain}/orders/${idOf("Order", order.id)}`,
    paymentGatewayNames: () => [...new Set(listTransactions(shop, order.id).map(({ gateway }) => gateway))],

    customer: () => customerSource(shop, order.customer_id),
    billingAddress: addressSource(doc.billingAddress, order.id * 2),
    shippingAddress: addressSource(doc.shippingAddress, order.id * 2 + 1),
    displayAddress: addressSource(doc.shippingAddress ?? doc.billingAddress, order.id * 2 + 1),

    totalPriceSet: bag(totals.total),
    originalTotalPriceSet: bag(totals.total),
    subtotalPriceSet: bag(totals.subtotal),
    totalTaxSet: bag(totals.tax),
    totalDiscountsSet: bag(totals.discounts),
    totalShippingPriceSet: bag(totals.shipping),
    currentTotalPriceSet: bag(current.total),
    currentSubtotalPriceSet: bag(current.subtotal),
    currentTotalTaxSet: bag(current.tax),
    currentTotalDiscountsSet: bag(current.discounts),
    currentShippingPriceSet: bag(current.shipping),
    totalRefundedSet: inMoney(refunded),
    totalRefundedShippingSet: bag("0"),
    totalReceivedSet: inMoney(received),
    totalOutstandingSet: inMoney(outstanding),
    netPaymentSet: inMoney(() => received() - refunded()),
    totalTipReceivedSet: bag("0"),
    taxLines: totals.taxLines.map((line) => taxLineSource(line, currency)),
    currentTaxLines: current.taxLines.map((line) => taxLineSource(line, currency)),
    subtotalLineItemsQuantity: sumOfLines("quantity"),
    currentSubtotalLineItemsQuantity: sumOfLines("current"),

    discountCodes: doc.discounts.filter(({ type }) => type === "code").map(({ name }) => name),
    discountCode: doc.discounts.find(({ type }) => type === "code")?.name ?? null,
    discountApplications: (args: PageArgs) =>
      connectionOf([...doc.discounts.entries()], args, ([index, discount]) => discountSource(discount, index, currency)),
    shippingLine: doc.shippingLines[0] ? shippingLineSource(doc, doc.shippingLines[0], order.id, 0) : null,
    shippingLines: (args: PageArgs) =>
      connectionOf([...doc.shippingLines.entries()], args, ([at, line]) => shippingLineSource(doc, line, order.id, at)),
    lineItems: (args: PageArgs) =>
      connection<LineRow>(
        state,
        args,
        { select: "order_line.*", from: "order_line", where: "order_id = ?", values: [order.id], sort: "order_id", id: "id" },
        (row) => new LineSource(shop, order, readLine(row)),
      ),
    transactions: ({ first }: Limited) =>
      listTransactions(shop, order.id)
        .slice(0, first ?? undefined)
        .map((row) => transactionSource(shop, order, row)),
    refunds: [],
    returns: (args: PageArgs) => connectionOf([], args, () => ({})),
    fulfillments: ({ first }: Limited) =>
      listFulfilments(shop, order.id)
        .slice(0, first ?? undefined)
        .map((row) => fulfilmentSource(shop, row)),
    fulfillmentOrders: (args: PageArgs) => fulfilmentOrdersConnection(shop, order, args),
    metafield: (args: { namespace?: string | null; key: string }) => metafieldOf(shop, owner, args),
    metafields: (args: PageArgs & { namespace?: string | null }) => metafieldsConnection(shop, owner, args),
  };
}
