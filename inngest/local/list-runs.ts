import type pg from "pg";
import { z } from "zod";

import type { InngestEvent, StepResult } from "./protocol";
import { prepared } from "./transaction";

export const RunStatus = z.enum(["queued", "running", "completed", "failed", "cancelled"]);

/** before: a run's id, the last one of the page before. */
export const RunQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  before: z.string().min(1).optional(),
  fn: z.string().min(1).optional(),
  status: RunStatus.optional(),
});
export type RunQuery = z.infer<typeof RunQuery>;

type RunListRow = {
  id: string;
  fn: string;
  status: z.infer<typeof RunStatus>;
  attempt: number;
  event: InngestEvent;
  event_count: number;
  queued_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
};
type StepRow = { id: string; op: string; name: string; attempt: number; result: StepResult | null; noted_at: Date; done_at: Date | null };

const columns = `id, fn, status, attempt, events -> 0 as event, json_array_length(events) as event_count, queued_at, started_at, ended_at`;

/** Newest first. `next` is the `before` of the next page, null on the last. */
export async function listRuns(pool: pg.Pool, { limit, before, fn, status }: RunQuery) {
  const filters = [
    ["id <", before],
    ["fn =", fn],
    ["status =", status],
  ].filter(([, value]) => value !== undefined);
  const where = filters.map(([condition], place) => `${condition} $${place + 2}`).join(" and ") || "true";
  const { rows } = await pool.query<RunListRow>(
    prepared(`select ${columns} from inngest.run where ${where} order by id desc limit $1`, [
      limit + 1,
      ...filters.map(([, value]) => value),
    ]),
  );
  const page = rows.slice(0, limit);
  return { data: page.map(runOf), next: rows.length > limit ? page.at(-1)!.id : null };
}

export async function findRun(pool: pg.Pool, id: string) {
  const { rows } = await pool.query<RunListRow & { events: InngestEvent[]; output: unknown }>(
    prepared(`select ${columns}, events, output from inngest.run where id = $1`, [id]),
  );
  const [run] = rows;
  if (!run) return null;
  const { rows: steps } = await pool.query<StepRow>(
    prepared(
      "select id, op, name, attempt, result, noted_at, done_at from inngest.step where run = $1 order by done nulls last, noted_at",
      [id],
    ),
  );
  return { ...runOf(run), events: run.events, output: run.output, steps: steps.map(stepOf) };
}

const runOf = ({ id, fn, status, attempt, event, event_count, queued_at, started_at, ended_at }: RunListRow) => ({
  run_id: id,
  function_id: fn,
  status,
  attempt,
  event_id: event.id,
  event_name: event.name,
  event_count,
  queued_at,
  run_started_at: started_at,
  ended_at,
});

const stepOf = ({ id, op, name, attempt, result, noted_at, done_at }: StepRow) => ({
  id,
  op,
  name,
  attempt,
  status: result === null ? "open" : result.type === "error" ? "failed" : "completed",
  output: result?.type === "data" ? result.data : null,
  error: result?.type === "error" ? result.error : null,
  noted_at,
  ended_at: done_at,
});
