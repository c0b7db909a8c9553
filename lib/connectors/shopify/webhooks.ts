import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

import type { Delivery, Ports } from "../connector";
import { ConnectorError } from "../error";
import type { Http } from "../http";
import { Gid } from "./gid";
import { ask, connection, listFurther, nextOf, UserError } from "./graphql";
import type { ShopifySettings } from "./settings";
import { verifyWebhook } from "./verify-webhook";
import { createSubscription, findOrderOfFulfilment, listSubscriptions } from "./webhook-documents";
import { fulfilmentOf, orderHint, unnamed } from "./webhook-hints";
import { topics } from "./webhook-topics";

const Subscriptions = z.object({ webhookSubscriptions: connection(z.object({ topic: z.string(), uri: z.string() })) });
const OrderOfFulfilment = z.object({ fulfillmentOrder: z.object({ orderId: Gid }).nullable() });
/** Of the five seconds that Shopify waits for us. */
const patienceMs = 2_000;
const Created = z.object({ webhookSubscriptionCreate: z.object({ userErrors: z.array(UserError) }) });

export function webhooksPort(http: Http, settings: ShopifySettings): Ports["webhooks"] {
  return {
    async verify(request) {
      const verified = verifyWebhook(request, settings);
      if (verified.result === "accepted") for (const delivery of verified.deliveries) await nameOrder(http, delivery);
      return verified;
    },

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

/** Bodies of fulfilment orders do not name their order: one cheap question does, if it is answered soon enough. */
async function nameOrder(http: Http, delivery: Delivery): Promise<void> {
  const id = delivery.hints.includes(unnamed) ? fulfilmentOf(JSON.parse(delivery.body)) : null;
  if (id === null) return;
  const answer = ask(http, findOrderOfFulfilment, { id }, OrderOfFulfilment).catch((error: unknown) => {
    if (error instanceof ConnectorError) return null;
    throw error;
  });
  const found = await Promise.race([answer, sleep(patienceMs, null, { ref: false })]);
  if (found?.fulfillmentOrder) delivery.hints = [orderHint(found.fulfillmentOrder.orderId)];
}

/** Only our own app's: Shopify shows no others. */
export async function listAllSubscriptions(http: Http) {
  const page = async (cursor: string | null) => (await ask(http, listSubscriptions, { cursor }, Subscriptions)).webhookSubscriptions;
  const first = await page(null);
  return [...first.nodes, ...(await listFurther(nextOf(first.pageInfo), page))];
}
