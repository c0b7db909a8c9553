import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";

import { sayMoney } from "../components/ui/money";
import type { Role } from "../lib/domain/ownership/roles";
import { slips } from "../prisma/seed/goods";
import { as } from "./as";
import { listTillOrders, listWebOrders, ofWebOrder, shop, type WebOrder } from "./platforms";
import { untilQuiet } from "./quiet";
import { open } from "./rooms";

const lists = /^\/(inbox|orders|records|stock|runs|mappings)(\?|$)/;
/** At the start of a line: an amount of money or a count, and not how long ago something was. */
const number = /^[-−+]?\s?(£[\d,]+\.\d\d|\d[\d,]*)(?![\d.,]*\d)(?!\s(?:min|h|d)\b)/;
const mostLinks = 16;

for (const [role, page] of [
  ["ops", "/"],
  ["finance", "/finance"],
] as const satisfies readonly (readonly [Role, string])[]) {
  test(`every number on ${page} is what its link opens`, async ({ page: tab }) => {
    test.setTimeout(180_000);
    await as(tab, "admin");
    await untilQuiet(tab);
    await as(tab, role);
    await open(tab, page);
    const numbers = spread(await listNumbers(tab));
    for (const { said, href, name } of numbers) {
      let told: string | undefined = said;
      // The house goes on working: what has moved meanwhile is read once more on both pages.
      await expect(async () => {
        if (told === undefined) {
          await open(tab, page);
          told = (await listNumbers(tab)).find((one) => one.href === href)?.said;
        }
        const expected = new RegExp(`(?<![\\d.,])${told}(?![\\d,]|\\.\\d)`);
        told = undefined;
        await tab.goto(href);
        await expect.poll(() => saidAbove(tab), { message: `“${name}” opens ${href}`, timeout: 4_000 }).toMatch(expected);
      }).toPass({ timeout: 30_000 });
    }
    expect(numbers.length).toBeGreaterThan(0);
  });
}

test("the inbox counts what it lists, and what it holds is what the platforms lack", async ({ page }) => {
  await as(page, "ops");
  await untilQuiet(page);
  const held = await listDueButNotAtTill();
  await open(page, "/inbox");
  const amount = sum(held);
  await expect(page.getByText(new RegExp(`hold ${held.length} orders, ${sayMoney(amount, "GBP")}$`))).toBeVisible();
  const unknown = held.filter(({ lineItems }) => lineItems.nodes.some(({ sku }) => sku === slips.lowerCase.web));
  const row = page.getByRole("row").filter({ hasText: `${slips.lowerCase.web} (` });
  await expect(row).toContainText(`${sayMoney(sum(unknown), "GBP")}${unknown.length} order`);
  expect(await saidAbove(page)).toMatch(
    new RegExp(`Inbox\\s*${(await page.getByRole("grid").locator("[data-key]").count()).toString()}\\b`),
  );
});

test("home, orders, records and mappings say what the platforms count themselves", async ({ page }) => {
  await as(page, "ops");
  await untilQuiet(page);
  const [web, atTills, held] = [await listWebOrders(), await listTillOrders(), await listDueButNotAtTill()];
  const crossed = web.filter(({ legacyResourceId }) => ofWebOrder(atTills, legacyResourceId).length > 0);
  const levels = z.array(z.object({ sku: z.string() }));
  const skus = new Set((await shop().get("/levels", levels)).map(({ sku }) => sku));

  await open(page, "/");
  await expect(page.getByRole("link", { name: /^Orders held/ })).toContainText(`Orders held${held.length}${sayMoney(sum(held), "GBP")}`);
  await open(page, "/orders");
  await expect(page.getByText(new RegExp(`^${web.length}$`)).first()).toBeVisible();
  await open(page, "/records?entity=order&outcome=confirmed");
  await expect.poll(() => saidAbove(page)).toMatch(new RegExp(`Records\\s*${crossed.length}\\s*records`));
  await open(page, "/mappings");
  await expect(page.getByRole("button", { name: new RegExp(`^All\\s*${skus.size}$`) })).toBeVisible();
});

