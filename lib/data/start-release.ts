import { writeEntries } from "./causes";
import type { Db } from "./client";
import { checkAllEdits, saveEdits } from "./edits";
import { emit } from "./outbox";
import { movePlan, type ReleasePlan } from "./release-plans";

/** The one way to release, for people and for the flow: mappings saved, plan under way, written down, engine told. */
export async function startRelease(tx: Db, plan: ReleasePlan, by: string): Promise<void> {
  await movePlan(tx, plan.id, ["previewed"], "running");
  const [cause] = await tx.cause.findMany({ where: { id: { in: plan.causeIds } }, take: 1 });
  if (cause && plan.edits.length > 0) {
    await checkAllEdits(tx, cause.connectionId, plan.edits);
    await saveEdits(tx, cause.connectionId, plan.edits, by, plan.source);
  }
  await tx.$executeRaw`
    update cause set state = 'working', owner_id = case when ${by} = 'flow' then owner_id else coalesce(owner_id, ${by === "flow" ? null : by}::uuid) end, chosen_by = case when ${by} = 'flow' or owner_id is not null then chosen_by else 'person' end, taken_at = coalesce(taken_at, now()), changed_at = now()
    where id = any(${plan.causeIds}::uuid[]) and state in ('open', 'snoozed', 'working')`;
  await writeEntries(
    tx,
    plan.causeIds.map((causeId) => ({
      causeId,
      by,
      action: "release",
      text: "",
      change: { planId: plan.id, edits: plan.edits.slice(0, 20) },
    })),
  );
  await emit(tx, [{ name: "exceptions/release.requested", data: { planId: plan.id } }]);
}
