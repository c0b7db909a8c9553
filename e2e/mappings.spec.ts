import { expect, type Page, test } from "@playwright/test";
import { parse } from "csv-parse/sync";

import { popUp } from "../prisma/seed/demo-plan";
import { goods } from "../prisma/seed/goods";
import { as } from "./as";
import { listTillOrders } from "./platforms";
import { untilQuiet } from "./quiet";

test.beforeEach(async ({ page }) => {
  await as(page, "ops");
  await untilQuiet(page);
});

test("ops gives the pop-up its warehouse: what that frees is shown first, then released, and arrives at the till", async ({ page }) => {
  const before = await listTillOrders();
  await page.goto("/mappings?tab=locations");
  const row = page.getByRole("row").filter({ hasText: popUp }).first();
  const held = Number.parseInt((await row.getByText(/^\d+ orders? held$/).textContent()) ?? "", 10);
  expect(held).toBeGreaterThan(0);

  await row.getByRole("combobox", { name: `Warehouse of ${popUp}` }).click();
  await page.getByRole("option", { name: popUp }).click();
  await page.getByRole("button", { name: "Review and save" }).click();
  const review = page.getByRole("dialog");
  await expect(review.getByText(`${held} of ${held} orders would go`)).toBeVisible();
  await review.getByRole("button", { name: `Save mapping and release ${held} orders` }).click();
  await expect(review.getByText(`${held} of ${held} orders confirmed at the till, as foreseen.`)).toBeVisible({ timeout: 45_000 });
  expect(await listTillOrders()).toHaveLength(before.length + held);
});

test("a file in another encoding, or without a column, saves nothing and says why", async ({ page }) => {
  const before = await exported(page);
  await openImport(page);
  await choose(page, "latin-1.csv", Buffer.from("kind,theirs,ours\nsku,CAFÉ,QD-BEA-MOS\n", "latin1"));
  await expect(page.getByRole("alert").filter({ hasText: "not written in UTF-8" })).toContainText("Nothing was saved.");
  await choose(page, "utf-16.csv", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("kind,theirs,ours\n", "utf16le")]));
  await expect(page.getByRole("alert").filter({ hasText: "UTF-16" })).toBeVisible();
  await choose(page, "no-column.csv", Buffer.from("kind,theirs\nsku,WEB-1\n"));
  await expect(page.getByRole("alert").filter({ hasText: "The column ours cannot be found." })).toBeVisible();
  expect(await exported(page)).toEqual(before);
});

test("each line of a file gets its verdict, only the right ones are saved, formulas leave escaped, and history puts all back", async ({
  page,
}) => {
  const [one, other] = goods.map(({ tillSku }) => tillSku);
  const before = await exported(page);
  const lines = [
    ["sku", "WEB-ONE", one],
    ["sku", "WEB-ONE", other],
    ["sku", "=cmd|' /C calc'!A0", one],
    ["sku", "WEB-TWO", "=1+1"],
    ["colour", "WEB-THREE", one],
    ["location", "70009999", "99"],
  ];
  await openImport(page);
  await choose(page, "mappings.csv", Buffer.from(["kind,theirs,ours", ...lines.map((line) => line.join(","))].join("\r\n")));
  await page.getByRole("button", { name: `All ${lines.length}` }).click();
  const verdicts = page.getByRole("table", { name: "Lines of the file" }).getByRole("row");
  await expect(verdicts).toHaveCount(lines.length + 1);
  await expect(verdicts.nth(1)).toContainText("New");
  await expect(verdicts.nth(2)).toContainText("The same code is already on line 2");
  await expect(verdicts.nth(3)).toContainText("A spreadsheet would run this as a formula");
  await expect(verdicts.nth(4)).toContainText("=1+1 is not a product of the till.");
  await expect(verdicts.nth(5)).toContainText("“colour” is no kind");
  await expect(verdicts.nth(6)).toContainText("99 is not a warehouse of the till.");
  expect(await exported(page)).toEqual(before);

  await page.getByRole("button", { name: "Review 2 changes, leave out 4 wrong lines" }).click();
  const preview = page.getByRole("dialog", { name: "Save 2 mappings from mappings.csv" });
  await expect(preview).toContainText("No order waits for any of this");
  expect(await exported(page)).toEqual(before);
  await preview.getByRole("button", { name: "Save 2 mappings" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  const added = (await exported(page)).filter((line) => !before.includes(line));
  expect(added).toEqual([`sku|'=cmd|' /C calc'!A0|${one}`, `sku|WEB-ONE|${one}`]);

  await page.getByRole("tab", { name: "History" }).click();
  const batch = page.getByRole("listitem").filter({ hasText: "WEB-ONE" }).filter({ hasText: "2 products" });
  await batch.getByRole("button", { name: "Put back" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Put back" }).click();
  await expect(batch.filter({ hasText: /Put back/, hasNot: page.getByRole("button", { name: "Put back" }) })).toHaveCount(1);
  await expect.poll(() => exported(page)).toEqual(before);
});

const openImport = async (page: Page) => {
  await page.goto("/mappings");
  await page.getByRole("button", { name: "Import" }).click();
};

const choose = (page: Page, name: string, buffer: Buffer) =>
  page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/csv", buffer });

/** All mappings as the file for spreadsheets has them, a line each. */
async function exported(page: Page): Promise<string[]> {
  if (!page.url().includes("/mappings")) await page.goto("/mappings");
  const href = await page.locator("a[download]").getAttribute("href");
  const file = await (await page.request.get(href ?? "")).body();
  const records: string[][] = parse(file, { bom: true, from_line: 2 });
  return records.map((cells) => cells.join("|")).sort();
}
