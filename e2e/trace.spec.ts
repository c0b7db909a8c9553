import { expect, type Page, test } from "@playwright/test";

import { sayMoney } from "../components/ui/money";
import { toMinor } from "../lib/domain/money";
import { as } from "./as";
import { listTillOrders, listWebOrders, ofWebOrder, type TillOrder, type WebOrder } from "./platforms";
import { untilQuiet } from "./quiet";

let order: WebOrder;
let atTill: TillOrder;

test.beforeEach(async ({ page }) => {
  await as(page, "ops");
  await untilQuiet(page);
  [order, atTill] = await newestAtTill();
});

test("ops finds an order by its last four characters and sees that both systems hold the same", async ({ page }) => {
  await page.goto("/orders");
  await expect(page.getByRole("grid", { name: "Orders" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Order, SKU, receipt").fill(lastFour(order));
  await page.getByRole("option", { name: order.name }).click();
  await expectTrace(page);
  await expect(page.getByText(/^All \d+ fields agree/)).toBeVisible();
  const story = page.getByRole("list", { name: "What happened" });
  await expect(story).toContainText(String(atTill.orderid));
});

for (const [what, where] of [
  ["number", (of: WebOrder) => of.name],
  ["id at the till", () => String(atTill.externalid)],
] as const) {
  test(`ops finds a record by its ${what} and opens its trace`, async ({ page }) => {
    await page.goto("/records?entity=order");
    await page.getByRole("textbox", { name: /^Number, id/ }).fill(where(order));
    await expect(page.getByText("found by")).toBeVisible();
    const records = page.getByRole("grid", { name: "Records" }).locator("[data-key]");
    await expect(records.filter({ hasNotText: order.name })).toHaveCount(0);
    await records.filter({ hasText: "Confirmed" }).click();
    await expectTrace(page);
  });
}

/** Both ids, the verdict, and the amount that each platform itself says. */
async function expectTrace(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name: order.name })).toBeVisible();
  await expect(page.getByText(/^Confirmed at the till/).first()).toBeVisible();
  await expect(page.getByRole("button", { name: `Copy order ${order.legacyResourceId}`, exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: `Copy order at the till ${atTill.orderid}`, exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: `Copy external id ${atTill.externalid}`, exact: true })).toBeVisible();
  const { amount, currencyCode } = order.totalPriceSet.shopMoney;
  expect(toMinor(amount, currencyCode)).toBe(toMinor(atTill.moneytotal_gross_all, currencyCode));
  const money = sayMoney(toMinor(amount, currencyCode), currencyCode);
  await expect(page.getByText(`${order.name}${money}`)).toBeVisible();
}

/** Of the orders that the till holds as one, the newest: staff has not begun with it. */
async function newestAtTill(): Promise<[WebOrder, TillOrder]> {
  const [web, atTills] = await Promise.all([listWebOrders(), listTillOrders()]);
  for (const order of web.filter(({ cancelledAt }) => cancelledAt === null).reverse()) {
    const [one, ...more] = ofWebOrder(atTills, order.legacyResourceId);
    if (one && more.length === 0) return [order, one];
  }
  throw new Error("No web order has arrived at the till");
}

const lastFour = ({ legacyResourceId }: WebOrder): string => legacyResourceId.slice(-4);
