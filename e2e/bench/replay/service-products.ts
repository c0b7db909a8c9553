import type { LinkEdit } from "@/lib/domain/mapping/link";
import { serviceKinds } from "@/lib/domain/mapping/link";
import { classify } from "./classify";
import type { Invoice } from "./read-invoices";

type Service = { sku: string; title: string };

/** What lines without an SKU are sold as at the till: one product without stock per kind of line. */
const shipping: Service = { sku: "SERVICE-SHIPPING", title: "Shipping" };
const other: Service = { sku: "SERVICE-OTHER", title: "Other lines" };
const kinds: readonly (Service & { codes: RegExp })[] = [
  { sku: "SERVICE-POSTAGE", title: "Postage sold on its own", codes: /^(POST|DOT|C2)$/ },
  { sku: "SERVICE-MANUAL", title: "Manual lines", codes: /^m$/i },
  { sku: "SERVICE-BANK-CHARGES", title: "Bank charges", codes: /^BANK CHARGES$/ },
  { sku: "SERVICE-AMAZON-FEE", title: "Amazon fees", codes: /^AMAZONFEE$/ },
  { sku: "SERVICE-SAMPLES", title: "Samples", codes: /^S$/ },
  { sku: "SERVICE-GIFT-VOUCHERS", title: "Gift vouchers", codes: /^gift_/i },
  { sku: "SERVICE-GIFT-SHOP", title: "Gift shop", codes: /^DCGS/i },
];

export type Services = { products: Service[]; links: LinkEdit[]; skuOf(title: string, isShipping: boolean): string };

/** The shop knows these lines by their title only, so titles are what is mapped; a title of two kinds goes with the first. */
export function servicesOf(invoices: readonly Invoice[]): Services {
  const byTitle = new Map<string, Service>();
  for (const invoice of invoices) {
    const classified = classify(invoice);
    if (classified.kind !== "order") continue;
    for (const { sku, code, title } of classified.sale.goods) {
      const kind = sku === null ? kinds.find(({ codes }) => codes.test(code)) : undefined;
      if (kind && !byTitle.has(title)) byTitle.set(title, kind);
    }
  }
  const shippingTitles = new Set(invoices.flatMap(titlesOfShipping));
  const mapped = [...byTitle].filter(([title]) => !shippingTitles.has(title));
  const titles = new Map(mapped);
  const used = new Set(titles.values());
  return {
    products: [shipping, other, ...[...used].map(({ sku, title }) => ({ sku, title }))],
    links: [
      { kind: "service", theirs: serviceKinds.shipping, ours: shipping.sku },
      { kind: "service", theirs: serviceKinds.custom, ours: other.sku },
      ...mapped.map(([theirs, { sku }]): LinkEdit => ({ kind: "service", theirs, ours: sku })),
    ],
    skuOf: (title, isShipping) => (isShipping ? shipping : (titles.get(title) ?? other)).sku,
  };
}

function titlesOfShipping(invoice: Invoice): string[] {
  const classified = classify(invoice);
  return classified.kind === "order" ? classified.sale.shipping.map(({ title }) => title) : [];
}
