import { Logger, run, type TaskList } from "graphile-worker";

import type { Engine } from "./engine";
import { executeWork, startWork } from "./execute-work";
import { finishStep } from "./finish-step";
import { prune } from "./prune";
import { tick } from "./sync-app";
import { inTransaction, type Jobs } from "./transaction";
import { flush } from "./trigger-function";

export type JobRules = { callsAtOnce: number; retentionDays: number };

const hourly = "17 * * * * prune";
/** How late a sleep, a retry or a cron may be; what is due now comes by NOTIFY. */
const pollInterval = 500;

/** Starts to work on the queue. `stop` resolves when the jobs that were begun have ended. */
export function runJobs(engine: Engine, { callsAtOnce, retentionDays }: JobRules) {
  const { pool } = engine;
  const tasks: { [Task in keyof Jobs]: (payload: Jobs[Task]) => Promise<void> } = {
    execute: (place) => executeWork(engine, place),
    start: (place) => startWork(engine, place),
    resume: ({ run: id, step, result }) => inTransaction(pool, (tx) => finishStep(tx, id, step, result)),
    flush: ({ fn, key, id }) =>
      inTransaction(pool, async (tx) => {
        const config = engine.functions.find(fn);
        if (config) await flush(tx, config, key, id);
      }),
    tick: (payload) => tick(engine, payload),
  };
  return run({
    pgPool: pool,
    concurrency: callsAtOnce,
    noHandleSignals: true,
    logger: new Logger(() => (level, message) => {
      if (level === "error") console.error(message);
    }),
    pollInterval,
    // Done jobs are struck off in sets, and before `stop` resolves.
    preset: { worker: { localQueue: { size: callsAtOnce }, completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    crontab: hourly,
    taskList: { ...(tasks as TaskList), prune: () => prune(pool, retentionDays) },
  });
}
