import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";

import { RefusedFunction } from "./function-config";
import { type LocalServer, startServer } from "./server";

const Environment = z.object({
  DATABASE_URL: z.url(),
  PORT: z.coerce.number().int().default(8288),
  INNGEST_EVENT_KEY: z.string().min(1),
  INNGEST_SIGNING_KEY: z.string().regex(/^signkey-\w+-([0-9a-f]{2})+$/, "must be signkey-<name>- and hex digits"),
  APP_URL: z.url().optional(),
  INNGEST_RETENTION_DAYS: z.coerce.number().positive().default(14),
});

/** For the supervisor: 0 stopped, 1 start me again, 2 somebody must change the configuration or a function first. */
const exitCodes = { stopped: 0, again: 1, wrong: 2 };

/** Whoever starts us asks for the registration as well, and shall be told why it is refused. */
const refusalHeard = 3_000;

function leave(code: keyof typeof exitCodes, reason: string): never {
  console.error(reason);
  process.exit(exitCodes[code]);
}

async function registerApp(server: LocalServer, appUrl: string) {
  for (let said = ""; ; ) {
    try {
      const functions = await server.sync();
      return console.log(`inngest registered ${functions.length} functions of ${appUrl}`);
    } catch (error) {
      if (error instanceof RefusedFunction) {
        console.error(error.message);
        await pause(refusalHeard);
        leave("wrong", "inngest stopped: it cannot run this app");
      }
      const reason = error instanceof Error ? error.message : String(error);
      if (reason !== said) console.error(`inngest waits for the app: ${reason}`);
      said = reason;
    }
    await pause(500);
  }
}

async function main() {
  const environment = Environment.safeParse(process.env);
  if (!environment.success) leave("wrong", z.prettifyError(environment.error));
  const { DATABASE_URL, PORT, INNGEST_EVENT_KEY, INNGEST_SIGNING_KEY, APP_URL, INNGEST_RETENTION_DAYS } = environment.data;
  const server = await startServer({
    databaseUrl: DATABASE_URL,
    port: PORT,
    eventKey: INNGEST_EVENT_KEY,
    signingKey: INNGEST_SIGNING_KEY,
    retentionDays: INNGEST_RETENTION_DAYS,
    ...(APP_URL && { appUrl: APP_URL }),
  }).catch((error: Error) => leave("again", `inngest could not start: ${error.message}`));

  void server.lost.then(({ message }) => leave("again", `inngest lost its database: ${message}`));
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void server.stop().then(() => leave("stopped", "inngest stopped")));
  }
  console.log(`inngest ready on ${server.url}`);
  if (APP_URL) await registerApp(server, APP_URL);
}

void main();
