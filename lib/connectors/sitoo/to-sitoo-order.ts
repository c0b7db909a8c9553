import Decimal from "decimal.js";

import type { PosOrderDraft } from "@/lib/domain/orders/pos-order";
import type { Address } from "@/lib/domain/orders/shop-order";

import { toMoney, toSeconds } from "./amounts";

const order = 10;
const product = 10;
const paid = 20;

/** One web order, or its part at one warehouse. Without `delivery_*` the store hands it over, with it the store ships it. */
export function toSitooOrder(draft: PosOrderDraft) {
  const { currency } = draft;
  return {
    ordertypeid: order,
    paymentstateid: paid,
    externalid: draft.externalId,
    warehouseid: Number(draft.warehouseId),
    currencycode: currency,
    orderdate: toSeconds(draft.placedAt),
    ...(draft.reservedUntil !== null && { datereserved: toSeconds(draft.reservedUntil) }),
    email: draft.email,
    namefirst: draft.firstName,
    namelast: draft.lastName,
    phone: draft.phone,
    ...(draft.invoice && address("invoice", draft.invoice)),
    ...(draft.delivery && address("delivery", draft.delivery)),
    orderitems: draft.rows.map((row) => ({
      orderitemtype: product,
      sku: row.sku,
      productname: row.title,
      quantity: row.quantity,
      moneyrowprice: toMoney(row.gross, currency),
      moneyrowdiscount: toMoney(row.discount, currency),
      vatvalue: new Decimal(row.rate).toNumber(),
      additionaldata: { "shop-tax": toMoney(row.shopTax, currency), "shop-line": row.shopLineId },
    })),
    payments: draft.payments.map(({ name, amount, externalId }) => ({
      name,
      moneyamount: toMoney(amount, currency),
      externalid: externalId,
    })),
    additionaldata: {
      weborder: "true",
      "web-order-id": draft.webOrderId,
      "web-order-name": draft.webOrderName,
      "web-shop": draft.shopName,
    },
  };
}

const address = (kind: "invoice" | "delivery", { street, street2, zip, city, country }: Address) => ({
  [`${kind}_address`]: street,
  [`${kind}_address2`]: street2,
  [`${kind}_zip`]: zip,
  [`${kind}_city`]: city,
  [`${kind}_countryid`]: country,
});
