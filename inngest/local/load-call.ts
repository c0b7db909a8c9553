import type pg from "pg";

import type { Asked } from "./apply-answer";
import { type RunRow, workOf } from "./finish-step";
import type { FunctionConfig } from "./function-config";
import type { InngestEvent, StepResult } from "./protocol";
import { inTransaction, type Place, prepared } from "./transaction";

/** One request to the app: the function's url and all that the SDK needs to replay it. */
export type Call = Asked & {
  url: string;
  event: InngestEvent;
  events: InngestEvent[];
  steps: { id: string; result: StepResult }[];
  /** Planned steps are being run by other calls: this one may find steps, but run none itself. */
  mayOnlyPlan: boolean;
};

type Loaded = RunRow & {
  ended_at: Date | null;
  events: InngestEvent[];
  config: FunctionConfig;
  done: Call["steps"];
  planned: { attempt: number; done: string | null } | null;
  has_open_plans: boolean;
};

/** Null when there is nothing to do any more; the work's slots are then given back. */
export async function loadCall(pool: pg.Pool, { run: id, step }: Place): Promise<Call | null> {
  const { rows } = await pool.query<Loaded>(prepared(selectCall, [id, step]));
  const [run] = rows;
  if (!run) return null;
  const isPointless = run.ended_at !== null || (step === null ? !run.discovering : run.planned?.done !== null);
  if (isPointless) {
    await inTransaction(pool, async (tx) => void tx.stop.push(workOf(run, step)));
    return null;
  }
  const url = new URL(run.config.steps.step.runtime.url);
  url.searchParams.set("stepId", step ?? "step");
  return {
    run: id,
    step,
    attempt: step === null ? run.attempt : run.planned!.attempt,
    maxAttempts: run.max_attempts,
    url: url.href,
    event: run.events[0]!,
    events: run.events,
    steps: run.done,
    mayOnlyPlan: run.has_open_plans,
  };
}

export const withStep = (call: Call, id: string, result: StepResult): Call => ({
  ...call,
  attempt: 0,
  steps: [...call.steps, { id, result }],
});

/** No fn_id in ctx: with it the SDK would checkpoint by itself. */
export function callBody({ run, attempt, maxAttempts, event, events, steps, mayOnlyPlan }: Call) {
  const stack = steps.map(({ id }) => id);
  return {
    version: 2,
    event,
    events,
    steps: Object.fromEntries(steps.map(({ id, result }) => [id, result])),
    ctx: {
      run_id: run,
      attempt,
      max_attempts: maxAttempts,
      disable_immediate_execution: mayOnlyPlan,
      use_api: false,
      stack: { stack, current: stack.length },
    },
  };
}

const selectCall = `
  with started as (update inngest.run set status = 'running', started_at = now() where id = $1 and status = 'queued')
  select r.*, f.config,
    (select coalesce(json_agg(json_build_object('id', s.id, 'result', s.result) order by s.done), '[]')
     from inngest.step s where s.run = r.id and s.done is not null) as done,
    (select json_build_object('attempt', s.attempt, 'done', s.done) from inngest.step s where s.run = r.id and s.id = $2) as planned,
    $2::text is null and exists
      (select 1 from inngest.step s where s.run = r.id and s.op = 'StepPlanned' and s.done is null) as has_open_plans
  from inngest.run r join inngest.function f on f.id = r.fn where r.id = $1`;
