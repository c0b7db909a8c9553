import { applyAnswer } from "./apply-answer";
import type { Answer } from "./call-app";
import type { Engine } from "./engine";
import { lockRun, workOf } from "./finish-step";
import { type Call, callBody, loadCall, withStep } from "./load-call";
import { asError } from "./serial-error";
import { addJobs, inTransaction, type Place, workKey } from "./transaction";

/** graphile-worker takes a job that ran for four hours for dead. */
const handOverAfter = 30 * 60_000;

/**
 * Calls the app, stores what it says, and calls again at once for as long as the run can go on. It ends when the run ends or has
 * to wait; whatever wakes the run later starts new work. Killed in between, the same job finds the stored steps and carries on.
 */
export async function executeWork(engine: Engine, place: Place) {
  const handOverAt = Date.now() + handOverAfter;
  let call = await loadCall(engine.pool, place);
  while (call) {
    const { next, raisedEvents } = await store(engine, call, await askApp(engine, call));
    if (raisedEvents) engine.routeEvents();
    if (next === "stop") return;
    if (Date.now() > handOverAt) {
      return inTransaction(engine.pool, (tx) => addJobs(tx, [{ task: "execute", payload: place, key: workKey(place) }]));
    }
    call = next === "reload" ? await loadCall(engine.pool, place) : withStep(call, next.step, next.result);
  }
}

const askApp = ({ app }: Engine, call: Call): Promise<Answer> =>
  app.send("POST", call.url, callBody(call), {
    "x-run-id": call.run,
    "x-inngest-step-id": call.step ?? "step",
    "x-inngest-req-version": "2",
  });

/** An answer that cannot be stored counts as a failed attempt, so that the run goes on by its own rules. */
async function store(engine: Engine, call: Call, answer: Answer) {
  const apply = (given: Answer) => inTransaction(engine.pool, (tx) => applyAnswer(tx, engine, call, given));
  try {
    return await apply(answer);
  } catch (error) {
    console.error(`the answer for run ${call.run} could not be stored`, error);
    return apply({ kind: "answered", status: 500, body: asError(error), headers: {} });
  }
}

/** A retry or a throttled run whose time has come: it queues for its slots like everybody else. */
export async function startWork({ pool }: Engine, { run: id, step }: Place) {
  await inTransaction(pool, async (tx) => {
    const run = await lockRun(tx, id);
    if (run) tx.start.push(workOf(run, step));
  });
}
