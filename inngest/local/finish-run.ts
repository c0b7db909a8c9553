import type { Engine } from "./engine";
import { finishStep, type RunRow, workOf } from "./finish-step";
import { ulid } from "./ids";
import type { InngestEvent, SerialError, StepResult } from "./protocol";
import type { Tx } from "./transaction";

type Outcome = { status: "completed"; output: unknown } | { status: "failed"; output: SerialError };

/** Ends the run, hands its result to a run that invoked it and tells functions that listen for it. */
export async function finishRun(tx: Tx, { functions }: Engine, run: RunRow, step: string | null, outcome: Outcome) {
  const [ended] = await tx.sql<{ events: InngestEvent[] }>(
    "update inngest.run set status = $2, output = $3, ended_at = now(), discovering = false where id = $1 returning events",
    [run.id, outcome.status, JSON.stringify(outcome.output ?? null)],
  );
  tx.stop.push(workOf(run, step));
  if (run.parent_run) await finishStep(tx, run.parent_run, run.parent_step!, stepResultOf(outcome));

  const { events } = ended!;
  const [event] = events as [InngestEvent];
  const isAboutAnotherRun = /^inngest\/function\.(failed|finished)$/.test(event.name);
  const names = ["inngest/function.finished", ...(outcome.status === "failed" ? ["inngest/function.failed"] : [])];
  const heard = isAboutAnotherRun ? [] : names.filter((name) => functions.triggeredBy(name).length > 0);
  for (const name of heard) {
    const result = outcome.status === "completed" ? { result: outcome.output } : { error: outcome.output };
    const data = { function_id: run.fn, run_id: run.id, ...result, event, events, _inngest: { status: outcome.status } };
    const body: InngestEvent = { id: ulid(), name, ts: Date.now(), data };
    await tx.sql("insert into inngest.event (id, body) values ($1, $2)", [body.id, JSON.stringify(body)]);
  }
  return { next: "stop", raisedEvents: heard.length > 0 } as const;
}

const stepResultOf = (outcome: Outcome): StepResult =>
  outcome.status === "completed" ? { type: "data", data: outcome.output ?? null } : { type: "error", error: outcome.output };
