import { z } from "zod";

import type { Ports } from "../connector";
import type { Http } from "../http";
import { ask, connection, listFurther, nextOf, UserError } from "./graphql";
import type { ShopifySettings } from "./settings";
import { verifyWebhook } from "./verify-webhook";
import { createSubscription, listSubscriptions } from "./webhook-documents";
import { topics } from "./webhook-topics";

const Subscriptions = z.object({ webhookSubscriptions: connection(z.object({ topic: z.string(), uri: z.string() })) });
const Created = z.object({ webhookSubscriptionCreate: z.object({ userErrors: z.array(UserError) }) });

export function webhooksPort(http: Http, settings: ShopifySettings): Ports["webhooks"] {
  return {
    verify: async (request) => verifyWebhook(request, settings),

    async ensureSubscribed(url) {
      const there = new Set((await listAllSubscriptions(http)).filter(({ uri }) => uri === url).map(({ topic }) => topic));
      const made: string[] = [];
      const byHand: string[] = [];
      for (const [topic, includeFields] of Object.entries(topics).filter(([topic]) => !there.has(topic))) {
        const subscription = { uri: url, format: "JSON", includeFields };
        const { userErrors } = (await ask(http, createSubscription, { topic, subscription }, Created)).webhookSubscriptionCreate;
        if (userErrors[0]) byHand.push(`${topic}: ${userErrors[0].message}`);
        else made.push(topic);
      }
      return { made, byHand };
    },
  };
}

/** Only our own app's: Shopify shows no others. */
export async function listAllSubscriptions(http: Http) {
  const page = async (cursor: string | null) => (await ask(http, listSubscriptions, { cursor }, Subscriptions)).webhookSubscriptions;
  const first = await page(null);
  return [...first.nodes, ...(await listFurther(nextOf(first.pageInfo), page))];
}
