import type { TraceCause } from "./order-trace";
import type { PosOrderDraft } from "./pos-order";
import type { ShopOrder } from "./shop-order";

export type OrderLine = {
  id: string;
  title: string;
  /** Null for shipping and custom lines. */
  sku: string | null;
  /** What the till calls it, where it was sent. */
  tillSku: string | null;
  quantity: number;
  /** Still to be handed over or shipped, by the shop's own count. */
  remaining: number | null;
  paid: number;
  rate: string;
  places: string[];
  causeId: string | null;
};

/** Every line the customer bought, where it goes, and which cause holds it. */
export function listOrderLines(order: ShopOrder, drafts: readonly PosOrderDraft[], causes: readonly TraceCause[]): OrderLine[] {
  const rows = drafts.flatMap((draft) => draft.rows);
  const holding = causes.filter(({ exceptionState }) => exceptionState === "held");
  const lines = order.lines.map((line) => ({ ...line, isShipping: false }));
  const shipping = order.shippingLines.map((line) => ({ ...line, sku: null, quantity: 1, isShipping: true }));
  return [...lines, ...shipping].map(({ id, title, sku, quantity, listed, discount, taxes, isShipping }) => {
    const allocated = order.allocations.flatMap(({ locationName, lines: parts }) =>
      parts.filter(({ lineId }) => lineId === id).map(({ remaining }) => ({ locationName, remaining })),
    );
    const tax = order.taxesIncluded ? 0 : taxes.reduce((total, { amount }) => total + amount, 0);
    return {
      id,
      title,
      sku,
      tillSku: rows.find(({ shopLineId }) => shopLineId === id)?.sku ?? null,
      quantity,
      remaining: isShipping ? null : allocated.reduce((total, { remaining }) => total + remaining, 0),
      paid: listed - discount + tax,
      rate: String(taxes.reduce((total, { rate }) => total + Number(rate), 0)),
      places: [...new Set(allocated.map(({ locationName }) => locationName))],
      causeId: holding.find(({ evidence }) => isAbout(evidence, sku, title))?.id ?? null,
    };
  });
}

const isAbout = (evidence: Record<string, unknown>, sku: string | null, title: string) =>
  (sku !== null && evidence.sku === sku) || evidence.line === title;
