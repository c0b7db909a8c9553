import { expect, type Page, test } from "@playwright/test";

import { as } from "./as";
import { listTillOrders, ofWebOrder } from "./platforms";
import { untilQuiet } from "./quiet";

test("ecommerce fixes the costliest cause by keyboard, and the till holds every order of it once", async ({ page }) => {
  await as(page, "ecommerce");
  await untilQuiet(page);
  await page.goto("/inbox?family=mapping");
  const causes = page.getByRole("grid", { name: "Causes by impact" }).locator("[data-key]");
  await expect(causes.first()).toContainText("£");
  const costs = (await causes.allTextContents()).map(costOf);
  const costliest = costs.indexOf(Math.max(...costs));
  await expect(async () => {
    await page.keyboard.press("k");
    await expect(causes.first()).toHaveAttribute("aria-current", "true", { timeout: 500 });
  }).toPass();
  for (let at = 0; at < costliest; at += 1) await page.keyboard.press("j");
  await expect(causes.nth(costliest)).toHaveAttribute("aria-current", "true");
  await page.keyboard.press("Enter");

  const pane = page.getByRole("article");
  await expect(pane.getByRole("heading", { name: "is not known in Quillmoor stores" })).toBeVisible();
  const held = await heldBy(page);
  const before = await listTillOrders();
  expect(held.flatMap((id) => ofWebOrder(before, id))).toEqual([]);

  const suggested = pane.getByRole("list", { name: "Suggested products" }).getByRole("button").first();
  await expect(suggested).toContainText(/same barcode/i);
  await page.keyboard.press("1");
  const preview = pane.getByText(`${held.length} of ${held.length} orders would go`);
  await expect(preview).toBeVisible();
  await page.keyboard.press("Control+Enter");

  await expect(pane.getByText(`${held.length} of ${held.length} orders confirmed at the till, as foreseen.`)).toBeVisible({
    timeout: 45_000,
  });
  await expect(pane.getByText(/^Resolved at .*, verified: nothing is held by it any more\.$/)).toBeVisible();
  const after = await listTillOrders();
  for (const id of held) expect(ofWebOrder(after, id), `order ${id} at the till`).toHaveLength(1);
  expect(after.length - before.length).toBe(held.length);
});

const costOf = (row: string): number => Number(/£([\d,]+\.\d\d)/.exec(row)?.[1]?.replaceAll(",", "") ?? 0);

/** The shop's ids of all orders that the opened cause holds, as many as it says. */
async function heldBy(page: Page): Promise<string[]> {
  const said = await page.getByRole("region", { name: "What it costs" }).getByRole("link").textContent();
  const count = Number(/^(\d+) orders?$/.exec(said ?? "")?.[1]);
  const held = page.getByRole("region", { name: "What it holds" });
  const all = held.getByRole("button", { name: "Show all" });
  if (await all.isVisible()) await all.click();
  const links = held.getByRole("link");
  await expect(links).toHaveCount(count);
  return links.evaluateAll((all) => all.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? ""));
}
