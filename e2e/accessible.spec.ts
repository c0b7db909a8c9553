import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

import { as } from "./as";
import { untilQuiet } from "./quiet";
import { expectLoaded, listRooms, open } from "./rooms";

const widths = [1280, 768] as const;
const schemes = ["light", "dark"] as const;

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

test("neither have what opens from them: a cause with its preview, an order, a run, the tabs of the mappings", async ({ page }) => {
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
  ] as const) {
    await page.goto(room);
    await first(page, list).click();
    await expect(page).not.toHaveURL(room);
    await expectLoaded(page);
    await expectNoBarriers(page);
  }
  for (const tab of ["locations", "services", "history"]) {
    await open(page, `/mappings?tab=${tab}`);
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

/** WCAG 2.2 A and AA, in both colour schemes and at both widths, of the page as it stands. */
async function expectNoBarriers(page: Page): Promise<void> {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await expect(page.locator("html")).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]).analyze();
      expect(violations.map(sayViolation), `${page.url()} at ${width} in ${colorScheme}`).toEqual([]);
    }
  }
}

const sayViolation = ({ id, nodes }: Awaited<ReturnType<AxeBuilder["analyze"]>>["violations"][number]) =>
  `${id}: ${nodes.map(({ target, any }) => `${target.join(" ")} (${any[0]?.message ?? ""})`).join("; ")}`;
