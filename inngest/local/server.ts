import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { serve } from "@hono/node-server";

import { type Keys, requestHandler } from "./answer-requests";
import { appCaller } from "./call-app";
import type { Engine } from "./engine";
import { knownFunctions } from "./functions";
import { holdDatabase } from "./hold-database";
import { eventRouter } from "./route-events";
import { runJobs } from "./run-jobs";
import { AppAway, syncApp } from "./sync-app";
import { inngestBackoff } from "./times";

export type Options = Keys & {
  databaseUrl: string;
  /** 0 takes a free one. */
  port: number;
  /** The app's serve() address. With it no event is routed before the app has registered, so that none finds its function missing. */
  appUrl?: string;
  retentionDays?: number;
  /** How many calls to the app may be open at once. */
  callsAtOnce?: number;
  backoff?: Engine["backoff"];
};
export type LocalServer = Awaited<ReturnType<typeof startServer>>;

/** Open calls get so long to end when we stop; after that they are left, and made again at the next start. */
const stopPatience = 3_000;

/** The one process that runs Inngest functions on this database; a second one waits until the first is gone. */
export async function startServer(options: Options) {
  const { databaseUrl, port, appUrl, signingKey, retentionDays = 14, callsAtOnce = 50, backoff = inngestBackoff } = options;
  const database = await holdDatabase(databaseUrl);
  const { pool } = database;
  const functions = knownFunctions(pool);
  await functions.reload();

  const router = eventRouter(pool, functions);
  let isRegistered = !appUrl && functions.count() > 0;
  const routeEvents = () => {
    if (isRegistered) router.wake();
  };
  async function reloadFunctions() {
    await functions.reload();
    isRegistered = true;
    router.wake();
  }
  const engine: Engine = { pool, functions, app: appCaller(signingKey), routeEvents, reloadFunctions, backoff };

  /** Asks the app for its functions, at the start and when it was deployed anew. */
  async function sync(url = appUrl): Promise<string[]> {
    if (!url) throw new AppAway("this server was started without the address of an app");
    return syncApp(engine, url);
  }
  const server = serve({ fetch: requestHandler(engine, options, sync), hostname: "127.0.0.1", port });
  await new Promise<void>((resolve, reject) => server.once("listening", resolve).once("error", reject));
  const worker = await runJobs(engine, { callsAtOnce, retentionDays });
  routeEvents();

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pool,
    sync,
    /** A database connection broke: end this process and start anew. */
    lost: database.lost,
    async stop() {
      server.close();
      const ended = worker.stop();
      await Promise.race([ended, pause(stopPatience, undefined, { ref: false })]);
      await engine.app.close();
      await ended;
      await router.idle();
      await database.release();
    },
  };
}
