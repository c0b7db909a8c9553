import { keyOf } from "./expressions";
import type { FunctionConfig } from "./function-config";
import type { InngestEvent } from "./protocol";
import { addJobs, type Place, type Slots, type Tx, type Work, workKey } from "./transaction";

/** For a function that sets no limit to itself as a whole, so that none can take every call there is. */
export const defaultConcurrency = 20;

/** The slots a run needs whenever it works, from its function's concurrency and its first event. */
export function slotsOf({ id, concurrency }: FunctionConfig, event: InngestEvent): Slots {
  const limits = concurrency.some(({ key }) => !key) ? concurrency : [...concurrency, { limit: defaultConcurrency }];
  return limits.map(({ limit, key }) => [`${id}|${key ? keyOf(key, event) : ""}`, limit]);
}

/**
 * Gives freed slots to whoever waits for them, lets new work in where there is room and lists the rest under the slot that
 * blocks it. A blocked row waits in exactly one list and is looked at only when that very slot is freed: nobody polls.
 */
export async function settle(tx: Tx) {
  const { start, stop } = tx;
  if (start.length + stop.length === 0) return;
  const ledger = await openLedger(tx);
  const admitted = [...(await letWaitingIn(tx, ledger, await stopWork(tx, stop))), ...(await letNewIn(tx, ledger, start))];
  await ledger.close();
  await addJobs(
    tx,
    admitted.map(({ run, step }) => ({ task: "execute", payload: { run, step }, key: workKey({ run, step }) })),
  );
}

type Sql = Pick<Tx, "sql">;
type Ledger = Awaited<ReturnType<typeof openLedger>>;

/** How many places of each slot are taken. Whoever opens it is alone with the slots of these functions until the commit. */
async function openLedger({ sql, start, stop }: Tx) {
  const keys = [...new Set([...start, ...stop].flatMap(({ slots }) => slots.map(([key]) => key)))];
  const owners = [...new Set(keys.map((key) => key.slice(0, key.indexOf("|"))))].sort();
  for (const owner of owners) await sql("select pg_advisory_xact_lock(hashtextextended($1, 18))", [owner]);

  const used = new Map<string, number>();
  async function load(wanted: string[]) {
    const unknown = wanted.filter((key) => !used.has(key));
    if (unknown.length === 0) return;
    const rows = await sql<{ key: string; used: number }>("select key, used from inngest.slot where key = any($1)", [unknown]);
    const found = new Map(rows.map((row) => [row.key, row.used]));
    for (const key of unknown) used.set(key, found.get(key) ?? 0);
  }
  await load(keys);

  return {
    load,
    hasRoom: (key: string, limit: number) => used.get(key)! < limit,
    fullSlot: (slots: Slots) => slots.find(([key, limit]) => used.get(key)! >= limit)?.[0] ?? null,
    take(slots: Slots, places: 1 | -1) {
      for (const [key] of slots) used.set(key, used.get(key)! + places);
    },
    async close() {
      await sql(
        `with now_used as (select * from json_to_recordset($1) as u(key text, used int)),
              emptied as (delete from inngest.slot s using now_used u where s.key = u.key and u.used = 0)
         insert into inngest.slot select * from now_used where used > 0 on conflict (key) do update set used = excluded.used`,
        [JSON.stringify([...used].map(([key, places]) => ({ key, used: places })))],
      );
    },
  };
}

async function stopWork({ sql }: Sql, stop: Work[]): Promise<Slots> {
  if (stop.length === 0) return [];
  const gone = await sql<{ slots: Slots; blocked_by: string | null }>(
    "delete from inngest.work where key = any($1) returning slots, blocked_by",
    [stop.map(workKey)],
  );
  return gone.filter((row) => row.blocked_by === null).flatMap((row) => row.slots);
}

async function letWaitingIn({ sql }: Sql, ledger: Ledger, freed: Slots): Promise<Place[]> {
  ledger.take(freed, -1);
  const admitted: Place[] = [];
  for (const [slot, limit] of freed) {
    while (ledger.hasRoom(slot, limit)) {
      const [next] = await sql<Place & { key: string; slots: Slots }>(
        "select key, run, step, slots from inngest.work where blocked_by = $1 order by rank, key limit 1",
        [slot],
      );
      if (!next) break;
      await ledger.load(next.slots.map(([key]) => key));
      const blockedBy = ledger.fullSlot(next.slots);
      // The same slot again: a newer registration lowered its limit.
      if (blockedBy === slot) break;
      await sql("update inngest.work set blocked_by = $2 where key = $1", [next.key, blockedBy]);
      if (blockedBy !== null) continue;
      ledger.take(next.slots, 1);
      admitted.push(next);
    }
  }
  return admitted;
}

async function letNewIn({ sql }: Sql, ledger: Ledger, start: Work[]): Promise<Place[]> {
  if (start.length === 0) return [];
  // A job that was killed between its commit and its end starts the same work once more.
  const known = await sql<{ key: string }>("select key from inngest.work where key = any($1)", [start.map(workKey)]);
  const knownKeys = new Set(known.map(({ key }) => key));
  const arrivals = [...start]
    .filter((work) => !knownKeys.has(workKey(work)))
    .sort((a, b) => a.rank - b.rank)
    .map((work) => {
      const blockedBy = ledger.fullSlot(work.slots);
      if (blockedBy === null) ledger.take(work.slots, 1);
      return { ...work, key: workKey(work), blocked_by: blockedBy };
    });
  if (arrivals.length > 0) {
    await sql(
      `insert into inngest.work (key, run, step, slots, rank, blocked_by)
       select * from json_to_recordset($1) as w(key text, run text, step text, slots json, rank bigint, blocked_by text)`,
      [JSON.stringify(arrivals)],
    );
  }
  return arrivals.filter((work) => work.blocked_by === null);
}
