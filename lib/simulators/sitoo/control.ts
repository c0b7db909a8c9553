import type { HttpBindings } from "@hono/node-server";
import type { Hono } from "hono";

import type { CallCount } from "../calls";
import { controlApp, parsed } from "../control";
import type { Quota } from "../quota";
import type { Setting } from "../state";
import { type Account, Quirks } from "./account";
import { changeProductBySku, ProductPatch, ProductsBody, putProducts } from "./control-products";
import { EventsTarget } from "./events";
import { listLevels } from "./levels";
import { listOpenOrders } from "./open-orders";
import { everyOrder } from "./order-reading";
import { posRoutes } from "./pos-routes";
import { asRefused } from "./refused";
import { Setup, setUp } from "./set-up";
import { totalsByDay } from "./totals";

/** What the simulator can be told that a real Sitoo cannot: its set-up, the tills, and its faults. */
export function sitooControl(
  account: Account,
  { calls, quota }: { calls: CallCount; quota: Setting<Quota> },
): Hono<{ Bindings: HttpBindings }> {
  const { state, faults, clock, afterEffect, quirks, events } = account;
  const app = controlApp({
    platform: "sitoo",
    faults,
    calls,
    clock,
    quota,
    afterEffect,
    listOrders: () => everyOrder(account),
    reset: () => state.clear(),
  });
  app.onError((error, c) => {
    const refused = asRefused(error);
    return c.json({ error: error.message }, refused ? (refused.status === 404 ? 404 : 400) : 500);
  });

  app.post("/setup", async (c) => {
    const body = await parsed(c, Setup);
    return c.json(state.transaction(() => setUp(account, body)));
  });
  app.post("/products", async (c) => {
    const body = await parsed(c, ProductsBody);
    return c.json(state.transaction(() => putProducts(account, body)));
  });
  app.patch("/products/:sku", async (c) => {
    const body = await parsed(c, ProductPatch);
    return c.json(state.transaction(() => changeProductBySku(account, c.req.param("sku"), body)));
  });

  app.get("/quirks", (c) => c.json(quirks.get()));
  app.put("/quirks", async (c) => {
    quirks.put(await parsed(c, Quirks));
    return c.json(quirks.get());
  });

  app.get("/events", (c) => c.json({ ...events.target(), password: undefined, ...events.status() }));
  app.put("/events", async (c) => {
    events.aim(await parsed(c, EventsTarget));
    return c.json(events.status());
  });

  app.get("/levels", (c) => c.json(listLevels(account)));
  app.get("/open-orders", (c) => c.json(listOpenOrders(account)));
  app.get("/totals", (c) => c.json(totalsByDay(account, c.req.query("timezone") ?? "UTC")));
  posRoutes(app, account);
  return app;
}
