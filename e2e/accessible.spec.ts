import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

import { as } from "./as";
import { untilQuiet } from "./quiet";
import { expectLoaded, listRooms, open } from "./rooms";

const widths = [1280, 768] as const;
const schemes = ["light", "dark"] as const;
/** WCAG 2.2, A and AA. */
const everything = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** What another colour scheme can change. */
const ofColours = ["color-contrast", "link-in-text-block"];

test("the door has no barriers", async ({ page }) => {
  await page.goto("/sign-in");
  await expectNoBarriers(page);
});

test("no room of the admin has barriers", async ({ page }) => {
  test.setTimeout(180_000);
  await as(page, "admin");
  await untilQuiet(page);
  for (const href of await listRooms(page)) {
    await test.step(href, async () => {
      await open(page, href);
      await expectNoBarriers(page);
    });
  }
});

test("neither have what opens from them: a cause with its preview, an order, a run, a product, a connection, the tabs of the mappings", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await as(page, "admin");
  await untilQuiet(page);
  await page.goto("/inbox?kind=sku-unknown");
  await first(page, "Causes by impact").click();
  await page.getByRole("list", { name: "Suggested products" }).getByRole("button").first().click();
  await expect(page.getByText(/orders? would go$/)).toBeVisible();
  await expectNoBarriers(page);
  for (const [room, list] of [
    ["/orders?state=done", "Orders"],
    ["/orders?state=held", "Orders"],
    ["/runs", "Runs"],
    ["/stock?show=known", "Stock"],
  ] as const) {
    await page.goto(room);
    await first(page, list).click();
    await expect(page).not.toHaveURL(new RegExp(`${room.replace("?", "\\?")}$`));
    await expectLoaded(page);
    await expectNoBarriers(page);
  }
  for (const path of ["/mappings?tab=locations", "/mappings?tab=services", "/mappings?tab=history", await firstConnection(page)]) {
    await open(page, path);
    await expectNoBarriers(page);
  }
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Order, SKU, receipt").fill("QD");
  await expect(page.getByRole("option").first()).toBeVisible();
  await expectNoBarriers(page);
});

for (const role of ["store", "finance"] as const) {
  test(`the home of ${role} has no barriers`, async ({ page }) => {
    await as(page, role);
    await open(page, "/");
    await expectNoBarriers(page);
  });
}

const first = (page: Page, list: string) => page.getByRole("grid", { name: list }).locator("[data-key]").first();

async function firstConnection(page: Page): Promise<string> {
  await open(page, "/connections");
  const link = page.getByRole("main").locator('a[href^="/connections/"]').first();
  return (await link.getAttribute("href")) ?? "";
}

/** Of the page as it stands, in both colour schemes and at both widths. */
async function expectNoBarriers(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expect(page.locator("html")).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
      // No page has frames, and only violations are asked for.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
      const { violations } = await (colorScheme === "dark" ? axe.withRules(ofColours) : axe.withTags(everything)).analyze();
      expect(violations.map(sayViolation), `${page.url()} at ${width} in ${colorScheme}`).toEqual([]);
    }
  }
}

const sayViolation = ({ id, nodes }: Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number]) =>
  `${id}: ${nodes.map(({ target, any }) => `${target.join(" ")} (${any[0]?.message ?? ""})`).join("; ")}`;
