import type { Invoice, InvoiceLine } from "./replay/read-invoices";
import { seededNumbers } from "./seeded-numbers";

/** Orders for tests under load, where no file is at hand: one to six lines of some hundred products, a tenth with postage. */
export function madeUpInvoices(count: number, seed: number, first = 900_001): Invoice[] {
  const next = seededNumbers(seed);
  const whole = (below: number) => Math.floor(next() * below);
  const line = (code: string, quantity: number, pence: number): InvoiceLine => ({
    code,
    description: `PRODUCT ${code}`,
    quantity,
    unitPrice: (pence / 100).toFixed(2),
  });
  return Array.from({ length: count }, (_, at) => ({
    id: String(first + at),
    at: at * 1_000,
    customerId: whole(4) === 0 ? null : String(10_000 + whole(300)),
    country: whole(6) === 0 ? "Norway" : "United Kingdom",
    lines: [
      ...Array.from({ length: 1 + whole(6) }, () => line(String(20_000 + whole(120)), 1 + whole(4), 50 + whole(5_000))),
      ...(whole(10) === 0 ? [line("POST", 1, 395)] : []),
    ],
  }));
}
