import { randomUUID } from "node:crypto";

import pg from "pg";

import { env } from "@/lib/env";
import { type Db, db, rows, sql } from "./client";

export type OutboxEvent = { name: string; data: Record<string, unknown> };

/** The only way to tell the engine something: call it in the transaction that makes it true. */
export async function emit(tx: Db, events: readonly OutboxEvent[]): Promise<void> {
  if (events.length === 0) return;
  const list = events.map(({ name, data }) => ({ id: randomUUID(), name, data }));
  await tx.$executeRaw`with made as (
      insert into outbox (id, name, data) select id, name, data from json_to_recordset(${rows(list)}) as r(id uuid, name text, data jsonb) returning 1)
    select pg_notify('outbox', '') from made limit 1`;
}

export type UnsentEvent = { id: string; name: string; data: Record<string, unknown> };

/** Sends what is unsent, oldest first, under the row's id as event id: a second send of the same row starts nothing. */
export async function relayOutbox(send: (events: UnsentEvent[]) => Promise<void>, limit = 500): Promise<number> {
  const events = await db.$queryRaw<UnsentEvent[]>`select id, name, data from outbox where sent_at is null order by seq limit ${limit}`;
  if (events.length === 0) return 0;
  await send(events);
  await db.$executeRaw`update outbox set sent_at = now() where id = any(${events.map(({ id }) => id)}::uuid[])`;
  return events.length;
}

/** Sent rows are kept a day for the trace. */
export const pruneOutbox = () => db.$executeRaw(sql`delete from outbox where sent_at < now() - interval '1 day'`);

/** Calls back on every NOTIFY; a connection that breaks is opened again. */
export function listenToOutbox(wake: () => void): void {
  const client = new pg.Client({ connectionString: env.DATABASE_URL, application_name: "parity outbox" });
  let over = false;
  const again = () => {
    if (over) return;
    over = true;
    client.end().catch((error: Error) => console.warn("the outbox listener closed badly:", error.message));
    setTimeout(() => listenToOutbox(wake), 1_000).unref();
  };
  client.on("error", again);
  client.on("end", again);
  client.on("notification", wake);
  client
    .connect()
    .then(() => client.query("listen outbox"), again)
    .then(wake, again);
}