test("finance's sums are those of both platforms", async ({ page }) => {
  await as(page, "finance");
  await untilQuiet(page);
  const [web, atTills] = [await listWebOrders(), await listTillOrders()];
  const days = web.map(({ createdAt }) => createdAt.slice(0, 10)).sort();
  await open(page, `/finance?from=${days[0]}&to=${days.at(-1)}`);
  const bridge = page.getByRole("region", { name: "From the shop to the till" });
  const counted = web.filter(isCounted);
  await expect(bridge.getByRole("link", { name: /^Web orders/ })).toContainText(`${sayMoney(sum(counted), "GBP")}${counted.length} orders`);
  const crossed = counted.flatMap(({ legacyResourceId }) => ofWebOrder(atTills, legacyResourceId));
  const gross = addUp(crossed.map(({ moneytotal_gross_all }) => moneytotal_gross_all));
  await expect(bridge.getByRole("link", { name: /^At the till/ })).toContainText(sayMoney(gross, "GBP"));
  const perRate = Map.groupBy(
    crossed.flatMap(({ orderitems }) => orderitems),
    ({ vatvalue }) => vatvalue,
  );
  expect(perRate.size).toBeGreaterThan(1);
  for (const [rate, items] of perRate) {
    const vat = sayMoney(addUp(items.map(({ moneyitemtotal_vat }) => moneyitemtotal_vat)), "GBP");
    const row = page.getByRole("table", { name: "VAT per rate on both sides" }).getByRole("row", { name: new RegExp(`^${rate} %`) });
    await expect(row.getByRole("link", { name: `VAT at the till, ${rate} %` })).toHaveText(vat);
  }
});

/** Links of the page that begin with a number and open a list. */
async function listNumbers(page: Page): Promise<{ said: string; href: string; name: string }[]> {
  const links = await page
    .getByRole("main")
    .getByRole("link")
    .evaluateAll((all) =>
      all.map((link) => ({
        href: link.getAttribute("href") ?? "",
        name: link.getAttribute("aria-label") ?? [...link.querySelectorAll("span"), link].map(({ textContent }) => textContent).join("\n"),
      })),
    );
  const numbers = links.flatMap(({ href, name }) => {
    const said = name
      .split("\n")
      .map((line) => number.exec(line.trim())?.[1])
      .find((found) => found !== undefined);
    return said !== undefined && lists.test(href) ? [{ said, href, name: name.replaceAll("\n", " ") }] : [];
  });
  return [...new Map(numbers.map((each) => [`${each.said} ${each.href}`, each])).values()];
}

/** Not each of hundreds, but some from everywhere. */
const spread = <T>(all: readonly T[]): T[] => all.filter((_, at) => at % Math.ceil(all.length / mostLinks) === 0);

/** What the page says of its list, without the list. */
const saidAbove = (page: Page): Promise<string> =>
  page.getByRole("main").evaluate((main) => {
    const rest = main.cloneNode(true) as HTMLElement;
    for (const list of rest.querySelectorAll("[role=grid], search")) list.remove();
    return [...rest.querySelectorAll("h1, span, dt, dd, p")].map(({ textContent }) => textContent).join(" ");
  });

const pence = (amount: string): number => Math.round(Number(amount) * 100);
const addUp = (amounts: readonly string[]): number => amounts.reduce((total, amount) => total + pence(amount), 0);
const sum = (orders: readonly WebOrder[]): number => addUp(orders.map(({ totalPriceSet }) => totalPriceSet.shopMoney.amount));
const isCounted = ({ cancelledAt }: WebOrder): boolean => cancelledAt === null;
const isDue = (order: WebOrder): boolean => isCounted(order) && order.displayFinancialStatus === "PAID";

/** Paid for at the shop and not known at the till: asked of the two, not of us. */
async function listDueButNotAtTill(): Promise<WebOrder[]> {
  const [web, atTills] = await Promise.all([listWebOrders(), listTillOrders()]);
  return web.filter((order) => isDue(order) && ofWebOrder(atTills, order.legacyResourceId).length === 0);
}
