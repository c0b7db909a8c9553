import { keyOf, numberOf } from "./expressions";
import type { FunctionConfig } from "./function-config";
import { ulid } from "./ids";
import type { InngestEvent } from "./protocol";
import { slotsOf } from "./slots";
import { duration } from "./times";
import { addJobs, type Tx } from "./transaction";

/** Key: the same one begins no second run of this function. Parent: the step that invoked it. */
type Beginning = { key: string; parent?: { run: string; step: string } };

const defaultRetries = 4;
const mostPriority = 600;

export async function beginRun(tx: Tx, fn: FunctionConfig, events: InngestEvent[], { key, parent }: Beginning) {
  const [event] = events as [InngestEvent];
  const runKey = fn.idempotency && !parent ? await idempotencyKey(tx, fn.id, fn.idempotency, event) : key;

  const run = ulid();
  const slots = slotsOf(fn, event);
  const priority = Math.min(Math.max(numberOf(fn.priority?.run, event), -mostPriority), mostPriority);
  const rank = Date.now() - Math.round(1_000 * priority);
  const maxAttempts = 1 + (fn.steps.step.retries?.attempts ?? defaultRetries);
  const [begun] = await tx.sql(
    `insert into inngest.run (id, fn, key, events, slots, rank, max_attempts, parent_run, parent_step)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (fn, key) do nothing returning id`,
    [run, fn.id, runKey, JSON.stringify(events), JSON.stringify(slots), rank, maxAttempts, parent?.run ?? null, parent?.step ?? null],
  );
  if (!begun) return;

  const at = fn.throttle && (await nextStart(tx, fn.id, fn.throttle, event));
  if (at && at.getTime() > Date.now()) await addJobs(tx, [{ task: "start", payload: { run, step: null }, key: run, at }]);
  else tx.start.push({ run, step: null, slots, rank });
}

/** Inngest forgets such a key after 24 hours: an older run gives it up. */
async function idempotencyKey(tx: Tx, fn: string, expression: string, event: InngestEvent): Promise<string> {
  const key = keyOf(expression, event);
  await tx.sql("update inngest.run set key = id where fn = $1 and key = $2 and queued_at < now() - interval '24 hours'", [fn, key]);
  return key;
}

/** GCRA: one row says when the next start is due. */
async function nextStart(tx: Tx, fn: string, rule: NonNullable<FunctionConfig["throttle"]>, event: InngestEvent): Promise<Date> {
  const gap = duration(rule.period) / rule.limit;
  const [row] = await tx.sql<{ at: Date }>(
    `insert into inngest.pace as p (key, next_at) values ($1, now() + $2::float8 * interval '1 ms')
     on conflict (key) do update set next_at = greatest(p.next_at, now()) + $2::float8 * interval '1 ms'
     returning next_at - $2::float8 * interval '1 ms' - $3::float8 * interval '1 ms' as at`,
    [`${fn}|${rule.key ? keyOf(rule.key, event) : ""}`, gap, gap * (rule.burst ?? 0)],
  );
  return row!.at;
}
