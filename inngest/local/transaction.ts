import type pg from "pg";
import type { StepResult } from "./protocol";
import { settle } from "./slots";

/** Something to be done for a run: discover its next steps (no step), or run one planned step of it. */
export type Place = { run: string; step: string | null };
export type Slots = [key: string, limit: number][];
export type Work = Place & { slots: Slots; rank: number };
export const workKey = ({ run, step }: Place) => (step ? `${run}:${step}` : run);

/** One transaction. Work that starts or stops in it is settled just before the commit, so slots are locked last and briefly. */
export type Tx = {
  sql<Row = Record<string, never>>(text: string, values?: unknown[]): Promise<Row[]>;
  start: Work[];
  stop: Work[];
};

const names = new Map<string, string>();

/** The same text is planned once per connection. */
export function prepared(text: string, values: unknown[] = []) {
  const name = names.get(text) ?? `inngest_${names.size}`;
  names.set(text, name);
  return { name, text, values };
}

const maySucceedAgain = new Set(["40P01", "40001"]);

export async function inTransaction<T>(pool: pg.Pool, body: (tx: Tx) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    const client = await pool.connect();
    try {
      const tx: Tx = { sql: async (text, values) => (await client.query(prepared(text, values))).rows, start: [], stop: [] };
      await client.query("begin");
      const result = await body(tx);
      await settle(tx);
      await client.query("commit");
      client.release();
      return result;
    } catch (error) {
      await client.query("rollback").then(
        () => client.release(),
        (broken: Error) => client.release(broken),
      );
      if (tries === 5 || !maySucceedAgain.has((error as { code?: string }).code ?? "")) throw error;
    }
  }
}

/** What graphile-worker is asked to do; every job may be run twice. */
export type Jobs = {
  /** Call the app until the run has to wait. */
  execute: Place;
  /** A retry or a throttled run whose time has come queues for its slots. */
  start: Place;
  /** A sleep or a wait is over. */
  resume: { run: string; step: string; result: StepResult };
  /** A batch or a debounce is over. */
  flush: { fn: string; key: string; id: string };
  /** Cron. */
  tick: { fn: string; cron: string; at: string };
};
export type Job = { [Task in keyof Jobs]: { task: Task; payload: Jobs[Task]; key: string; at?: Date; onlyIfNew?: boolean } }[keyof Jobs];

/** Attempts are ours to count: a job that graphile-worker gave up would be a run lost. */
const neverGiveUp = 32_767;

export async function addJobs(tx: Tx, jobs: Job[]) {
  if (jobs.length === 0) return;
  await tx.sql(
    `select graphile_worker.add_job(j.task, j.payload, run_at := j.at, job_key := j.key, job_key_mode := j.mode, max_attempts := $2)
     from json_to_recordset($1) as j(task text, payload json, key text, at timestamptz, mode text)`,
    [JSON.stringify(jobs.map((job) => ({ ...job, mode: job.onlyIfNew ? "unsafe_dedupe" : "replace" }))), neverGiveUp],
  );
}
