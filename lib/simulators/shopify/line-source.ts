import Decimal from "decimal.js";

import { toAmount, toMinor } from "@/lib/domain/money";

import { findProduct, findVariant, productSource, variantSource } from "./catalogue";
import { allocationSource } from "./discount-source";
import { gid } from "./ids";
import { bagOfMinor, moneyBag, sumOf } from "./money";
import { taxLineSource } from "./order-parts-source";
import type { Line, Order } from "./orders";
import type { Shop } from "./shop";

export function lineSource(shop: Shop, order: Order, { id, variant_id, quantity, current, fulfilled, doc }: Line) {
  const { currency } = order.doc;
  const variant = () => findVariant(shop, variant_id);
  const original = () => toMinor(doc.unitPrice, currency) * quantity;
  const off = () =>
    sumOf(
      doc.discounts.map(({ amount }) => amount),
      currency,
    );
  const open = () => Math.max(0, current - fulfilled);
  return {
    __typename: "LineItem",
    id: gid("LineItem", id),
    sku: doc.sku,
    title: doc.title,
    name: doc.variantTitle === null ? doc.title : `${doc.title} - ${doc.variantTitle}`,
    variantTitle: doc.variantTitle,
    vendor: doc.vendor,
    quantity,
    currentQuantity: current,
    refundableQuantity: current,
    unfulfilledQuantity: open,
    nonFulfillableQuantity: () => quantity - open(),
    requiresShipping: doc.requiresShipping,
    isGiftCard: doc.isGiftCard,
    taxable: doc.taxable,
    restockable: true,
    merchantEditable: order.cancelled_at === null,
    customAttributes: doc.customAttributes,
    originalUnitPriceSet: moneyBag(doc.unitPrice, currency),
    originalTotalSet: () => bagOfMinor(original(), currency),
    discountedUnitPriceSet: moneyBag(doc.unitPrice, currency),
    discountedTotalSet: () => bagOfMinor(original() - off(), currency),
    totalDiscountSet: () => bagOfMinor(off(), currency),
    // Rounded per unit, so times the quantity it need not be the total.
    discountedUnitPriceAfterAllDiscountsSet: () =>
      bagOfMinor(
        quantity === 0 ? 0 : new Decimal(original() - off()).div(quantity).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(),
        currency,
      ),
    priceAfterAllDiscountsBeforeTaxesSet: () =>
      moneyBag(
        toAmount(
          original() -
            off() -
            (order.doc.taxesIncluded
              ? sumOf(
                  doc.taxLines.map(({ price }) => price),
                  currency,
                )
              : 0),
          currency,
        ),
        currency,
      ),
    discountAllocations: doc.discounts.map((part) => allocationSource(order.doc, part)),
    taxLines: ({ first }: { first?: number | null }) =>
      doc.taxLines.slice(0, first ?? undefined).map((line) => taxLineSource(line, currency)),
    duties: [],
    lineItemGroup: null,
    variant: () => {
      const found = variant();
      return found && variantSource(shop, found);
    },
    product: () => {
      const product = findProduct(shop, variant()?.product_id ?? null);
      return product && productSource(shop, product);
    },
  };
}
