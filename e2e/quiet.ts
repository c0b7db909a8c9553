import { expect, type Page } from "@playwright/test";
import { z } from "zod";

import { listWebOrders, till } from "./platforms";

const Counted = z.object({ orders: z.int() });

/** How many orders Parity finds for the filter in `query`. */
export async function countOrders(page: Page, query = ""): Promise<number> {
  const answer = await page.request.get(`/api/v1/orders/count?${query}`);
  return Counted.parse(await answer.json()).orders;
}

/** No new customers; every order of the shop is known, and every one that can go has gone. For roles that may see orders. */
export async function untilQuiet(page: Page): Promise<void> {
  await till().post("/saturday/stop", {});
  const left = async () => (await listWebOrders()).length - (await countOrders(page)) + (await countOrders(page, "state=ready"));
  await expect.poll(left, { message: "orders that have not been looked at", timeout: 60_000 }).toBe(0);
}
