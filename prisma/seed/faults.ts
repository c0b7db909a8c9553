import { openControl } from "./control";
import { silentStore } from "./demo-plan";
import type { Addresses } from "./retailer-plan";
import { storeCode } from "./set-up-pos";

/** Nobody tells us when an order is sent from somewhere else than planned. */
export const missingTopic = "FULFILLMENT_ORDERS_MOVED";

/** What is wrong at the platforms themselves from the start; both keep to their real quotas. */
export async function letFaultsIn({ sitooUrl, shopifyUrl }: Pick<Addresses, "sitooUrl" | "shopifyUrl">): Promise<void> {
  const sitoo = openControl(sitooUrl);
  const shopify = openControl(shopifyUrl);
  await sitoo.put("/faults", { silentStores: [storeCode(silentStore)] });
  await shopify.post("/subscriptions/delete", { topic: missingTopic });
  await Promise.all([sitoo, shopify].map((control) => control.put("/quota", { mode: "real" })));
}
