import type pg from "pg";

const atOnce = 1_000;

/** Deletes what nobody needs any more, in sets, so that no lock is held for long: ended runs with their steps, routed events, old keys. */
export async function prune(pool: pg.Pool, retentionDays: number) {
  await deleteInSets(pool, deleteRuns, retentionDays);
  await deleteInSets(pool, deleteEvents, retentionDays);
  await deleteInSets(pool, deleteKeys, 1);
  await pool.query(completeReplacedJobs);
  await pool.query("delete from inngest.pace where next_at < now() - interval '1 day'");
}

async function deleteInSets(pool: pg.Pool, statement: string, days: number) {
  for (let deleted = atOnce; deleted === atOnce; ) deleted = (await pool.query(statement, [days, atOnce])).rowCount ?? 0;
}

// A running job that was replaced by one with its key, and whose process was then killed.
const completeReplacedJobs = `select graphile_worker.complete_jobs(array_agg(id))
  from graphile_worker.jobs where attempts >= max_attempts and locked_at is null`;

const deleteRuns = `delete from inngest.run where id in (
  select id from inngest.run where ended_at < now() - $1 * interval '1 day' order by ended_at limit $2)`;

const deleteEvents = `delete from inngest.event where seq in (
  select seq from inngest.event where received_at < now() - $1 * interval '1 day' and routed_at is not null order by received_at limit $2)`;

const deleteKeys = `delete from inngest.event_key where key in (
  select key from inngest.event_key where at < now() - $1 * interval '1 day' order by at limit $2)`;
