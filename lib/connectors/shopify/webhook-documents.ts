import { mutation, query } from "./graphql";

export const listSubscriptions = query(
  "webhooks.list",
  101,
  `query Subscriptions($cursor: String) {
    webhookSubscriptions(first: 100, after: $cursor) { nodes { topic uri } pageInfo { hasNextPage endCursor } }
  }`,
);

export const createSubscription = mutation(
  "webhooks.create",
  `mutation Subscribe($topic: WebhookSubscriptionTopic!, $subscription: WebhookSubscriptionInput!) {
    webhookSubscriptionCreate(topic: $topic, webhookSubscription: $subscription) {
      webhookSubscription { id }
      userErrors { field message }
    }
  }`,
);

export const findOrderOfFulfilment = query(
  "webhooks.findOrder",
  1,
  "query OrderOfFulfillment($id: ID!) { fulfillmentOrder(id: $id) { orderId } }",
);
