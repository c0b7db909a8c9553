import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";

import { moveTo, readInvoices, UnusableFile } from "./read-invoices";

const header = "invoice,stock_code,description,quantity,invoiced_at,unit_price_gbp,customer_id,country";
const folder = mkdtempSync(path.join(tmpdir(), "invoices-"));
let files = 0;
const fileOf = (text: string): string => {
  const file = path.join(folder, `${++files}.csv`);
  writeFileSync(file, text);
  return file;
};
const said = (text: string) =>
  readInvoices(fileOf(text)).then(
    () => "it was read",
    (cause: Error) => (cause instanceof UnusableFile ? cause.message : `another error: ${cause}`),
  );

test("lines of one invoice belong together wherever they stand, in the order of the file", async () => {
  const invoices = await readInvoices(
    fileOf(
      `${header}\n1,10A,MUG,2,2010-12-01T08:26:00,2.55,17850,United Kingdom\n2,10A,MUG,1,2010-12-01T09:00:00,2.55,,EIRE\n1,10a,"CUP, RED",3,2010-12-01T08:26:00,0.001,17850,United Kingdom\n`,
    ),
  );
  expect(invoices.map(({ id, lines }) => [id, ...lines.map(({ code }) => code)])).toEqual([
    ["1", "10A", "10a"],
    ["2", "10A"],
  ]);
  expect(invoices[0]!.lines[1]).toEqual({ code: "10a", description: "CUP, RED", quantity: 3, unitPrice: "0.001" });
  expect(invoices.map(({ customerId }) => customerId)).toEqual(["17850", null]);
});

test("byte order mark, CRLF, another order of columns and a missing last line end are no obstacle", async () => {
  const [invoice] = await readInvoices(
    fileOf(
      "\uFEFFcountry,invoice,stock_code,description,quantity,invoiced_at,unit_price_gbp,customer_id\r\nEIRE,7, 10A ,,-1,2010-12-01T08:26:00,3,\r\n",
    ),
  );
  expect(invoice).toMatchObject({ id: "7", country: "EIRE", lines: [{ code: " 10A ", description: "", quantity: -1, unitPrice: "3" }] });
});

test("what cannot be used is said in one sentence, with the line", async () => {
  const row = "1,10A,MUG,2,2010-12-01T08:26:00,2.55,17850,United Kingdom";
  expect(await said(`${header.replace("quantity,", "")}\n`)).toMatch(/lacks the column quantity; it needs invoice, /);
  expect(await said("")).toMatch(/has no invoices/);
  expect(await said(`${header}\n`)).toMatch(/has no invoices/);
  expect(await said(`${header}\n${row}\n${row.replace(",2,", ",two,")}\n`)).toMatch(/line 3: the quantity is no whole number\.$/);
  expect(await said(`${header}\n${row.replace("2.55", "£2.55")}\n`)).toMatch(/line 2: the price is no amount\.$/);
  expect(await said(`${header}\n${row.replace("2010-12-01T08:26:00", "01/12/2010")}\n`)).toMatch(/line 2: "01\/12\/2010" is no time like/);
  expect(await said(`${header}\n${row.replace("MUG", "M\0G")}\n`)).toMatch(/line 2: it holds a character that is no text\.$/);
  expect(await said(`${header}\n${row.replace(",2,2010", ",999999999,2010")}\n`)).toMatch(
    /line 2: the amount is larger than can be counted/,
  );
  expect(await said(`${header}\n${row},more\n`)).toMatch(/is no CSV of this form/);
  await expect(readInvoices(path.join(folder, "none.csv"))).rejects.toThrow(/none\.csv does not exist\.$/);
  await expect(readInvoices(folder)).rejects.toThrow(/cannot be read/);
});

test("times move together until the last is now", () => {
  const at = (time: number) => ({ id: String(time), at: time, customerId: null, country: "", lines: [] });
  expect(moveTo(1_000, [at(10), at(40), at(25)]).map((invoice) => invoice.at)).toEqual([970, 1_000, 985]);
});
