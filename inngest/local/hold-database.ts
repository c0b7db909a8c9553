import { setTimeout as pause } from "node:timers/promises";
import { runMigrations } from "graphile-worker";
import pg from "pg";

import { tables } from "./tables";

export type Held = {
  pool: pg.Pool;
  /** Resolves when a connection broke that we did not close: what was locked with it is free, so nobody may work on. */
  lost: Promise<Error>;
  release(): Promise<void>;
};

/** Refused connection, or a PostgreSQL that starts up or shuts down: it will be there soon. */
const passing = new Set(["ECONNREFUSED", "ECONNRESET", "57P01", "57P02", "57P03"]);
const startPatience = 60_000;

/**
 * The tables, and the right to be the only server on them; a second server waits here until the first is gone.
 * PostgreSQL may be starting: waits up to a minute for it.
 */
export async function holdDatabase(databaseUrl: string): Promise<Held> {
  const { promise: lost, resolve: lose } = Promise.withResolvers<Error>();
  let isReleased = false;
  const onError = (error: Error) => {
    if (!isReleased) lose(error);
  };

  const alone = await connectWhenUp(databaseUrl, onError);
  const { rows } = await alone.query<{ held: boolean }>("select pg_try_advisory_lock(hashtextextended('inngest.local', 0)) as held");
  if (!rows[0]?.held) {
    console.error("another local Inngest server works on this database, waiting for it to end");
    await alone.query("select pg_advisory_lock(hashtextextended('inngest.local', 0))");
  }
  await alone.query(tables);
  await runMigrations({ connectionString: databaseUrl });
  // Jobs of a process that was killed stay locked for hours; we are alone here, so every lock is a dead one.
  await alone.query(
    "select graphile_worker.force_unlock_workers(array_agg(distinct locked_by)) from graphile_worker.jobs where locked_by is not null",
  );

  const pool = new pg.Pool({ connectionString: databaseUrl, max: 20, keepAlive: true });
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  return {
    pool,
    lost,
    async release() {
      isReleased = true;
      await pool.end();
      await alone.end();
    },
  };
}

async function connectWhenUp(connectionString: string, onError: (error: Error) => void): Promise<pg.Client> {
  const giveUpAt = Date.now() + startPatience;
  for (;;) {
    const client = new pg.Client({ connectionString, keepAlive: true });
    client.on("error", onError);
    try {
      await client.connect();
      return client;
    } catch (error) {
      if (!passing.has((error as { code?: string }).code ?? "") || Date.now() > giveUpAt) throw error;
      await pause(200);
    }
  }
}
