import { defineConnector } from "../connector";
import { auditPort } from "./audit";
import { cataloguePort } from "./catalogue";
import { checkPort } from "./check";
import { newsIn } from "./events";
import { sitooHttp } from "./http-profile";
import { posOrdersPort } from "./pos-orders";
import { posStockPort } from "./pos-stock";
import { SitooSettings } from "./settings";
import { warehousesPort } from "./warehouses";
import { webhooksPort } from "./webhooks";

export const sitoo = defineConnector({
  id: "sitoo",
  label: "Sitoo POS",
  role: "pos",
  words: { location: "Warehouse", product: "Product", order: "Order" },
  settings: SitooSettings,
  can: ["catalogue", "warehouses", "posOrders", "posStock", "webhooks", "audit", "check"],
  http: sitooHttp,
  open: (http, settings) => {
    const site = `sites/${settings.siteId}`;
    return {
      catalogue: cataloguePort(http, site),
      warehouses: warehousesPort(http, site),
      posOrders: posOrdersPort(http, site),
      posStock: posStockPort(http, site),
      webhooks: webhooksPort(settings),
      audit: auditPort(http, site),
      check: checkPort(http, site),
    };
  },
  // Sitoo publishes no addresses of its administration's pages.
  link: () => null,
  newsIn,
  // Sitoo has no way to be told: its events are entered there by hand.
  topics: [],
  key: ({ apiId }) => ({
    name: `the API password of API ID ${apiId}`,
    renew: `In Sitoo open Settings, Sitoo REST API, make a new password for API ID ${apiId}, enter it below as API password and press Test.`,
  }),
});
