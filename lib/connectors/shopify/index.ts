import { defineConnector } from "../connector";
import { auditPort } from "./audit";
import { cataloguePort } from "./catalogue";
import { checkPort } from "./check";
import { shopifyHttp } from "./http-profile";
import { locationsPort } from "./locations";
import { ordersPort } from "./orders";
import { ShopifySettings } from "./settings";
import { stockPort } from "./stock";
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
});
