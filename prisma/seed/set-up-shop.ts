import { z } from "zod";

import type { ShopifySettings } from "@/lib/connectors/shopify/settings";

import { openControl } from "./control";
import type { RetailerPlan } from "./retailer-plan";
import { newSecret } from "./set-up-pos";

export type ShopSetUp = { locations: Map<string, string>; settings: ShopifySettings };

const firstLocation = 72_410_000_001;

/** An empty Shopify shop with the plan's locations and an app that may do what the flows need. */
export async function setUpShop(url: string, plan: RetailerPlan): Promise<ShopSetUp> {
  const control = openControl(url);
  const settings = { shop: plan.shopDomain, apiUrl: url, clientId: newSecret(), clientSecret: newSecret() };
  const locations = new Map(plan.locations.map(({ name }, at) => [name, String(firstLocation + at)]));

  await control.post("/reset", {});
  await control.post(
    "/setup",
    {
      name: plan.shopName,
      domain: plan.shopDomain,
      currency: plan.currency,
      timezone: plan.zone,
      taxesIncluded: true,
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      locations: plan.locations.map(({ name, offersPickup }, at) => ({ id: firstLocation + at, name, pickup: offersPickup })),
    },
    z.unknown(),
  );
  return { locations, settings };
}
