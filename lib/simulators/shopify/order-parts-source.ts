import { toAmount, toMinor } from "@/lib/domain/money";
import { allocationSource } from "./discount-source";
import { gid } from "./ids";
import { moneyBag, sumOf } from "./money";
import type { Address, OrderDoc, ShippingLine, TaxLine } from "./order-doc";
import { orderSource } from "./order-source";
import type { Order, TransactionRow } from "./orders";
import { type Shop, timeText } from "./shop";

const splitName = (name: string | null) => {
  const at = name?.lastIndexOf(" ") ?? -1;
  return { firstName: at < 0 ? null : (name?.slice(0, at) ?? null), lastName: at < 0 ? name : (name?.slice(at + 1) ?? null) };
};

export function addressSource(address: Address | null, row: number) {
  if (!address) return null;
  const { countryCode, ...fields } = address;
  return {
    __typename: "MailingAddress",
    id: gid("MailingAddress", row),
    ...fields,
    ...splitName(address.name),
    provinceCode: null,
    country: countryCode,
    countryCode,
    countryCodeV2: countryCode,
    formatted: [address.name, address.address1, address.zip, address.city].filter((line) => line !== null),
  };
}

export const taxLineSource = ({ title, rate, price }: TaxLine, currency: string) => ({
  title,
  rate,
  ratePercentage: rate * 100,
  price,
  priceSet: moneyBag(price, currency),
  channelLiable: false,
  source: null,
});

export function shippingLineSource(doc: OrderDoc, line: ShippingLine, orderId: number, at: number) {
  const { currency } = doc;
  const off = sumOf(
    line.discounts.map(({ amount }) => amount),
    currency,
  );
  const discounted = moneyBag(toAmount(toMinor(line.price, currency) - off, currency), currency);
  return {
    // A line of its own kind per order: no order has a thousand.
    id: gid("ShippingLine", orderId * 1000 + at),
    title: line.title,
    code: line.code,
    source: line.source,
    custom: false,
    isRemoved: false,
    carrierIdentifier: null,
    deliveryCategory: null,
    phone: null,
    shippingRateHandle: null,
    originalPriceSet: moneyBag(line.price, currency),
    discountedPriceSet: discounted,
    currentDiscountedPriceSet: discounted,
    discountAllocations: line.discounts.map((part) => allocationSource(doc, part)),
    taxLines: line.taxLines.map((tax) => taxLineSource(tax, currency)),
  };
}

export function transactionSource(shop: Shop, order: Order, row: TransactionRow): object {
  const { currency } = order.doc;
  return {
    __typename: "OrderTransaction",
    id: gid("OrderTransaction", row.id),
    kind: row.kind,
    status: row.status,
    gateway: row.gateway,
    formattedGateway: row.gateway,
    manualPaymentGateway: row.gateway === "manual",
    amountSet: moneyBag(row.amount, currency),
    test: order.test === 1,
    errorCode: null,
    createdAt: timeText(row.processed_at),
    processedAt: timeText(row.processed_at),
    order: () => orderSource(shop, order),
    parentTransaction: () => {
      const parent =
        row.parent_id === null ? null : shop.state.one<TransactionRow>("select * from order_transaction where id = ?", row.parent_id);
      return parent && transactionSource(shop, order, parent);
    },
  };
}
