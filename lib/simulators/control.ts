import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { z } from "zod";

import { AfterEffect, type AfterEffectHook } from "./after-effect";
import type { CallCount } from "./calls";
import { type Clock, ClockOffset } from "./clock";
import { type FaultInjection, Faults } from "./faults";
import { Quota } from "./quota";
import type { Setting } from "./state";

type Controlled = {
  platform: string;
  faults: FaultInjection;
  calls: CallCount;
  clock: Clock;
  quota: Setting<Quota>;
  afterEffect: AfterEffectHook;
  /** Raw platform JSON of every order. */
  listOrders(): Iterable<unknown>;
  /** Back to an empty account. */
  reset(): void;
};

/** Parsed by the schema, or answered 400 with what is wrong. */
export async function parsed<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await c.req.json();
  return schema.parse(body);
}

/** What every simulator can be asked and told under /_control; add the platform's own routes to the app it returns. */
export function controlApp(of: Controlled): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.onError((error, c) => {
    if (error instanceof z.ZodError || error instanceof SyntaxError) return c.json({ error: error.message }, 400);
    return c.json({ error: error.message }, 500);
  });
  app.get("/health", (c) => c.json({ platform: of.platform, now: of.clock.now() }));

  app.get("/faults", (c) => c.json(of.faults.settings()));
  app.put("/faults", async (c) => {
    of.faults.put(await parsed(c, Faults));
    return c.json(of.faults.settings());
  });

  app.get("/quota", (c) => c.json(of.quota.get()));
  app.put("/quota", async (c) => {
    of.quota.put(await parsed(c, Quota));
    return c.json(of.quota.get());
  });

  app.get("/clock", (c) => c.json({ ...of.clock.offset(), now: of.clock.now() }));
  app.put("/clock", async (c) => {
    of.clock.put(await parsed(c, ClockOffset));
    return c.json({ ...of.clock.offset(), now: of.clock.now() });
  });

  app.get("/after-effect", (c) => c.json(of.afterEffect.settings()));
  app.put("/after-effect", async (c) => {
    of.afterEffect.put(await parsed(c, AfterEffect));
    return c.json(of.afterEffect.settings());
  });

  app.get("/calls", (c) => c.json(of.calls.counts()));
  app.post("/calls/reset", (c) => {
    of.calls.reset();
    return c.json(true);
  });

  app.get("/dump/orders", (c) => {
    const lines = Array.from(of.listOrders(), (order) => JSON.stringify(order) + "\n");
    return c.body(lines.join(""), 200, { "content-type": "application/x-ndjson" });
  });

  app.post("/reset", (c) => {
    of.reset();
    of.calls.reset();
    return c.json(true);
  });
  return app;
}
