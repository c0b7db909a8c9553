import { z } from "zod";

import { AppError } from "@/lib/app-error";
import { db, empty, sql } from "./client";
import { countPlan, getPlan, type Progress, type ReleasePlan } from "./release-plans";

export type VerdictCount = { verdict: string; orders: number; amount: number; currency: string };
/** Of thousands of edits the first hundred are shown. */
const shownEdits = 100;

export type PlanView = Omit<ReleasePlan, "by" | "source"> & {
  editCount: number;
  byName: string;
  verdicts: VerdictCount[];
  stillHeld: { why: string; orders: number }[];
  progress: Progress;
};

const Id = z.uuid();

/** A preview or release as screens show it: what each verdict covers, and how far it is. */
export async function getPlanView(id: string): Promise<PlanView> {
  if (!Id.safeParse(id).success) throw new AppError("not-found", "This preview does not exist any more.");
  const { by, source: _, edits, ...plan } = await getPlan(id);
  const [verdicts, stillHeld, progress, user] = await Promise.all([
    db.$queryRaw<
      VerdictCount[]
    >`select verdict, count(*)::int as orders, sum(amount)::float8 as amount, max(currency) as currency from release_line where plan_id = ${id}::uuid group by verdict`,
    db.$queryRaw<
      { why: string; orders: number }[]
    >`select why, count(*)::int as orders from release_line where plan_id = ${id}::uuid and verdict = 'still-held' group by why order by 2 desc limit 10`,
    countPlan(id),
    Id.safeParse(by).success ? db.user.findUnique({ where: { id: by }, select: { name: true } }) : null,
  ]);
  return {
    ...plan,
    edits: edits.slice(0, shownEdits),
    editCount: edits.length,
    byName: user?.name ?? "Parity",
    verdicts,
    stillHeld,
    progress,
  };
}

export const LineFilter = z.object({
  verdict: z.enum(["", "goes", "still-held", "already-there", "pointless"]).catch(""),
  outcome: z.enum(["", "open", "as-foreseen", "differs"]).catch(""),
  after: z.coerce.number().int().catch(-1),
});

export type PlanLineRow = {
  shopId: string;
  orderId: string;
  name: string;
  position: number;
  amount: number;
  currency: string;
  verdict: string;
  why: string;
  outcome: string;
  outcomeWhy: string;
  at: Date | null;
};

export async function listPlanLines(
  id: string,
  { verdict, outcome, after }: z.infer<typeof LineFilter>,
  limit = 200,
): Promise<PlanLineRow[]> {
  return db.$queryRaw<PlanLineRow[]>`
    select shop_id as "shopId", order_id as "orderId", name, position, amount::float8 as amount, currency, verdict, why, outcome, outcome_why as "outcomeWhy", at
    from release_line where plan_id = ${id}::uuid and position > ${after} ${verdict === "" ? empty : sql`and verdict = ${verdict}`}
      ${outcome === "" ? empty : outcome === "open" ? sql`and outcome = ''` : sql`and outcome = ${outcome}`} order by position limit ${limit}`;
}

/** Releases and previews of a cause, newest first; previews that nobody released are left out after an hour. */
export async function listPlansOf(causeId: string): Promise<
  {
    id: string;
    state: string;
    byName: string | null;
    madeAt: Date;
    startedAt: Date | null;
    endedAt: Date | null;
    released: number;
    goes: number;
  }[]
> {
  return db.$queryRaw`
    select p.id, p.state, coalesce(u.name, 'Parity') as "byName", p.made_at as "madeAt", p.started_at as "startedAt", p.ended_at as "endedAt",
      (select count(*)::int from release_line l where l.plan_id = p.id and l.verdict = 'goes' and l.outcome = 'as-foreseen') as released,
      (select count(*)::int from release_line l where l.plan_id = p.id and l.verdict = 'goes') as goes
    from release_plan p left join app_user u on u.id::text = p.by where p.cause_ids @> array[${causeId}::uuid] and (p.state <> 'previewed' or p.made_at > now() - interval '1 hour')
    order by p.made_at desc limit 10`;
}
