import type pg from "pg";

import { cancelRuns } from "./cancel-runs";
import { holds } from "./expressions";
import { finishStep } from "./finish-step";
import type { Functions } from "./functions";
import type { InngestEvent } from "./protocol";
import { inTransaction, type Tx } from "./transaction";
import { triggerFunction } from "./trigger-function";

const atOnce = 100;
const mostTries = 5;

/**
 * Takes accepted events in the order of their arrival and makes them start runs, end waits and cancel. What was accepted and not
 * routed when the process died is found again by the same query. An event that cannot be routed does not hold up the others.
 */
export function eventRouter(pool: pg.Pool, functions: Functions) {
  let running: Promise<void> | null = null;
  let isWanted = false;

  async function drain() {
    while (isWanted) {
      isWanted = false;
      try {
        await routeAll(pool, functions);
      } catch (error) {
        console.error("routing events failed, trying again in a second", error);
        setTimeout(wake, 1_000).unref();
      }
    }
    running = null;
  }

  function wake() {
    isWanted = true;
    running ??= drain();
  }
  return { wake, idle: async () => void (await running) };
}

async function routeAll(pool: pg.Pool, functions: Functions) {
  try {
    while ((await inTransaction(pool, (tx) => routeSome(tx, functions, atOnce))) === atOnce);
  } catch (error) {
    console.error(`an event could not be routed, going on one by one: ${error}`);
    await routeOneByOne(pool, functions);
  }
}

async function routeOneByOne(pool: pg.Pool, functions: Functions) {
  for (let routed = 1; routed === 1; ) {
    let at = "";
    try {
      routed = await inTransaction(pool, (tx) => routeSome(tx, functions, 1, (seq) => (at = seq)));
    } catch (error) {
      console.error(`event ${at} could not be routed: ${error}`);
      await pool.query(
        "update inngest.event set tries = tries + 1, failure = $2, routed_at = case when tries + 1 >= $3 then now() end where seq = $1",
        [at, String(error), mostTries],
      );
    }
  }
}

async function routeSome(tx: Tx, functions: Functions, limit: number, note?: (seq: string) => void) {
  const rows = await tx.sql<{ seq: string; id: string; body: InngestEvent }>(
    "select seq, id, body from inngest.event where routed_at is null order by tries, seq limit $1 for update skip locked",
    [limit],
  );
  for (const { seq, id, body } of rows) {
    note?.(seq);
    await endWaits(tx, body);
    await cancelRuns(tx, functions, body);
    await startFunctions(tx, functions, body, id);
  }
  if (rows.length > 0) await tx.sql("update inngest.event set routed_at = now() where seq = any($1)", [rows.map(({ seq }) => seq)]);
  return rows.length;
}

async function startFunctions(tx: Tx, functions: Functions, event: InngestEvent, key: string) {
  const begun = new Set<string>();
  for (const { fn, expression } of functions.triggeredBy(event.name)) {
    if (begun.has(fn.id) || !holds(expression, { event })) continue;
    begun.add(fn.id);
    await triggerFunction(tx, fn, event, key);
  }
}

async function endWaits(tx: Tx, event: InngestEvent) {
  const waits = await tx.sql<{ run: string; id: string; wait_if: string | null; first: InngestEvent }>(
    `select s.run, s.id, s.wait_if, r.events -> 0 as first from inngest.step s join inngest.run r on r.id = s.run
     where s.wait_event = $1 and s.done is null and r.ended_at is null order by s.run`,
    [event.name],
  );
  for (const { run, id, wait_if, first } of waits) {
    if (holds(wait_if, { event: first, async: event })) await finishStep(tx, run, id, { type: "data", data: event });
  }
}
