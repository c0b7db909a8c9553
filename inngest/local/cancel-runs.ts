import { holds } from "./expressions";
import { finishStep } from "./finish-step";
import type { Functions } from "./functions";
import type { InngestEvent } from "./protocol";
import type { Tx } from "./transaction";

/** Ends the open runs that this event cancels. */
export async function cancelRuns(tx: Tx, functions: Functions, event: InngestEvent) {
  for (const { fn, if: condition } of functions.cancelledBy(event.name)) {
    const open = await tx.sql<{ id: string; first: InngestEvent }>(
      "select id, events -> 0 as first from inngest.run where fn = $1 and ended_at is null order by id",
      [fn.id],
    );
    for (const { id, first } of open) if (holds(condition, { event: first, async: event })) await cancelRun(tx, id);
  }
}

/** A request in flight goes on; its answer finds the run ended and frees the slot. */
async function cancelRun(tx: Tx, run: string) {
  const [cancelled] = await tx.sql<{ parent_run: string | null; parent_step: string | null }>(
    "update inngest.run set status = 'cancelled', ended_at = now() where id = $1 and ended_at is null returning parent_run, parent_step",
    [run],
  );
  await tx.sql("delete from inngest.work where run = $1 and blocked_by is not null", [run]);
  if (!cancelled?.parent_run) return;
  const error = { name: "Error", message: "The invoked function was cancelled" };
  await finishStep(tx, cancelled.parent_run, cancelled.parent_step!, { type: "error", error });
}
