import { expect, test } from "@playwright/test";

import { roleNames } from "../lib/auth/permissions";
import { lockRule } from "../lib/auth/sign-in";
import { as, enter, personOf, signIn } from "./as";
import { listRooms, open } from "./rooms";

const rooms = {
  ops: ["/", "/inbox", "/finance", "/orders", "/stock", "/mappings", "/records", "/runs", "/connections"],
  finance: ["/inbox", "/finance", "/orders", "/stock", "/mappings", "/records", "/runs"],
  ecommerce: ["/", "/inbox", "/orders", "/stock", "/mappings", "/records", "/runs", "/connections"],
  admin: ["/", "/inbox", "/finance", "/orders", "/stock", "/mappings", "/records", "/runs", "/connections", "/ownership", "/people"],
  store: ["/"],
} as const;

for (const role of ["ops", "finance", "ecommerce", "admin", "store"] as const) {
  test(`${role} signs in, and every room on its menu works`, async ({ page }) => {
    const broken: string[] = [];
    page.on("pageerror", (error) => broken.push(error.message));
    page.on("response", (answer) => answer.status() >= 400 && broken.push(`${answer.status()} ${answer.url()}`));
    await as(page, role);
    const hrefs = await listRooms(page);
    expect(hrefs).toEqual(rooms[role]);
    for (const href of hrefs) {
      await open(page, href);
      await expect(page.getByText(/could not be|not part of your role/)).toHaveCount(0);
    }
    await expect(page.getByRole("button", { name: `${personOf(role).name} ${roleNames[role]}` })).toBeVisible();
    expect(broken).toEqual([]);
  });
}

test("finance prepares and previews a fix, and is told who may release it", async ({ page }) => {
  await as(page, "finance");
  await page.goto("/inbox?kind=sku-unknown");
  await page.getByRole("grid", { name: "Causes by impact" }).locator("[data-key]").first().click();
  await page.getByRole("list", { name: "Suggested products" }).getByRole("button").first().click();
  const pane = page.getByRole("article");
  await expect(pane.getByText(/orders? would go$/)).toBeVisible();
  await expect(pane.getByRole("button", { name: /^Save mapping and release/ })).toBeDisabled();
  await expect(pane.getByText("Finance can prepare and preview a fix; releasing is for Operations, Ecommerce and Admin.")).toBeVisible();
  await page.keyboard.press("Control+Enter");
  await pane.getByRole("button", { name: "Take", exact: true }).click();
  await expect(pane.getByText("Being worked on")).toBeVisible();
  await expect(pane.getByText(/orders? would go$/)).toBeVisible();
});

test("a store sees nothing of other rooms, by no address and through no API", async ({ page }) => {
  await as(page, "store");
  for (const path of rooms.admin.filter((room) => room !== "/")) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "This page is not part of your role" })).toBeVisible();
    await expect(page.getByText(/\bat .*\.[jt]sx?:\d+/)).toHaveCount(0);
  }
  for (const path of ["causes", "orders", "records", "runs", "search?q=1001", "mappings/export?shop=0"])
    expect((await page.request.get(`/api/v1/${path}`)).status(), path).toBe(403);
  for (const command of ["release-causes", "save-mapping", "work-causes", "add-person"])
    expect((await page.request.post(`/api/v1/commands/${command}`, { data: {} })).status(), command).toBe(403);
});

test("who is not signed in comes to the door, and from there to the page asked for", async ({ page }) => {
  await page.goto("/records?outcome=held");
  await expect(page).toHaveURL(/\/sign-in/);
  expect((await page.request.get("/api/v1/causes")).status()).toBe(401);
  await enter(page, personOf("ops"));
  await expect(page).toHaveURL(/\/records\?outcome=held/);
});

test("a wrong password says so, the fifth closes the door to the right one too, and an admin opens it again", async ({ page }) => {
  const person = personOf("store");
  const says = page.getByRole("form").or(page.getByRole("main")).getByRole("alert");
  for (let wrong = 1; wrong < lockRule.limit; wrong += 1) {
    await signIn(page, { ...person, password: `wrong ${wrong}` });
    await expect(says).toContainText("This e-mail address and password do not belong together.");
  }
  await expect(says).toContainText("One more try");
  await signIn(page, { ...person, password: "wrong again" });
  await expect(says).toContainText("Too many wrong passwords.");
  await signIn(page, person);
  await expect(says).toContainText("Too many wrong passwords.");
  await expect(page).toHaveURL(/\/sign-in/);

  await as(page, "admin");
  await page.goto("/people");
  await page.getByRole("button", { name: `What to do about ${person.name}` }).click();
  await page.getByRole("menuitem", { name: "Unlock" }).click();
  await expect(page.getByText(`${person.name} can try again.`)).toBeVisible();
  await page.context().clearCookies();
  await signIn(page, person);
  await expect(page).not.toHaveURL(/sign-in/);
});
