import { expect, type Page } from "@playwright/test";

/** The way to every room on the menu of whoever is signed in. */
export async function listRooms(page: Page): Promise<string[]> {
  await open(page, "/");
  const links = page.getByRole("navigation", { name: "Rooms" }).getByRole("link");
  return links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
}

/** Opens a page and waits until what it fetches is there. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expectLoaded(page);
}

export async function expectLoaded(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("status", { name: /^Loading/ })).toHaveCount(0);
  await expect(page.getByRole("main").locator("[aria-busy=true]")).toHaveCount(0);
}
