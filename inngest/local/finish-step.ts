import type { Op, StepResult } from "./protocol";
import type { Slots, Tx, Work } from "./transaction";

export type RunRow = {
  id: string;
  fn: string;
  slots: Slots;
  rank: string;
  /** A discovery is under way or queued; at most one per run. */
  discovering: boolean;
  /** Something was finished meanwhile: discover once more. */
  again: boolean;
  max_attempts: number;
  attempt: number;
  lost_since: Date | null;
  parent_run: string | null;
  parent_step: string | null;
};

/** Every change to a run starts here: whoever holds its row is alone with it. Null once it has ended. */
export async function lockRun(tx: Tx, id: string): Promise<RunRow | null> {
  const [run] = await tx.sql<RunRow>("select * from inngest.run where id = $1 and ended_at is null for update", [id]);
  return run ?? null;
}

export const workOf = (run: RunRow, step: string | null): Work => ({ run: run.id, step, slots: run.slots, rank: Number(run.rank) });

/** For what ends outside a call: a sleep, a wait, an invoked function. The first result stays. */
export async function finishStep(tx: Tx, runId: string, stepId: string, result: StepResult) {
  const run = await lockRun(tx, runId);
  if (run && (await storeResult(tx, runId, stepId, result))) await discoverWhenJoined(tx, run, stepId);
}

export async function storeResult(tx: Tx, run: string, id: string, result: StepResult, { op = "", displayName = "" }: Partial<Op> = {}) {
  const stored = await tx.sql(
    `insert into inngest.step as s (run, id, op, name, result, done, done_at)
     values ($1, $2, $4, $5, $3, nextval('inngest.step_done'), clock_timestamp())
     on conflict (run, id) do update set result = excluded.result, done = excluded.done, done_at = excluded.done_at where s.done is null
     returning id`,
    [run, id, JSON.stringify(result), op, displayName],
  );
  return stored.length > 0;
}

/** Steps that were found together are waited for together; a race goes on with each of its steps and nobody waits for its losers. */
export async function discoverWhenJoined(tx: Tx, run: RunRow, step: string) {
  const [open] = await tx.sql<{ joined: boolean }>(
    `select exists (select 1 from inngest.step where run = $1 and joined and not race and done is null)
        and not (select race from inngest.step where run = $1 and id = $2) as joined`,
    [run.id, step],
  );
  if (open!.joined) return;
  if (run.discovering) {
    await tx.sql("update inngest.run set again = true where id = $1", [run.id]);
  } else {
    await tx.sql("update inngest.run set discovering = true, attempt = 0 where id = $1", [run.id]);
    tx.start.push(workOf(run, null));
  }
}
