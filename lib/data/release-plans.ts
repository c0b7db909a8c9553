import { z } from "zod";
import { AppError } from "@/lib/app-error";
import type { Verdict } from "@/lib/domain/exceptions/verdict";
import { Edit } from "@/lib/domain/mapping/edit";
import { type Db, db, rows } from "./client";
import { wakeLanes } from "./order-lanes";

export type PlanState = "previewed" | "running" | "paused" | "aborted" | "done";
export type ReleasePlan = {
  id: string;
  causeIds: string[];
  edits: Edit[];
  /** Where the edits come from. */
  source: "person" | "csv";
  by: string;
  state: PlanState;
  madeAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};
export type PlanLine = {
  shopId: string;
  orderId: string;
  name: string;
  amount: number;
  currency: string;
  sourceVersion: string | null;
  verdict: Verdict;
  why: string;
};

export async function createPlan(
  tx: Db,
  plan: { causeIds: string[]; edits: readonly Edit[]; by: string; source?: ReleasePlan["source"] },
  lines: readonly PlanLine[],
): Promise<string> {
  const { id } = await tx.releasePlan.create({ data: { ...plan, edits: [...plan.edits] }, select: { id: true } });
  await tx.$executeRaw`
    insert into release_line (plan_id, shop_id, order_id, name, position, amount, currency, source_version, verdict, why)
    select ${id}::uuid, r."shopId", r."orderId", r.name, r.position, r.amount, r.currency, r."sourceVersion", r.verdict, r.why
    from json_to_recordset(${rows(lines.map((line, position) => ({ ...line, position })))}) as r("shopId" uuid, "orderId" text, name text, position int, amount bigint, currency text, "sourceVersion" text, verdict text, why text)`;
  return id;
}

export async function getPlan(id: string): Promise<ReleasePlan> {
  const row = await db.releasePlan.findUnique({ where: { id } });
  if (!row) throw new AppError("not-found", "This preview does not exist any more.");
  return { ...row, state: row.state as PlanState, source: row.source as ReleasePlan["source"], edits: z.array(Edit).parse(row.edits) };
}

export const isBeingReleased = async (causeId: string) =>
  (await db.releasePlan.count({ where: { causeIds: { has: causeId }, state: { in: ["running", "paused"] } } })) > 0;

/** Only from the states named; the second of two people is told so. */
export async function movePlan(tx: Db, id: string, from: readonly PlanState[], to: PlanState): Promise<void> {
  const { count } = await tx.releasePlan.updateMany({
    where: { id, state: { in: [...from] } },
    data: {
      state: to,
      ...(to === "running" && from.includes("previewed") && { startedAt: new Date() }),
      ...((to === "aborted" || to === "done") && { endedAt: new Date() }),
    },
  });
  if (count === 0) throw new AppError("conflict", "Somebody else has already moved this release on.");
}

export type Progress = { total: number; fed: number; ended: number; asForeseen: number; differs: number; goes: number; released: number };

export async function countPlan(planId: string): Promise<Progress> {
  const [row] = await db.$queryRaw<Progress[]>`
    select count(*)::int as total, count(lane_version)::int as fed, (count(*) filter (where outcome <> ''))::int as ended,
      (count(*) filter (where outcome = 'as-foreseen'))::int as "asForeseen", (count(*) filter (where outcome = 'differs'))::int as differs,
      (count(*) filter (where verdict = 'goes'))::int as goes, (count(*) filter (where verdict = 'goes' and outcome = 'as-foreseen'))::int as released
    from release_line where plan_id = ${planId}::uuid`;
  return row!;
}

/** Puts the next lines of a running plan into the lane, oldest promise first, never more than `atOnce` under way. */
export async function feedPlan(tx: Db, planId: string, atOnce: number): Promise<number> {
  const fed = await tx.$queryRaw<{ pos_id: string }[]>`
    with under_way as (select count(*)::int as n from release_line where plan_id = ${planId}::uuid and lane_version is not null and outcome = ''),
    next as (
      select shop_id, order_id from release_line where plan_id = ${planId}::uuid and lane_version is null
      order by position limit greatest(0, ${atOnce} - (select n from under_way)) for update),
    ready as (
      update order_lane l set state = 'ready', not_before = now(), version = nextval('lane_version'), attempts = 0
      from next n where l.shop_id = n.shop_id and l.order_id = n.order_id returning l.shop_id, l.order_id, l.version, l.pos_id)
    update release_line line set lane_version = r.version from ready r
    where line.plan_id = ${planId}::uuid and line.shop_id = r.shop_id and line.order_id = r.order_id returning r.pos_id`;
  await wakeLanes(tx, [...new Set(fed.map(({ pos_id }) => pos_id))]);
  return fed.length;
}

type Ended = { shopId: string; orderId: string; version: string; outcome: string; why: string };

/** A released order came to its end: was it as foreseen? One that waits for another try stays under way. */
export async function settleReleaseLines(tx: Db, results: readonly Ended[]): Promise<void> {
  const ended = results.filter(({ outcome }) => !["waiting", "failed", "not-yet-visible"].includes(outcome));
  if (ended.length === 0) return;
  await tx.$executeRaw`
    update release_line line set at = now(), outcome_why = r.why,
      outcome = case when (line.verdict, r.outcome) in (('goes', 'confirmed'), ('still-held', 'held'), ('still-held', 'accepted-different'), ('already-there', 'unchanged'),
        ('already-there', 'confirmed'), ('pointless', 'skipped'), ('pointless', 'confirmed')) then 'as-foreseen' else 'differs' end
    from json_to_recordset(${rows(ended)}) as r("shopId" uuid, "orderId" text, version bigint, outcome text, why text)
    where line.shop_id = r."shopId" and line.order_id = r."orderId" and line.outcome = '' and line.lane_version <= r.version`;
}
