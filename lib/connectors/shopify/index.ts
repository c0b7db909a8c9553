import { defineConnector } from "../connector";
import { auditPort } from "./audit";
import { cataloguePort } from "./catalogue";
import { checkPort } from "./check";
import { shopifyHttp } from "./http-profile";
import { locationsPort } from "./locations";
import { ordersPort } from "./orders";
import { ShopifySettings } from "./settings";
import { stockPort } from "./stock";
import { topics } from "./webhook-topics";
import { webhooksPort } from "./webhooks";

export const shopify = defineConnector({
  id: "shopify",
  label: "Shopify",
  role: "shop",
  words: { location: "Location", product: "Variant", order: "Order" },
  settings: ShopifySettings,
  can: ["catalogue", "locations", "orders", "stock", "webhooks", "audit", "check"],
  http: shopifyHttp,
  open: (http, settings) => ({
    catalogue: cataloguePort(http),
    locations: locationsPort(http),
    orders: ordersPort(http),
    stock: stockPort(http),
    webhooks: webhooksPort(http, settings),
    audit: auditPort(http),
    check: checkPort(http),
  }),
  // A variant's page needs its product's number too, which is not kept.
  link: ({ shop }, to) =>
    "order" in to ? `https://admin.shopify.com/store/${shop.replace(/\.myshopify\.com$/i, "")}/orders/${to.order}` : null,
  topics: Object.keys(topics),
  key: ({ shop, accessToken, clientId }) =>
    accessToken
      ? {
          name: `the Admin API access token of ${shop}`,
          renew: `In the admin of ${shop} open Settings, Apps, Develop apps, reveal a new Admin API access token for the app, enter it below and press Test.`,
        }
      : {
          name: `the client secret of app ${clientId} on ${shop}`,
          renew: `In the Dev Dashboard open app ${clientId}, see that it is still installed on ${shop}, rotate its client secret, enter it below and press Test.`,
        },
});
