import { createReadStream } from "node:fs";
import { CsvError, parse } from "csv-parse";
import { z } from "zod";

import { fromLondon } from "./london-time";

export const columns = [
  "invoice",
  "stock_code",
  "description",
  "quantity",
  "invoiced_at",
  "unit_price_gbp",
  "customer_id",
  "country",
] as const;

export type InvoiceLine = {
  /** Verbatim: case and spaces count. */
  code: string;
  description: string;
  quantity: number;
  /** Pounds as the file says them, up to four places. */
  unitPrice: string;
};
export type Invoice = {
  id: string;
  /** Milliseconds since the epoch. */
  at: number;
  customerId: string | null;
  country: string;
  lines: InvoiceLine[];
};

/** The file cannot be replayed; the message says where and why. */
export class UnusableFile extends Error {}

/** Far above any invoice, and small enough that sums of many stay exact in pence. */
const mostPounds = 1e9;

/** No platform and no database keeps a NUL. */
const text = z.string().refine((value) => !value.includes("\0"), "it holds a character that is no text");

const Row = z.object({
  invoice: text.min(1, "there is no invoice number"),
  stock_code: text.min(1, "there is no stock code"),
  description: text,
  quantity: z.string().regex(/^\s*[+-]?\d{1,9}(\.0+)?\s*$/, "the quantity is no whole number"),
  invoiced_at: z.string(),
  unit_price_gbp: z.string().regex(/^\s*[+-]?\d{1,9}(\.\d{1,12})?\s*$/, "the price is no amount"),
  customer_id: text,
  country: text,
});

/** Lines of one invoice belong together wherever they stand; invoices in the order in which they begin. */
export async function readInvoices(file: string): Promise<Invoice[]> {
  const source = createReadStream(file);
  const parser = parse({ bom: true, info: true, skip_empty_lines: true, columns: (header: string[]) => checked(file, header) });
  source.on("error", (cause) => parser.destroy(cause));
  const invoices = new Map<string, Invoice>();
  try {
    for await (const { info, record } of source.pipe(parser)) addRow(file, info.lines, Row.safeParse(record), invoices);
  } catch (cause) {
    throw explained(file, cause);
  }
  if (invoices.size === 0)
    throw new UnusableFile(
      `${file} has no invoices: it needs a first line with the columns ${columns.join(", ")}, then one line per invoice line.`,
    );
  return [...invoices.values()];
}

/** Every time moved by the same span, so that the last invoice is at `now`. */
export function moveTo(now: number, invoices: readonly Invoice[]): Invoice[] {
  const last = invoices.reduce((latest, { at }) => Math.max(latest, at), Number.NEGATIVE_INFINITY);
  return invoices.map((invoice) => ({ ...invoice, at: invoice.at + now - last }));
}

function checked(file: string, header: string[]): string[] {
  const names = header.map((name) => name.trim().toLowerCase());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length === 0) return names;
  throw new UnusableFile(`${file} lacks the column${missing.length > 1 ? "s" : ""} ${missing.join(", ")}; it needs ${columns.join(", ")}.`);
}

function addRow(file: string, line: number, read: z.ZodSafeParseResult<z.infer<typeof Row>>, invoices: Map<string, Invoice>): void {
  if (!read.success) throw new UnusableFile(`${file}, line ${line}: ${read.error.issues[0]?.message ?? "unreadable"}.`);
  const { invoice: id, stock_code: code, description, quantity, invoiced_at, unit_price_gbp, customer_id, country } = read.data;
  if (Math.abs(Number(quantity) * Number(unit_price_gbp)) > mostPounds)
    throw new UnusableFile(`${file}, line ${line}: the amount is larger than can be counted to the penny.`);
  const at = fromLondon(invoiced_at.trim());
  if (at === null) throw new UnusableFile(`${file}, line ${line}: "${invoiced_at}" is no time like 2010-12-01T08:26:00.`);
  const invoice = invoices.get(id) ?? { id, at, customerId: customer_id.trim() || null, country: country.trim(), lines: [] };
  invoice.lines.push({ code, description: description.trim(), quantity: Number(quantity), unitPrice: unit_price_gbp.trim() });
  invoices.set(id, invoice);
}

function explained(file: string, cause: unknown): Error {
  if (cause instanceof UnusableFile) return cause;
  if (cause instanceof CsvError) return new UnusableFile(`${file} is no CSV of this form: ${cause.message}`);
  const { code } = cause as NodeJS.ErrnoException;
  if (code === "ENOENT") return new UnusableFile(`${file} does not exist.`);
  if (code === "EISDIR" || code === "EACCES") return new UnusableFile(`${file} cannot be read (${code}).`);
  return cause as Error;
}
