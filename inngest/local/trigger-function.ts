import { beginRun } from "./begin-run";
import { keyOf } from "./expressions";
import type { FunctionConfig } from "./function-config";
import { shortHash, ulid } from "./ids";
import type { InngestEvent } from "./protocol";
import { duration } from "./times";
import { addJobs, type Job, type Tx } from "./transaction";

/** Begins a run, or keeps the event until its batch is full or its debounce is over. */
export async function triggerFunction(tx: Tx, fn: FunctionConfig, event: InngestEvent, key: string) {
  if (fn.batchEvents) return addToBatch(tx, fn, event, fn.batchEvents);
  if (fn.debounce) return debounce(tx, fn, event, fn.debounce);
  return beginRun(tx, fn, [event], { key });
}

/** A batch or a debounce is over; a second flush of the same one finds nothing. */
export async function flush(tx: Tx, fn: FunctionConfig, key: string, id: string) {
  const [held] = await tx.sql<{ events: string[] }>(
    "delete from inngest.gathering where fn = $1 and key = $2 and id = $3 returning events",
    [fn.id, key, id],
  );
  if (!held) return;
  const events = held.events.map((event) => JSON.parse(event) as InngestEvent);
  await beginRun(tx, fn, events, { key: id });
}

async function addToBatch(tx: Tx, fn: FunctionConfig, event: InngestEvent, rule: NonNullable<FunctionConfig["batchEvents"]>) {
  const key = keyOf(rule.key, event);
  const [held] = await tx.sql<{ id: string; size: number }>(
    `insert into inngest.gathering as g (fn, key, id, events) values ($1, $2, $3, array[$4::text])
     on conflict (fn, key) do update set events = g.events || excluded.events returning id, cardinality(events) as size`,
    [fn.id, key, ulid(), JSON.stringify(event)],
  );
  const { id, size } = held!;
  if (size >= rule.maxSize) await flush(tx, fn, key, id);
  else if (size === 1) await addJobs(tx, [flushJob(fn.id, key, id, Date.now() + duration(rule.timeout))]);
}

/** The last event stays. Each one pushes the start on, but never past the first one's time-out. */
async function debounce(tx: Tx, fn: FunctionConfig, event: InngestEvent, rule: NonNullable<FunctionConfig["debounce"]>) {
  const key = keyOf(rule.key, event);
  const [held] = await tx.sql<{ id: string; first_at: Date }>(
    `insert into inngest.gathering (fn, key, id, events) values ($1, $2, $3, array[$4::text])
     on conflict (fn, key) do update set events = excluded.events returning id, first_at`,
    [fn.id, key, ulid(), JSON.stringify(event)],
  );
  const { id, first_at } = held!;
  const latest = rule.timeout ? first_at.getTime() + duration(rule.timeout) : Number.POSITIVE_INFINITY;
  await addJobs(tx, [flushJob(fn.id, key, id, Math.min(Date.now() + duration(rule.period), latest))]);
}

const flushJob = (fn: string, key: string, id: string, at: number): Job => ({
  task: "flush",
  payload: { fn, key, id },
  key: `flush:${fn}:${shortHash(key)}`,
  at: new Date(at),
});
