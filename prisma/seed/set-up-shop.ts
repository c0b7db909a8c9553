import { z } from "zod";

import type { ShopifySettings } from "@/lib/connectors/shopify/settings";

import { openControl } from "./control";
import type { RetailerPlan } from "./retailer-plan";
import { newSecret } from "./set-up-pos";

export type ShopSetUp = { locations: Map<string, string>; settings: ShopifySettings };

const LocationIds = z.object({ locationIds: z.array(z.string()) });

/** An empty Shopify shop with the plan's locations and an app that may do what the flows need. */
export async function setUpShop(url: string, plan: RetailerPlan): Promise<ShopSetUp> {
  const control = openControl(url);
  const settings = { shop: plan.shopDomain, apiUrl: url, clientId: newSecret(), clientSecret: newSecret() };
  const { shopName: name, shopDomain: domain, currency, zone: timezone } = plan;

  await control.post("/reset", {});
  const { locationIds } = await control.post(
    "/setup",
    {
      shop: { name, domain, currency, timezone, taxesIncluded: true },
      clientId: settings.clientId,
      clientSecret: settings.clientSecret,
      locations: plan.locations.map(({ name, offersPickup }) => ({ name, pickup: offersPickup })),
    },
    LocationIds,
  );
  return { locations: new Map(plan.locations.map(({ name }, at) => [name, locationIds[at] ?? ""])), settings };
}
