import Decimal from "decimal.js";

import { toMinor } from "@/lib/domain/money";

import { findProduct, findVariant, productSource, variantSource } from "./catalogue";
import { allocationSource } from "./discount-source";
import { gid } from "./ids";
import { bagOfMinor, moneyBag, sumOf } from "./money";
import { taxLineSource } from "./order-parts-source";
import type { Line, Order } from "./orders";
import type { Shop } from "./shop";

/** A class, unlike the other sources: an invoice has hundreds of them, and methods of a prototype cost nothing each. */
export class LineSource {
  readonly __typename = "LineItem";
  readonly duties = [];
  readonly lineItemGroup = null;
  readonly restockable = true;
  readonly quantity: number;
  readonly currentQuantity: number;
  readonly refundableQuantity: number;

  constructor(
    private readonly shop: Shop,
    private readonly order: Order,
    private readonly row: Line,
  ) {
    this.quantity = row.quantity;
    this.currentQuantity = row.current;
    this.refundableQuantity = row.current;
  }

  id() {
    return gid("LineItem", this.row.id);
  }
  sku() {
    return this.row.doc.sku;
  }
  title() {
    return this.row.doc.title;
  }
  name() {
    const { title, variantTitle } = this.row.doc;
    return variantTitle === null ? title : `${title} - ${variantTitle}`;
  }
  variantTitle() {
    return this.row.doc.variantTitle;
  }
  vendor() {
    return this.row.doc.vendor;
  }
  unfulfilledQuantity() {
    return Math.max(0, this.row.current - this.row.fulfilled);
  }
  nonFulfillableQuantity() {
    return this.quantity - this.unfulfilledQuantity();
  }
  requiresShipping() {
    return this.row.doc.requiresShipping;
  }
  isGiftCard() {
    return this.row.doc.isGiftCard;
  }
  taxable() {
    return this.row.doc.taxable;
  }
  merchantEditable() {
    return this.order.cancelled_at === null;
  }
  customAttributes() {
    return this.row.doc.customAttributes;
  }

  originalUnitPriceSet() {
    return moneyBag(this.row.doc.unitPrice, this.currency);
  }
  discountedUnitPriceSet() {
    return this.originalUnitPriceSet();
  }
  originalTotalSet() {
    return bagOfMinor(this.original(), this.currency);
  }
  discountedTotalSet() {
    return bagOfMinor(this.original() - this.off(), this.currency);
  }
  totalDiscountSet() {
    return bagOfMinor(this.off(), this.currency);
  }
  /** Rounded per unit, so times the quantity it need not be the total. */
  discountedUnitPriceAfterAllDiscountsSet() {
    const unit = new Decimal(this.original() - this.off()).div(this.quantity || 1);
    return bagOfMinor(unit.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(), this.currency);
  }
  priceAfterAllDiscountsBeforeTaxesSet() {
    const taxes = this.row.doc.taxLines.map(({ price }) => price);
    const inside = this.order.doc.taxesIncluded ? sumOf(taxes, this.currency) : 0;
    return bagOfMinor(this.original() - this.off() - inside, this.currency);
  }
  discountAllocations() {
    return this.row.doc.discounts.map((part) => allocationSource(this.order.doc, part));
  }
  taxLines({ first }: { first?: number | null }) {
    return this.row.doc.taxLines.slice(0, first ?? undefined).map((line) => taxLineSource(line, this.currency));
  }

  variant() {
    const found = findVariant(this.shop, this.row.variant_id);
    return found && variantSource(this.shop, found);
  }
  product() {
    const product = findProduct(this.shop, findVariant(this.shop, this.row.variant_id)?.product_id ?? null);
    return product && productSource(this.shop, product);
  }

  private get currency() {
    return this.order.doc.currency;
  }
  private original() {
    return toMinor(this.row.doc.unitPrice, this.currency) * this.quantity;
  }
  private off() {
    const amounts = this.row.doc.discounts.map(({ amount }) => amount);
    return sumOf(amounts, this.currency);
  }
}
