import { penceOf } from "./classify";
import type { Invoice } from "./read-invoices";

export type Product = {
  /** As the file says it, and as the shop keeps it. */
  sku: string;
  /** As the till keeps it: it takes letters, digits and _ + - / only. */
  skuAtTill: string;
  title: string;
  /** Pence: the highest price of the file. */
  price: number;
};

/** Every SKU of the file, in the order of its codes. Two codes never share one at the till. */
export function catalogueOf(invoices: readonly Invoice[]): Product[] {
  const found = new Map<string, Product>();
  for (const { code, description, unitPrice } of invoices.flatMap(({ lines }) => lines)) {
    if (!/^[0-9]/.test(code)) continue;
    const seen = found.get(code);
    const price = Math.max(0, penceOf(unitPrice), seen?.price ?? 0);
    found.set(code, { sku: code, skuAtTill: code, title: seen?.title || description, price });
  }
  const taken = new Set([...found.keys()].filter(isPossible));
  return [...found.values()]
    .sort((a, b) => byCode(a.sku, b.sku))
    .map((product) => ({
      ...product,
      title: product.title || product.sku,
      skuAtTill: isPossible(product.sku) ? product.sku : cleaned(product.sku, taken),
    }));
}

/** The SKUs on the most invoices; of equals the lower code. */
export function mostUsed(invoices: readonly Invoice[], count: number): string[] {
  const uses = new Map<string, number>();
  for (const { lines } of invoices) {
    for (const code of new Set(lines.map((line) => line.code))) if (/^[0-9]/.test(code)) uses.set(code, (uses.get(code) ?? 0) + 1);
  }
  return [...uses]
    .sort(([a, n], [b, m]) => m - n || byCode(a, b))
    .slice(0, count)
    .map(([sku]) => sku);
}

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const isPossible = (sku: string) => /^[A-Za-z0-9_+\-/]+$/.test(sku);

function cleaned(sku: string, taken: Set<string>): string {
  const base = sku.trim().replace(/[^A-Za-z0-9_+\-/]/g, "-");
  let name = base;
  for (let copy = 2; taken.has(name); copy++) name = `${base}-${copy}`;
  taken.add(name);
  return name;
}
