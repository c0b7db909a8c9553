import { beginRun } from "./begin-run";
import type { Engine } from "./engine";
import { finishRun } from "./finish-run";
import { discoverWhenJoined, type RunRow, storeResult, workOf } from "./finish-step";
import { ulid } from "./ids";
import type { InngestEvent, Op, StepResult } from "./protocol";
import { asError } from "./serial-error";
import { moment } from "./times";
import { addJobs, type Tx } from "./transaction";

/** What the caller does now: end, load the run anew, or go on with one more remembered step. */
export type Next = { next: "stop" | "reload" | { step: string; result: StepResult }; raisedEvents?: boolean };

/** Does what a 206 asks for: stores finished steps, notes found ones once and sets their clocks. */
export async function applyOps(tx: Tx, engine: Engine, run: RunRow, askedStep: string | null, ops: Op[]): Promise<Next> {
  const isJoined = ops.length > 1 && ops.some(({ op }) => op === "StepPlanned");
  let last: { step: string; result: StepResult } | null = null;

  // Waits first: a step of the same answer may cause the very event that is waited for.
  for (const op of ops.toSorted((a, b) => Number(b.op === "WaitForEvent") - Number(a.op === "WaitForEvent"))) {
    if (op.op === "RunComplete") return finishRun(tx, engine, run, askedStep, { status: "completed", output: op.data });
    const result = resultOf(op);
    if (result) {
      await storeResult(tx, run.id, op.id, result, op);
      last = { step: op.id, result };
    } else if (await noteStep(tx, run.id, op, isJoined)) {
      await beginStep(tx, engine, run, op);
    }
  }

  if (askedStep !== null) {
    tx.stop.push(workOf(run, askedStep));
    if (last) await discoverWhenJoined(tx, run, askedStep);
    return { next: "stop" };
  }
  if (run.attempt > 0 || run.again) await tx.sql("update inngest.run set attempt = 0, again = false where id = $1", [run.id]);
  if (run.again || (last && ops.length > 1)) return { next: "reload" };
  if (last) return { next: last };
  await tx.sql("update inngest.run set discovering = false where id = $1", [run.id]);
  tx.stop.push(workOf(run, null));
  return { next: "stop" };
}

const begun = new Set(["StepPlanned", "Sleep", "WaitForEvent", "InvokeFunction"]);

function resultOf(op: Op): StepResult | null {
  if (op.op === "StepRun" || op.op === "Step") return { type: "data", data: op.data ?? null };
  if (op.op === "StepError" || op.op === "StepFailed") return { type: "error", error: asError(op.error) };
  if (begun.has(op.op)) return null;
  return { type: "error", error: { name: "Error", message: `${op.op} is not supported by the local Inngest server` } };
}

/** False when the step is known already: discoveries repeat open waits. */
async function noteStep(tx: Tx, run: string, op: Op, isJoined: boolean): Promise<boolean> {
  const name = op.displayName ?? op.name ?? op.id;
  const [event, condition] = op.op === "WaitForEvent" ? [op.name, op.opts?.if ?? null] : [null, null];
  const noted = await tx.sql(
    `insert into inngest.step (run, id, op, name, joined, race, wait_event, wait_if) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (run, id) do nothing returning id`,
    [run, op.id, op.op, name, isJoined, op.opts?.parallelMode === "race", event, condition],
  );
  return noted.length > 0;
}

async function beginStep(tx: Tx, engine: Engine, run: RunRow, op: Op) {
  if (op.op === "StepPlanned") tx.start.push(workOf(run, op.id));
  if (op.op === "Sleep" && op.name) await resumeAt(tx, run, op, moment(op.name), nothing);
  if (op.op === "WaitForEvent" && op.opts?.timeout) await resumeAt(tx, run, op, moment(op.opts.timeout), nothing);
  if (op.op === "InvokeFunction") await invoke(tx, engine, run, op);
}

async function invoke(tx: Tx, engine: Engine, run: RunRow, op: Op) {
  const { function_id: id = "", payload, timeout } = op.opts ?? {};
  const fn = engine.functions.find(id);
  if (!fn) return resumeAt(tx, run, op, new Date(), errorResult("Error", `could not find function with ID: ${id}`));

  const call = `${run.id}.${op.id}`;
  const data = { ...payload?.data, _inngest: { fn_id: fn.id, correlation_id: call } };
  const event: InngestEvent = { id: ulid(), name: "inngest/function.invoked", ts: Date.now(), data };
  await beginRun(tx, fn, [event], { key: call, parent: { run: run.id, step: op.id } });
  const tooLate = errorResult("InngestInvokeTimeoutError", "Timed out waiting for invoked function to complete");
  if (timeout) await resumeAt(tx, run, op, moment(timeout), tooLate);
}

const nothing: StepResult = { type: "data", data: null };
const errorResult = (name: string, message: string): StepResult => ({ type: "error", error: { name, message } });

const resumeAt = (tx: Tx, run: RunRow, { id }: Op, at: Date, result: StepResult) =>
  addJobs(tx, [{ task: "resume", payload: { run: run.id, step: id, result }, key: `resume:${run.id}:${id}`, at }]);
