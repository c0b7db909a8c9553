import { z } from "zod";

import type { Quota } from "../quota";
import type { StaffAct } from "./plan-staff";
import { OpenOrder } from "./plan-staff";
import type { TillSale } from "./plan-till-sale";
import { Level, type Shelves, shelvesOf } from "./shelves";
import type { toShopifyOrder } from "./to-shopify-order";

export type Addresses = { sitoo: string; shopify: string };
const Placed = z.object({ orders: z.array(z.object({ id: z.string().optional() })) });

/** What people do on both sides, said through the simulators' control interfaces. */
export function openSides({ sitoo, shopify }: Addresses) {
  async function say<T>(url: string, method: string, path: string, body: unknown, shape: z.ZodType<T>): Promise<T> {
    const response = await fetch(`${url}/_control${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 300)}`);
    return shape.parse(JSON.parse(text));
  }
  return {
    countShelves: async (): Promise<Shelves> => shelvesOf(await say(sitoo, "GET", "/levels", undefined, z.array(Level))),
    sell: (sale: TillSale) => say(sitoo, "POST", "/sell", sale, z.unknown()),
    listOpenOrders: () => say(sitoo, "GET", "/open-orders", undefined, z.array(OpenOrder)),
    staff: ({ orderid, act }: StaffAct) => say(sitoo, "POST", `/${act}`, { orderid }, z.unknown()),
    throttle: (quota: Partial<Quota>) => say(sitoo, "PUT", "/quota", quota, z.unknown()),
    /** Answers the order's id; null: sold out at the checkout. */
    order: async (order: ReturnType<typeof toShopifyOrder>, isKnown: boolean): Promise<string | null> => {
      const { orders } = await say(shopify, "POST", "/orders", { orders: [order], webhooks: isKnown }, Placed);
      return orders[0]?.id ?? null;
    },
    pay: (order: string) => say(shopify, "POST", "/pay-order", { order }, z.unknown()),
    cancel: (order: string) => say(shopify, "POST", "/cancel-order", { order }, z.unknown()),
  };
}
export type Sides = ReturnType<typeof openSides>;
