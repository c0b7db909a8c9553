import type { CauseDraft } from "../exceptions/kind";
import { changedAfterImport } from "../exceptions/kinds/changed-after-import";
import { currencyDiffers } from "../exceptions/kinds/currency-differs";
import { locationUnmapped } from "../exceptions/kinds/location-unmapped";
import { orderIncomplete } from "../exceptions/kinds/order-incomplete";
import { quantityAbsurd } from "../exceptions/kinds/quantity-absurd";
import { totalsDiffer } from "../exceptions/kinds/totals-differ";
import { vatDiffers } from "../exceptions/kinds/vat-differs";
import { minor, sum, toAmount } from "../money";
import { comparePrices, type PriceDifference } from "../prices/compare-prices";
import { priceCauses } from "../prices/price-causes";
import { applyCorrections } from "./apply-corrections";
import { changesBetween } from "./changes-between";
import { externalIdOf } from "./external-id";
import { planLinked } from "./linked-order";
import { missingFacts } from "./missing-facts";
import type { OrderContext } from "./order-context";
import { sayFact } from "./order-fact";
import type { PosOrderDraft, PosRow } from "./pos-order";
import { isRounding, looksLikeTaxMode, type VatOfRate, vatByRate } from "./predict-vat";
import type { Route } from "./route";
import { routeOrder } from "./route-order";
import { rowsOf } from "./rows";
import type { ShopOrder } from "./shop-order";
import { type Portion, placesOf, splitByLocation } from "./split-by-location";

/** An order the POS already has, or may have: what was sent and its id there once known. `webRows`: entered by hand, and what the web order asked for when it was linked. */
export type SentOrder = { draft: PosOrderDraft; posOrderId: string | null; webRows?: readonly PosRow[] | null };

export type OrderPlan =
  | { verdict: "goes"; drafts: PosOrderDraft[]; rounding: VatOfRate[]; prices: PriceDifference[]; route: Route | null }
  | { verdict: "unchanged" }
  | { verdict: "cancel"; sent: readonly SentOrder[] }
  | { verdict: "held"; causes: CauseDraft[] }
  /** Not due yet: no fault of anybody. */
  | { verdict: "waiting"; reason: string }
  | { verdict: "skipped"; reason: string };

const mostUnits = 1_000_000;

/** What has to happen to one web order at the POS. `sent`: what was sent for it before. */
export function planOrder(source: ShopOrder, context: OrderContext, sent: readonly SentOrder[] = []): OrderPlan {
  const corrected = applyCorrections(source, context.corrections(source.id));
  const { order, route, cause: unplaced } = routeOrder(corrected, context.routing, context.now, sent);
  if (order.isTest) return { verdict: "skipped", reason: "It is a test order" };
  if (order.isBornInPos) return { verdict: "skipped", reason: "It was made at the till" };
  if (order.cancelledAt)
    return sent.length > 0 ? { verdict: "cancel", sent } : { verdict: "skipped", reason: "It was cancelled before it reached the till" };
  if (sent.length === 0) {
    const notDue = whyNotDue(order, context);
    if (notDue) return { verdict: "waiting", reason: notDue };
    if (order.lines.every(({ quantity }) => quantity === 0)) return { verdict: "skipped", reason: "Nothing is left to deliver" };
  }

  const { rows, shippingRows, causes } = rowsOf(order, context);
  const linked = planLinked(order, [...rows, ...shippingRows], sent);
  if (linked) return linked;
  const places = placesOf(order.allocations);
  if (order.currency !== context.pos.currency)
    causes.push(
      currencyDiffers.raise({ currency: order.currency, expected: context.pos.currency }, { field: "Currency", value: order.currency }),
    );
  for (const { quantity, title } of order.lines) {
    if (quantity > mostUnits)
      causes.push(
        quantityAbsurd.raise(
          { orderId: order.id, name: order.name, quantity, line: title },
          { field: "Quantity", value: String(quantity) },
        ),
      );
  }
  if (unplaced) causes.push(unplaced);
  for (const { locationId, name } of places ?? []) {
    if (context.warehouse(locationId) === null)
      causes.push(locationUnmapped.raise({ locationId, name }, { field: "Location", value: name }));
  }

  const isAtPos = sent.length > 0 && sent.every(({ posOrderId }) => posOrderId !== null);
  const lacks = isAtPos ? [] : missingFacts(order);
  if (lacks.length > 0)
    causes.push(
      orderIncomplete.raise(
        { orderId: order.id, name: order.name, lacks },
        {
          field: lacks.map(({ fact }) => sayFact(fact)).join(", "),
          value: lacks.every(({ problem }) => problem === "missing") ? "missing" : "not right",
        },
      ),
    );

  const tied = tieOut(order, [...rows, ...shippingRows]);
  if (tied.cause) causes.push(tied.cause);
  const portions = places ? splitByLocation(order, places, tied.rows.slice(0, rows.length), tied.rows.slice(rows.length)) : [];
  const vat = vatByRate(portions.flatMap((portion) => portion.rows));
  for (const rate of vat) if (!isRounding(rate)) causes.push(vatCause(rate, order));

  // What crossed already is not held for its prices.
  const prices = sent.length === 0 && context.prices ? comparePrices(order, context.prices) : [];
  if (context.prices) causes.push(...priceCauses(order, prices, context.prices));

  if (causes.length > 0) return { verdict: "held", causes: distinct(causes) };
  const drafts = portions.map((portion, index) => ({
    ...draftOf(order, portion, index, context),
    ...(route?.locationId === portion.place.locationId && { route }),
  }));
  if (!isAtPos) return { verdict: "goes", drafts, rounding: vat.filter(({ shop, pos }) => shop !== pos), prices, route };

  const changes = changesBetween(
    sent.map(({ draft }) => draft),
    drafts,
  );
  if (changes.length === 0) return { verdict: "unchanged" };
  return {
    verdict: "held",
    causes: [changedAfterImport.raise({ orderId: order.id, name: order.name, changes }, { field: "Order", value: changes.join(", ") })],
  };
}

