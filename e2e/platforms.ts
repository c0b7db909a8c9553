import { z } from "zod";

import { env } from "../lib/env";
import { openControl } from "../prisma/seed/control";

const Money = z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }) });
const nodes = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node) });

const TillOrder = z.object({
  orderid: z.int(),
  externalid: z.string().nullable(),
  orderstateid: z.int(),
  delivery_zip: z.string(),
  moneytotal_gross_all: z.string(),
  orderitems: z.array(z.object({ vatvalue: z.number(), moneyitemtotal_vat: z.string() })),
});
export type TillOrder = z.infer<typeof TillOrder>;

const WebOrder = z.object({
  legacyResourceId: z.string(),
  name: z.string(),
  createdAt: z.string(),
  cancelledAt: z.string().nullable(),
  displayFinancialStatus: z.string(),
  totalPriceSet: Money,
  lineItems: nodes(z.object({ sku: z.string().nullable() })),
});
export type WebOrder = z.infer<typeof WebOrder>;

function addresses() {
  if (!env.PARITY_SIMULATORS) throw new Error("The journeys need the simulators of the demo.");
  return env.PARITY_SIMULATORS;
}
export const till = () => openControl(addresses().sitoo);
export const shop = () => openControl(addresses().shopify);

/** What the till really holds, asked of the platform itself and not of us. */
export const listTillOrders = (): Promise<TillOrder[]> => dump(addresses().sitoo, TillOrder);
export const listWebOrders = (): Promise<WebOrder[]> => dump(addresses().shopify, WebOrder);

/** The orders of the till that belong to one order of the shop, one for each location. */
export const ofWebOrder = (orders: readonly TillOrder[], id: string): TillOrder[] =>
  orders.filter(({ externalid }) => externalid !== null && new RegExp(`^DMO-${id}(-\\d)?$`).test(externalid));

async function dump<T>(url: string, shape: z.ZodType<T>): Promise<T[]> {
  const response = await fetch(`${url}/_control/dump/orders`);
  if (!response.ok) throw new Error(`The simulator answered ${response.status}`);
  const lines = (await response.text()).split("\n").filter((line) => line !== "");
  return lines.map((line) => shape.parse(JSON.parse(line)));
}
