import { z } from "zod";
import { AppError } from "@/lib/app-error";
import { type Actor, may } from "@/lib/auth/permissions";
import { getCauses } from "@/lib/data/causes";
import { inTransaction } from "@/lib/data/client";
import { checkAllEdits } from "@/lib/data/edits";
import { emit } from "@/lib/data/outbox";
import { planRelease } from "@/lib/data/plan-release";
import { getPlan, movePlan, type PlanState } from "@/lib/data/release-plans";
import { startRelease } from "@/lib/data/start-release";
import { Edit } from "@/lib/domain/mapping/edit";

import { command } from "./command";

const Preview = z.object({
  causeIds: z.array(z.uuid()).min(1).max(20_000),
  edits: z.array(Edit).max(20_000),
  source: z.enum(["person", "csv"]).default("person"),
});

/** What would happen if these mappings were saved and the causes released. Kept as a plan; nothing is sent or saved. */
export async function previewRelease(actor: Actor, raw: unknown): Promise<{ planId: string }> {
  if (!may(actor, "exceptions:work")) throw new AppError("forbidden", "Your role does not allow this.");
  const { causeIds, edits, source } = Preview.parse(raw);
  const causes = await getCauses(causeIds);
  if (causes.length === 0) throw new AppError("not-found", "These causes do not exist any more.");
  const shopId = causes[0]!.connectionId;
  if (causes.some(({ connectionId }) => connectionId !== shopId))
    throw new AppError("invalid", "Preview the causes of one shop at a time.");
  await inTransaction((tx) => checkAllEdits(tx, shopId, edits));
  return { planId: await planRelease(causeIds, edits, actor.id, source) };
}

/** Saves the plan's mappings and sends what it covers. The second of two people is told so, and nothing is sent twice. */
export const releaseCauses = command({
  action: "causes.release",
  needs: "exceptions:release",
  input: z.object({ planId: z.uuid() }),
  async run(tx, { planId }, actor) {
    const plan = await getPlan(planId);
    await startRelease(tx, plan, actor.id);
    return {
      subject: `plan:${planId}`,
      change: { causeIds: plan.causeIds.slice(0, 1_000), edits: plan.edits.slice(0, 100) },
      answer: undefined,
    };
  },
});

const moves: Record<"pause" | "resume" | "abort", { from: PlanState[]; to: PlanState }> = {
  pause: { from: ["running"], to: "paused" },
  resume: { from: ["paused"], to: "running" },
  abort: { from: ["running", "paused"], to: "aborted" },
};

export const steerRelease = command({
  action: "causes.release.steer",
  needs: "exceptions:release",
  input: z.object({ planId: z.uuid(), do: z.enum(["pause", "resume", "abort"]) }),
  async run(tx, { planId, do: what }) {
    await movePlan(tx, planId, moves[what].from, moves[what].to);
    if (what === "resume") await emit(tx, [{ name: "exceptions/release.requested", data: { planId } }]);
    return { subject: `plan:${planId}`, change: { do: what }, answer: undefined };
  },
});

/** Ask now whether these causes are gone. */
export const probeCauses = command({
  action: "causes.probe",
  needs: "exceptions:work",
  input: z.object({ causeIds: z.array(z.uuid()).min(1).max(500) }),
  async run(tx, { causeIds }) {
    await emit(tx, [{ name: "exceptions/probe.requested", data: { causeIds, isAsked: true } }]);
    return { subject: "causes", change: { causeIds }, answer: undefined };
  },
});
