import { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";

import { acceptEvents, RefusedEvent } from "./accept-events";
import { hashedKey } from "./call-app";
import type { Engine } from "./engine";
import { RefusedFunction } from "./function-config";
import { findRun, listRuns, RunQuery } from "./list-runs";
import { AppAway, saveFunctions } from "./sync-app";

export type Keys = { eventKey: string; signingKey: string };

const Registration = z.object({ appName: z.string().min(1), functions: z.array(z.unknown()) });

/** `sync` asks the app for its functions again. */
export function requestHandler(engine: Engine, { eventKey, signingKey }: Keys, sync: () => Promise<string[]>) {
  const web = new Hono();
  const signed = bearerAuth({ token: [signingKey, hashedKey(signingKey)] });
  const { pool } = engine;

  web.get("/health", async (c) => {
    await pool.query("select 1");
    return c.json({ status: 200, message: "OK", functions: engine.functions.count() });
  });

  web.post("/e/:key", async (c) => {
    if (c.req.param("key") !== eventKey) return c.json({ ids: [], status: 401, error: "Event key not found" }, 401);
    const ids = await acceptEvents(pool, await c.req.json(), c.req.header("x-inngest-event-id-seed"));
    engine.routeEvents();
    return c.json({ ids, status: 200 });
  });

  web.post("/fn/register", signed, async (c) => {
    const { appName, functions } = Registration.parse(await c.req.json());
    await saveFunctions(engine, appName, functions);
    return c.json({ ok: true, status: 200, modified: true });
  });
  web.post("/v1/sync", signed, async (c) => c.json({ functions: await sync() }));

  web.get("/v1/runs", signed, async (c) => c.json(await listRuns(pool, RunQuery.parse(c.req.query()))));
  web.get("/v1/runs/:id", signed, async (c) => {
    const run = await findRun(pool, c.req.param("id"));
    return run ? c.json({ data: run }) : c.json({ status: 404, error: "no such run" }, 404);
  });

  web.notFound((c) => c.json({ status: 404, error: "not found" }, 404));
  web.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    const status = statusOf(error);
    if (status === 500) console.error(`${c.req.method} ${c.req.path} failed`, error);
    const text = error instanceof z.ZodError ? z.prettifyError(error) : error.message;
    return c.json({ ids: [], ok: false, status, error: text }, status);
  });
  return web.fetch;
}

function statusOf(error: Error) {
  if (error instanceof RefusedEvent || error instanceof RefusedFunction) return 400;
  if (error instanceof SyntaxError || error instanceof z.ZodError) return 400;
  return error instanceof AppAway ? 502 : 500;
}
