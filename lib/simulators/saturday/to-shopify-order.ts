import { toAmount } from "../../domain/money";
import type { WebLine, WebOrder } from "./plan-web-order";
import type { Address } from "./shoppers";

const currency = "GBP";
const money = (units: number) => toAmount(units, currency);

/** As Shopify's own checkout would leave it: prices with VAT, discounts on the lines, tax per line. */
export function toShopifyOrder({ shopper, address, locationid, method, lines, shipping, isPaid }: WebOrder, createdAt: string | null) {
  const { firstName, lastName, email, phone } = shopper;
  const off = lines.reduce((total, { discount }) => total + discount, 0);
  const place =
    method === "PICK_UP"
      ? { pickupLocationId: locationid }
      : { fulfilmentOrders: locationid === null ? [] : [{ locationId: locationid, methodType: method }] };
  return {
    ...(createdAt === null ? {} : { createdAt }),
    ...place,
    currency,
    taxesIncluded: true,
    email,
    phone,
    customer: { firstName, lastName, email },
    shippingAddress: address && toAddress(shopper, address),
    billingAddress: address && toAddress(shopper, address),
    discounts: off === 0 ? [] : [{ type: "code", name: "SATURDAY10", percentage: 10, amount: money(off) }],
    lines: lines.map(toLine),
    shippingLines:
      shipping === null
        ? []
        : [{ title: shipping.title, price: money(shipping.price), taxLines: [taxLine(shipping.rate, shipping.price)] }],
    financialStatus: isPaid ? "PAID" : "PENDING",
    checkAvailability: true,
  };
}

function toLine({ sku, quantity, unitPrice, discount, rate }: WebLine) {
  return {
    sku,
    quantity,
    unitPrice: money(unitPrice),
    discounts: discount === 0 ? [] : [{ discount: 0, amount: money(discount) }],
    taxLines: rate === 0 ? [] : [taxLine(rate, unitPrice * quantity - discount)],
  };
}

/** What is left of a price with VAT when its net is rounded. */
function taxLine(rate: number, paid: number) {
  return { title: "VAT", rate: rate / 100, price: money(paid - Math.round((paid * 100) / (100 + rate))) };
}

function toAddress({ firstName, lastName, phone }: WebOrder["shopper"], { address1, city, zip, countryCode }: Address) {
  return { name: `${firstName} ${lastName}`, address1, city, zip, countryCode, phone };
}
