import { applyOps, type Next } from "./apply-ops";
import type { Answer, AnswerHeaders } from "./call-app";
import type { Engine } from "./engine";
import { finishRun } from "./finish-run";
import { lockRun, type RunRow, workOf } from "./finish-step";
import type { Op, SerialError } from "./protocol";
import { asError } from "./serial-error";
import { retryAfter } from "./times";
import { addJobs, type Place, type Tx, workKey } from "./transaction";

/** A call that was answered: which attempt it was. */
export type Asked = Place & { attempt: number; maxAttempts: number };

/** For so long no answer at all does not count as a failed attempt: the app may be restarting, or being deployed. */
const patience = 60 * 60_000;

export async function applyAnswer(tx: Tx, engine: Engine, asked: Asked, answer: Answer): Promise<Next> {
  const run = await lockRun(tx, asked.run);
  if (!run) return stopEnded(tx, asked);
  if (answer.kind === "abandoned") return tryLater(tx, run, asked, 0);

  const lostFor = run.lost_since ? Date.now() - run.lost_since.getTime() : 0;
  if (answer.kind === "lost" && lostFor < patience) {
    await tx.sql("update inngest.run set lost_since = coalesce(lost_since, now()) where id = $1", [run.id]);
    return tryLater(tx, run, asked, Math.min(Math.max(lostFor, 1_000), 30_000));
  }
  if (run.lost_since) await tx.sql("update inngest.run set lost_since = null where id = $1", [run.id]);

  if (answer.kind === "lost") return failed(tx, engine, run, asked, { name: "Error", message: answer.reason }, {});
  if (answer.status === 200) return finishRun(tx, engine, run, asked.step, { status: "completed", output: answer.body });
  if (answer.status !== 206) return failed(tx, engine, run, asked, asError(answer.body), answer.headers);
  const ops = [answer.body as Op | Op[]].flat();
  const stepError = ops.find(({ op }) => op === "StepError");
  if (stepError && mayRetry(asked, answer.headers)) return retry(tx, engine, run, asked, answer.headers);
  return applyOps(tx, engine, run, asked.step, ops);
}

const mayRetry = ({ attempt, maxAttempts }: Asked, headers: AnswerHeaders) =>
  headers["x-inngest-no-retry"] !== "true" && attempt + 1 < maxAttempts;

function failed(tx: Tx, engine: Engine, run: RunRow, asked: Asked, error: SerialError, headers: AnswerHeaders): Promise<Next> {
  if (mayRetry(asked, headers)) return retry(tx, engine, run, asked, headers);
  return finishRun(tx, engine, run, asked.step, { status: "failed", output: error });
}

async function retry(tx: Tx, engine: Engine, run: RunRow, asked: Asked, headers: AnswerHeaders): Promise<Next> {
  const { step, attempt } = asked;
  if (step === null) await tx.sql("update inngest.run set attempt = $2 where id = $1", [run.id, attempt + 1]);
  else await tx.sql("update inngest.step set attempt = $3 where run = $1 and id = $2", [run.id, step, attempt + 1]);
  const wished = headers["retry-after"];
  return tryLater(tx, run, asked, typeof wished === "string" ? retryAfter(wished) : engine.backoff(attempt));
}

async function tryLater(tx: Tx, run: RunRow, { step }: Asked, wait: number): Promise<Next> {
  const place = { run: run.id, step };
  tx.stop.push(workOf(run, step));
  await addJobs(tx, [{ task: "start", payload: place, key: workKey(place), at: new Date(Date.now() + wait) }]);
  return { next: "stop" };
}

/** Cancelled while the call was open: only its slots are left to give back. */
async function stopEnded(tx: Tx, { run, step }: Asked): Promise<Next> {
  const [row] = await tx.sql<RunRow>("select * from inngest.run where id = $1", [run]);
  if (row) tx.stop.push(workOf(row, step));
  return { next: "stop" };
}
