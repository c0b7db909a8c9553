import { expect, test } from "@playwright/test";
import { z } from "zod";

import { demoPlan, popUp } from "../prisma/seed/demo-plan";
import { goods } from "../prisma/seed/goods";
import { as } from "./as";
import { shop, till } from "./platforms";
import { untilQuiet } from "./quiet";
import { open } from "./rooms";

const sku = goods.find(({ product }) => product === "Cherry wood spoons")?.tillSku ?? "";
const tooMany = 7;

const ShopLevels = z.array(z.object({ sku: z.string(), locationId: z.string(), available: z.int() }));
const TillLevels = z.array(z.object({ sku: z.string(), warehouseid: z.int(), total: z.string() }));

const readShop = async () =>
  (await shop().get(`/levels?sku=${sku}`, ShopLevels)).toSorted((a, b) => a.locationId.localeCompare(b.locationId));
const readTill = async () => (await till().get("/levels", TillLevels)).filter((level) => level.sku === sku);

test("ops compares everything: a figure that went wrong behind our back is found and put right on the web", async ({ page }) => {
  test.setTimeout(120_000);
  await as(page, "ops");
  await untilQuiet(page);
  const before = await readShop();
  const [wrong] = before;
  await shop().post("/corrupt-level", { ...wrong, available: (wrong?.available ?? 0) + tooMany });
  expect(await readShop()).not.toEqual(before);

  await open(page, "/stock");
  await page.getByRole("button", { name: "Compare everything now" }).click();
  await expect(page.getByText(/pairs compared .* differs?, (all|\d+) put right since/)).toBeVisible({ timeout: 60_000 });
  await expect.poll(readShop, { timeout: 30_000 }).toEqual(before);

  await open(page, `/stock/${sku}`);
  const onShelves = await readTill();
  for (const [at, { name }] of demoPlan.locations.entries()) {
    if (name === popUp) continue;
    const cells = page.getByRole("row", { name, exact: false }).getByRole("cell");
    await expect(cells.nth(1), `shelf in ${name}`).toHaveText(String(Number(onShelves[at]?.total)));
    await expect(cells.nth(6), `on the web for ${name}`).toHaveText(String(before[at]?.available));
  }
});
