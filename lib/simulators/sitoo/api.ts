import { Hono } from "hono";

import type { Quota } from "../quota";
import type { Setting } from "../state";
import { checkCredentials, limitRate } from "./access";
import type { Account, SitooApp, SitooEnv } from "./account";
import { catalogueRoutes } from "./catalogue";
import { customerRoutes } from "./customers";
import { listPage, Paging, readQuery } from "./listing";
import { listOrders, OrderQuery } from "./order-reading";
import { orderRoutes } from "./order-routes";
import { placeRoutes } from "./places";
import { priceListRoutes } from "./price-lists";
import { productGroupRoutes } from "./product-groups";
import { answerRefused, asRefused, found, Refused } from "./refused";
import { transactionRoutes } from "./transactions";
import { warehouseBatchRoutes } from "./warehouse-batches";
import { warehouseItemRoutes } from "./warehouse-items";
import { registerReportRoutes, zReportRoutes } from "./z-reports";

type Site = { eshopid: number; doc: string };
const toSite = ({ eshopid, doc }: Site) => ({ ...JSON.parse(doc), eshopid });

/** The platform's own paths, below /v2/accounts/{accountid}. */
export function sitooApi(account: Account, quota: Setting<Quota>): SitooApp {
  const api: SitooApp = new Hono<SitooEnv>();
  api.onError((error, c) => {
    const refused = asRefused(error);
    if (refused) return answerRefused(c, refused);
    console.error(error);
    return answerRefused(c, new Refused(500, "Internal error"));
  });
  api.use("/v2/accounts/:accountid/*", checkCredentials(account), limitRate(account, quota));

  const base: SitooApp = new Hono<SitooEnv>();
  base.use("*", async (c, next) => {
    const { maxNum } = account.quirks.get();
    const num = Number(c.req.query("num") ?? 0);
    if (maxNum !== null && num > maxNum) throw new Refused(400, `num must be at most ${maxNum}`);
    return next();
  });
  base.get("/sites", (c) =>
    c.json(listPage<Site>(account.state, readQuery(c, Paging), { read: "*", from: "site", filters: [], order: "eshopid", toItem: toSite })),
  );
  zReportRoutes(base, account);
  base.get("/orders", (c) => {
    const query = readQuery(c, OrderQuery);
    return c.json(listOrders(account, query, query.eshopid));
  });

  const site: SitooApp = new Hono<SitooEnv>();
  site.use("*", async (c, next) => {
    const eshopid = Number(c.req.param("siteid"));
    found(account.state.one("select 1 from site where eshopid = ?", eshopid), "siteid");
    c.set("eshopid", eshopid);
    return next();
  });
  site.get("/", (c) => c.json(toSite(found(account.state.one<Site>("select * from site where eshopid = ?", c.var.eshopid), "siteid"))));
  for (const routes of [
    catalogueRoutes,
    productGroupRoutes,
    placeRoutes,
    warehouseItemRoutes,
    transactionRoutes,
    orderRoutes,
    registerReportRoutes,
    warehouseBatchRoutes,
    priceListRoutes,
    customerRoutes,
  ])
    routes(site, account);
  base.route("/sites/:siteid{[0-9]+}", site);
  api.route("/v2/accounts/:accountid", base);
  api.notFound((c) => answerRefused(c, new Refused(404, "Unknown resource")));
  return api;
}
