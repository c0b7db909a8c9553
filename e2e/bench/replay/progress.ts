import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

export type Progress = {
  /** Orders that Parity knows of, by what it is doing with them. */
  atWork: number;
  held: number;
  done: number;
  /** Told to the engine only when sent. */
  unsentEvents: number;
};

/** Watches a running Parity from outside, to know when it has nothing left to do. Nothing that a report counts comes from here. */
export function openProgress(databaseUrl: string) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, application_name: "replay" });
  // A connection that breaks while it rests is replaced by the next question.
  pool.on("error", (error) => console.error(`  the database went away: ${error.message}`));
  async function ask<R extends pg.QueryResultRow>(text: string, values: string[] = []): Promise<R[]> {
    for (let tries = 1; ; tries++) {
      try {
        return (await pool.query<R>(text, values)).rows;
      } catch (cause) {
        if (tries === 120 || !mayComeBack(cause)) throw cause;
        await pause(500);
      }
    }
  }
  return {
    async read(): Promise<Progress> {
      const [row] = await ask<Progress>(`
        select (count(*) filter (where state in ('ready', 'waiting') or lease is not null))::int as "atWork",
          (count(*) filter (where state = 'held' and lease is null))::int as held, (count(*) filter (where state = 'done' and lease is null))::int as done,
          (select count(*)::int from outbox where sent_at is null) as "unsentEvents" from order_lane`);
      return row!;
    },
    async countProducts(connectionId: string): Promise<number> {
      const [row] = await ask<{ n: number }>("select count(*)::int as n from catalogue_item where connection_id = $1 and gone_at is null", [
        connectionId,
      ]);
      return row?.n ?? 0;
    },
    /** Shop order id → milliseconds since the epoch when its read-back was recorded. */
    async listConfirmations(): Promise<Map<string, number>> {
      const rows = await ask<{ key: string; at: number }>(
        "select key, (extract(epoch from min(at)) * 1000)::float8 as at from record where entity = 'order' and outcome = 'confirmed' group by key",
      );
      return new Map(rows.map(({ key, at }) => [key, at]));
    },
    close: () => pool.end(),
  };
}

// Classes 53 and 57: too busy, shutting down, starting. Anything that is no answer of the server is a lost connection.
const mayComeBack = (cause: unknown) => !(cause instanceof pg.DatabaseError) || /^5[37]/.test(cause.code ?? "");

export type ProgressReader = ReturnType<typeof openProgress>;
