import { z } from "zod";

import type { Finding, Ports } from "../connector";
import type { Http } from "../http";
import { ask, connection, listFurther, nextOf } from "./graphql";
import { listPolicies, listScopes } from "./shop-documents";
import { topics } from "./webhook-topics";
import { listAllSubscriptions } from "./webhooks";

const neededScopes = [
  "read_products",
  "read_inventory",
  "write_inventory",
  "read_locations",
  "read_orders",
  "read_customers",
  "read_merchant_managed_fulfillment_orders",
];
const Scopes = z.object({ currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }) });
const Policies = z.object({
  productVariants: connection(
    z.object({ sku: z.string().nullable(), inventoryPolicy: z.string(), inventoryItem: z.object({ tracked: z.boolean() }) }),
  ),
});

export function auditPort(http: Http): Ports["audit"] {
  return { list: async () => [...(await missingScopes(http)), ...(await missingTopics(http)), ...(await riskyVariants(http))] };
}

async function missingScopes(http: Http): Promise<Finding[]> {
  const { accessScopes } = (await ask(http, listScopes, {}, Scopes)).currentAppInstallation;
  // Leave to write includes leave to read.
  const granted = new Set(accessScopes.flatMap(({ handle }) => [handle, handle.replace(/^write_/, "read_")]));
  return neededScopes
    .filter((scope) => !granted.has(scope))
    .map((scope) => ({ kind: "scope-missing", entity: scope, detail: `The app lacks the access scope ${scope}` }));
}

async function missingTopics(http: Http): Promise<Finding[]> {
  const there = new Set((await listAllSubscriptions(http)).map(({ topic }) => topic));
  return Object.keys(topics)
    .filter((topic) => !there.has(topic))
    .map((topic) => ({ kind: "webhook-missing", entity: topic, detail: `Shopify does not tell us about ${topic}` }));
}

async function riskyVariants(http: Http): Promise<Finding[]> {
  const page = async (cursor: string | null) => (await ask(http, listPolicies, { cursor }, Policies, 30_000)).productVariants;
  const first = await page(null);
  const variants = [...first.nodes, ...(await listFurther(nextOf(first.pageInfo), page))];
  return variants.flatMap(({ sku, inventoryPolicy, inventoryItem }): Finding[] => {
    if (!sku) return [];
    if (!inventoryItem.tracked)
      return [{ kind: "not-tracked", entity: sku, detail: "Shopify does not track this variant's quantity, so it never sells out" }];
    return inventoryPolicy === "CONTINUE"
      ? [{ kind: "sells-below-zero", entity: sku, detail: "Continue selling when out of stock is on" }]
      : [];
  });
}
