import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";
import { z } from "zod";

import type { AfterEffectHook } from "../after-effect";
import type { CallCount } from "../calls";
import { controlApp, parsed } from "../control";
import type { Quota } from "../quota";
import type { Setting } from "../state";
import { cancelOrder } from "./cancel-order";
import {
  CorruptBody,
  changeVariant,
  corruptLevel,
  deleteProduct,
  LevelBody,
  listLevels,
  ProductsBody,
  putProducts,
  setLevel,
  VariantPatch,
} from "./control-products";
import { EditBody, editOrder, getOrder, OrderNamed, payOrder } from "./edit-order";
import { fulfil } from "./fulfil";
import { isOpen, listFulfilmentOrders } from "./fulfilment-source";
import { gid } from "./ids";
import { everyOrder } from "./order-dump";
import { placeOrders } from "./place-orders";
import { OrdersBody } from "./placed-order";
import { demand, Unacceptable } from "./refusal";
import { Setup, setUp } from "./set-up";
import { Quirks, type Shop } from "./shop";
import { deleteSubscription, listSubscriptions } from "./subscriptions";
import { totalsByDay } from "./totals";
import { DeliveryQuery, describeWebhooks } from "./webhook-report";

const CancelBody = OrderNamed.extend({
  reason: z.enum(["CUSTOMER", "DECLINED", "FRAUD", "INVENTORY", "OTHER", "STAFF"]).default("CUSTOMER"),
  restock: z.boolean().default(true),
  refund: z.boolean().default(true),
});
/** Of one topic, or all. */
const VanishBody = z.object({ topic: z.string().optional() });

/** What the simulator can be told that a real shop cannot: its set-up, its shoppers and staff, and its faults. */
export function shopifyControl(
  shop: Shop,
  { calls, quota, afterEffect }: { calls: CallCount; quota: Setting<Quota>; afterEffect: AfterEffectHook },
): Hono<{ Bindings: HttpBindings }> {
  const { state, faults, clock, quirks, webhooks } = shop;
  const app = controlApp({
    platform: "shopify",
    faults,
    calls,
    clock,
    quota,
    afterEffect,
    listOrders: () => everyOrder(shop),
    reset: () => state.clear(),
  });
  app.onError((error, c) => {
    const isCallers = [Unacceptable, z.ZodError, SyntaxError, RangeError].some((kind) => error instanceof kind);
    return c.json({ error: error.message }, isCallers ? 400 : 500);
  });

  /** A route whose body is parsed and whose work is one transaction with its events. */
  function post<T>(path: string, schema: z.ZodType<T>, work: (body: T) => unknown): void {
    app.post(path, async (c) => {
      const body = await parsed(c, schema);
      return c.json(webhooks.together(() => work(body)));
    });
  }
  const quietly = <T>(isLoud: boolean, work: () => T): T => (isLoud ? work() : webhooks.silently(work));

  post("/setup", Setup, (body) => setUp(shop, body));
  post("/products", ProductsBody, (body) => quietly(body.webhooks, () => putProducts(shop, body)));
  app.patch("/products/:sku", async (c) => {
    const body = await parsed(c, VariantPatch);
    return c.json(webhooks.together(() => changeVariant(shop, c.req.param("sku"), body)));
  });
  app.delete("/products/:sku", (c) => c.json(webhooks.together(() => deleteProduct(shop, c.req.param("sku")))));

  post("/orders", OrdersBody, ({ orders, webhooks: isLoud }) => ({ orders: quietly(isLoud, () => placeOrders(shop, orders)) }));
  post("/edit-order", EditBody, (body) => editOrder(shop, body));
  post("/pay-order", OrderNamed, ({ order }) => payOrder(shop, order));
  post("/cancel-order", CancelBody, ({ order, ...cancellation }) => {
    const [error] = cancelOrder(shop, getOrder(shop, order), cancellation);
    demand(!error, error?.message ?? "");
    return true;
  });
  post("/fulfil-order", OrderNamed, ({ order }) => {
    const open = listFulfilmentOrders(shop, getOrder(shop, order).id).filter(isOpen);
    demand(open.length > 0, `Nothing of ${order} is open`);
    for (const { id } of open) {
      const group = { fulfillmentOrderId: gid("FulfillmentOrder", id) };
      const [error] = fulfil(shop, { lineItemsByFulfillmentOrder: [group] }).userErrors;
      demand(!error, error?.message ?? "");
    }
    return true;
  });

  post("/set-level", LevelBody, (body) => setLevel(shop, body));
  post("/corrupt-level", CorruptBody, (body) => corruptLevel(shop, body));
  app.get("/levels", (c) => c.json(listLevels(shop, c.req.query("sku"), c.req.query("locationId"))));
  app.get("/totals", (c) => c.json(totalsByDay(shop, c.req.query("timezone") ?? shop.profile.get().timezone)));

  app.get("/quirks", (c) => c.json(quirks.get()));
  app.put("/quirks", async (c) => {
    quirks.put(await parsed(c, Quirks));
    return c.json(quirks.get());
  });

  app.get("/webhooks", (c) => c.json(describeWebhooks(shop, DeliveryQuery.parse(c.req.query()))));
  post("/subscriptions/delete", VanishBody, ({ topic }) => {
    const gone = listSubscriptions(shop).filter((sub) => topic === undefined || sub.topic === topic);
    for (const { id } of gone) deleteSubscription(shop, id);
    return { deleted: gone.length };
  });
  return app;
}
