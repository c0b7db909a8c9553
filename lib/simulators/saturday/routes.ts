import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { z } from "zod";

import { parsed } from "../control";
import type { Saturday } from "../saturday";
import { Scene } from "./scene";

const Speed = z.object({ speed: z.number().positive().max(50) });
const History = z.object({
  orders: z.int().min(1).max(1_000),
  hours: z
    .number()
    .positive()
    .max(24 * 60),
});

/** Under /_control: GET saturday; POST saturday/start, /stop, /speed {speed}, /scene, /history {orders, hours}. */
export function saturdayRoutes(saturday: Saturday): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>().basePath("/saturday");
  app.onError((error, c) => c.json({ error: error.message }, error instanceof z.ZodError ? 400 : 500));
  app.get("/", (c) => c.json(saturday.state()));
  app.post("/start", (c) => {
    saturday.open();
    return c.json(saturday.state());
  });
  app.post("/stop", (c) => {
    saturday.close();
    return c.json(saturday.state());
  });
  app.post("/speed", async (c) => {
    saturday.hurry((await parsed(c, Speed)).speed);
    return c.json(saturday.state());
  });
  app.post("/scene", async (c) => {
    saturday.setScene(await parsed(c, Scene));
    return c.json(saturday.state());
  });
  app.post("/history", async (c) => {
    const { orders, hours } = await parsed(c, History);
    return c.json({ placed: await saturday.lookBack(orders, hours) });
  });
  return app;
}
