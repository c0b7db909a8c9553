import Decimal from "decimal.js";
import type { CauseDraft } from "../exceptions/kind";
import { lineWithoutProduct } from "../exceptions/kinds/line-without-product";
import { rateUnknown } from "../exceptions/kinds/rate-unknown";
import { skuInactive } from "../exceptions/kinds/sku-inactive";
import { skuUnknown } from "../exceptions/kinds/sku-unknown";
import type { Sku } from "../ids";
import { addVat, minor, rateFromPercent, sum } from "../money";
import type { OrderContext } from "./order-context";
import type { PosRow } from "./pos-order";
import type { ShopOrder, ShopOrderLine, ShopShippingLine } from "./shop-order";

type Line = Pick<ShopOrderLine, "id" | "title" | "listed" | "discount" | "taxes"> & { quantity: number };
type Found = { sku: Sku } | { cause: CauseDraft };

/** The whole order as POS rows, gross, before it is split by location; and everything that stands in the way. */
export function rowsOf(order: ShopOrder, context: OrderContext): { rows: PosRow[]; shippingRows: PosRow[]; causes: CauseDraft[] } {
  const causes: CauseDraft[] = [];
  const row = (line: Line, found: Found): PosRow[] => {
    if ("cause" in found) causes.push(found.cause);
    const made = rowOf(line, "sku" in found ? found.sku : ("" as Sku), order.taxesIncluded);
    if (!context.pos.rates.has(made.rate) && made.gross !== 0)
      causes.push(rateUnknown.raise({ rate: made.rate }, { field: `VAT of ${line.title}`, value: `${made.rate} %` }));
    return [made];
  };
  const rows = order.lines.filter(({ quantity }) => quantity > 0).flatMap((line) => row(line, findProduct(line, context)));
  const shippingRows = order.shippingLines
    .filter(({ listed }) => listed !== 0)
    .flatMap((line) => row({ ...line, quantity: 1 }, findShipping(line, context)));
  return { rows, shippingRows, causes };
}

function findProduct({ sku, title, isGiftCard }: ShopOrderLine, context: OrderContext): Found {
  if (sku === null) return findService(isGiftCard ? "gift-card" : "custom", title, context);
  const product = context.product(sku);
  if (product.state === "known") return { sku: product.sku };
  const detail = { field: "SKU", value: sku };
  if (product.state === "inactive") return { cause: skuInactive.raise({ sku, ours: product.sku, title }, detail) };
  return { cause: skuUnknown.raise({ sku, title }, detail) };
}

const findShipping = ({ title }: ShopShippingLine, context: OrderContext) => findService("shipping", title, context);

function findService(what: "custom" | "shipping" | "gift-card", title: string, context: OrderContext): Found {
  const sku = context.service(what, title);
  return sku === null
    ? { cause: lineWithoutProduct.raise({ line: title, what }, { field: "Line without a code", value: title }) }
    : { sku };
}

function rowOf({ id, title, quantity, listed, discount, taxes }: Line, sku: Sku, taxesIncluded: boolean): PosRow {
  const rate = rateFromPercent(taxes.reduce((total, tax) => total.add(tax.rate), new Decimal(0)).toString());
  const shopTax = sum(taxes.map(({ amount }) => amount));
  const paid = listed - discount + (taxesIncluded ? 0 : shopTax);
  const off = taxesIncluded ? discount : addVat(discount, rate);
  return { sku, title, quantity, gross: minor(paid + off), discount: minor(off), rate, shopTax, shopLineId: id };
}
