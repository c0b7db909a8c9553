import { expect, type Page, test } from "@playwright/test";
import { z } from "zod";

import { toMinor } from "../lib/domain/money";
import { as } from "./as";
import { listTillOrders, listWebOrders, ofWebOrder, till } from "./platforms";
import { untilQuiet } from "./quiet";

const Held = z.object({ orders: z.array(z.object({ shopId: z.string(), orderId: z.string(), name: z.string() })) });

test("ops writes in the postcode that an order lacks, releases it, and the till has it", async ({ page }) => {
  await as(page, "ops");
  await untilQuiet(page);
  await page.goto("/inbox?kind=order-incomplete");
  await page.getByRole("grid", { name: "Causes by impact" }).locator("[data-key]").first().click();
  const pane = page.getByRole("article");
  await expect(pane.getByRole("heading", { name: /^Order #\d+ has no postcode$/ })).toBeVisible();
  const link = await pane.getByRole("region", { name: "What it holds" }).getByRole("link").first().getAttribute("href");
  const id = link?.split("/").at(-1) ?? "";

  const form = pane.getByRole("form", { name: "Correct the order" });
  await expect(form.getByText("Quillmoor online says nothing")).toBeVisible();
  await form.getByLabel("Postcode").fill("LS29 8ab");
  await form.getByRole("button", { name: "Save and preview" }).click();
  await expect(form.getByText("Say how you know.")).toBeVisible();
  await form.getByLabel("Postcode").fill("LS29 8AB");
  await form.getByLabel("How you know").fill("Asked by phone");
  await form.getByRole("button", { name: "Save and preview" }).click();
  await expect(pane.getByText("1 of 1 order would go")).toBeVisible();
  await pane.getByRole("button", { name: "Release 1 order" }).click();
  await expect(pane.getByText("1 of 1 order confirmed at the till, as foreseen.")).toBeVisible({ timeout: 45_000 });

  expect(ofWebOrder(await listTillOrders(), id).map(({ delivery_zip: zip }) => zip)).toEqual(["LS29 8AB"]);
  await page.goto(link ?? "");
  await expect(page.getByRole("list", { name: "What happened" })).toContainText(
    "Postcode corrected by Priya Raman, from nothing to LS29 8AB",
  );
});

test("ops links an order that staff entered by hand; looking at it again sends nothing", async ({ page }) => {
  await as(page, "ops");
  await untilQuiet(page);
  const { shopId, orderId, name } = await heldOrder(page);
  const worth = (await listWebOrders()).find(({ legacyResourceId }) => legacyResourceId === orderId)?.totalPriceSet.shopMoney.amount ?? "";
  const Sold = z.object({ orderid: z.int() });
  const sale = { warehouseid: 1, handover: "later", lines: [{ sku: "EXTRA", unitprice: Number(worth).toFixed(2) }] };
  const number = String((await till().post("/sell", sale, Sold)).orderid);

  await page.goto(`/orders/${shopId}/${orderId}`);
  await page.getByRole("button", { name: "Entered by hand…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Number at the till").fill("999999999");
  await dialog.getByRole("button", { name: "Look it up" }).click();
  await expect(dialog.getByText("Quillmoor stores knows no order 999999999.")).toBeVisible();
  await dialog.getByLabel("Number at the till").fill(number);
  await dialog.getByRole("button", { name: "Look it up" }).click();
  await expect(dialog.getByRole("table", { name: "Both orders side by side" })).toBeVisible();
  await dialog.getByRole("button", { name: `Link to order ${number}` }).click();
  await expect(dialog.getByText("The two differ: say why.")).toBeVisible();
  await dialog.getByRole("checkbox").check();
  await dialog.getByLabel("Why they differ").fill("Typed in as one extra");
  await dialog.getByRole("button", { name: `Link to order ${number}` }).click();
  await expect(dialog).toBeHidden();

  const headline = page.getByText(`Entered by hand as order ${number}, confirmed at the till`);
  await expect(headline).toBeVisible({ timeout: 45_000 });
  await page.keyboard.press("r");
  await expect(page.getByText(`${name} is being looked at again.`)).toBeVisible();
  await untilQuiet(page);
  await expect(headline).toBeVisible();
  const held = await listTillOrders();
  expect(ofWebOrder(held, orderId)).toEqual([]);
  const [made] = held.filter(({ orderid }) => String(orderid) === number);
  expect(toMinor(made?.moneytotal_gross_all ?? "", "GBP")).toBe(toMinor(worth, "GBP"));
});

test("a store sees nothing of it, by whatever way", async ({ page }) => {
  await as(page, "ops");
  const { shopId, orderId } = await heldOrder(page);
  await as(page, "store");
  for (const path of ["facts", "till?number=1"])
    expect((await page.request.get(`/api/v1/orders/${shopId}/${orderId}/${path}`)).status(), path).toBe(403);
  const of = { shopId, orderId, reason: "No" };
  for (const [command, input] of [
    ["correct-order", { ...of, values: { email: "" }, seen: { email: "" } }],
    ["link-order", { ...of, number: "1", acceptsDifference: true }],
    ["unlink-order", of],
  ] as const)
    expect((await page.request.post(`/api/v1/commands/${command}`, { data: input })).status(), command).toBe(403);
});

/** One that is held by a product or a place that nobody has mapped. */
async function heldOrder(page: Page): Promise<z.infer<typeof Held>["orders"][number]> {
  const answer = Held.parse(await (await page.request.get("/api/v1/orders?state=held")).json());
  const [order] = answer.orders;
  if (!order) throw new Error("The demo holds no order");
  return order;
}
