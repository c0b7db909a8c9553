import { randomBytes } from "node:crypto";

import type { SitooSettings } from "@/lib/connectors/sitoo/settings";

import { openControl } from "./control";
import type { RetailerPlan } from "./retailer-plan";

const accountId = 90210;
const standardGroup = 2;

export type PosSetUp = { warehouses: Map<string, number>; settings: SitooSettings };

/** An empty Sitoo account with the plan's VAT groups, stores, warehouses, tills and service products. */
export async function setUpPos(url: string, plan: RetailerPlan): Promise<PosSetUp> {
  const control = openControl(url);
  const settings = {
    baseUrl: url,
    accountId: String(accountId),
    siteId: 1,
    apiId: `${accountId}-1`,
    password: newSecret(),
    eventsUser: "sitoo",
    eventsPassword: newSecret(),
  };
  const names = [...plan.stores, ...plan.warehouses];
  const warehouses = new Map(names.map((name, at) => [name, at + 1]));

  await control.post("/reset", {});
  await control.post("/setup", {
    accountid: accountId,
    currencycode: plan.currency,
    credentials: [{ apiid: settings.apiId, password: settings.password }],
    productgroups: plan.rates.map((rate, at) => ({ vatid: standardGroup + at, productgroupname: `VAT ${rate} %`, value: rate })),
    stores: plan.stores.map((name, at) => ({ storeid: at + 1, name, externalid: storeCode(name) })),
    warehouses: names.map((name, at) => ({
      warehouseid: at + 1,
      name,
      ...(at < plan.stores.length ? { storeid: at + 1, externalid: storeCode(name) } : {}),
    })),
    registers: plan.stores.map((name, at) => ({ registerkey: `${storeCode(name)}-1`, name: "Till 1", warehouseid: at + 1 })),
  });
  await control.post("/products", {
    products: plan.services.map(({ sku, title, rate }) => ({ sku, title, vat: rate, stockcountenable: false })),
  });
  return { warehouses, settings };
}

/** "Leeds" → "LEEDS", the external id by which Sitoo knows the store. */
export const storeCode = (name: string): string =>
  name
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, "-")
    .slice(0, 20);

export const newSecret = (): string => randomBytes(24).toString("base64url");

export const aimEvents = (settings: SitooSettings, url: string) =>
  openControl(settings.baseUrl).put("/events", { url, user: settings.eventsUser, password: settings.eventsPassword });