function whyNotDue({ payment }: ShopOrder, { shop: { dueWhen } }: OrderContext): string | null {
  if (payment === "voided" || payment === "expired") return "Its payment did not happen";
  if (dueWhen === "any" || ["paid", "partially-refunded", "refunded"].includes(payment)) return null;
  if (dueWhen === "authorized" && payment === "authorized") return null;
  return "It is not paid yet";
}

/** Gross must meet the order's total to the minor unit; prices without tax may leave half a unit a row, which the last row takes. */
function tieOut(order: ShopOrder, rows: PosRow[]): { rows: PosRow[]; cause: CauseDraft | null } {
  const paid = sum(rows.map(({ gross, discount }) => minor(gross - discount)));
  const gap = order.total - paid;
  const last = rows.findLastIndex(({ gross }) => gross !== 0);
  if (gap === 0) return { rows, cause: null };
  if (!order.taxesIncluded && last >= 0 && Math.abs(gap) * 2 <= rows.length) {
    return { rows: rows.map((row, index) => (index === last ? { ...row, gross: minor(row.gross + gap) } : row)), cause: null };
  }
  const evidence = { orderId: order.id, name: order.name, lines: paid, total: order.total, currency: order.currency };
  return {
    rows,
    cause: totalsDiffer.raise(evidence, {
      field: "Total",
      value: `${toAmount(order.total, order.currency)}, lines ${toAmount(paid, order.currency)}`,
    }),
  };
}

function vatCause(vat: VatOfRate, { currency }: ShopOrder): CauseDraft {
  const value = `shop ${toAmount(vat.shop, currency)}, till ${toAmount(vat.pos, currency)}`;
  return vatDiffers.raise(
    { rate: vat.rate, looksLike: looksLikeTaxMode(vat) ? "tax-mode" : "other" },
    { field: `VAT at ${vat.rate} %`, value },
  );
}

function distinct(causes: readonly CauseDraft[]): CauseDraft[] {
  return [...new Map(causes.map((cause) => [`${cause.kind}|${cause.entity}`, cause])).values()];
}

function draftOf(order: ShopOrder, { place, rows }: Portion, index: number, { shop, now, warehouse }: OrderContext): PosOrderDraft {
  const amount = sum(rows.map(({ gross, discount }) => minor(gross - discount)));
  return {
    externalId: externalIdOf(shop.code, order.id, index),
    locationId: place.locationId,
    warehouseId: warehouse(place.locationId)!,
    currency: order.currency,
    placedAt: order.placedAt,
    reservedUntil: shop.reserveDays > 0 ? new Date(now + shop.reserveDays * 86_400_000).toISOString() : null,
    email: order.email,
    firstName: order.firstName,
    lastName: order.lastName,
    phone: order.phone,
    invoice: order.billing,
    delivery: place.isPickup ? null : order.shipping,
    rows,
    payments: [{ name: order.payments[0]?.gateway || shop.name, amount, externalId: order.payments[0]?.id ?? "" }],
    webOrderId: order.id,
    webOrderName: order.name,
    shopName: shop.name,
  };
}
