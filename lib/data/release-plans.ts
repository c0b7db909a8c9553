import { type Db, rows } from "./client";

type Settled = { shopId: string; orderId: string; outcome: string; why: string };

/** A released order came to its end: was it as the preview foresaw? Lines that wait for another try stay open. */
export async function settleReleaseLines(tx: Db, results: readonly Settled[]): Promise<void> {
  const ended = results.filter(({ outcome }) => outcome !== "waiting" && outcome !== "failed" && outcome !== "not-yet-visible");
  if (ended.length === 0) return;
  await tx.$executeRaw`
    update release_line line set at = now(), outcome_why = r.why,
      outcome = case
        when line.verdict = 'goes' and r.outcome = 'confirmed' then 'as-foreseen'
        when line.verdict = 'still-held' and r.outcome in ('held', 'accepted-different') then 'as-foreseen'
        when line.verdict = 'already-there' and r.outcome in ('unchanged', 'confirmed') then 'as-foreseen'
        when line.verdict = 'pointless' and r.outcome = 'skipped' then 'as-foreseen'
        else 'differs' end
    from json_to_recordset(${rows(ended)}) as r("shopId" uuid, "orderId" text, outcome text, why text), order_lane lane, release_plan plan
    where lane.shop_id = r."shopId" and lane.order_id = r."orderId" and line.plan_id = lane.release_plan_id and plan.id = line.plan_id
      and line.shop_id = lane.shop_id and line.order_id = lane.order_id and line.outcome = ''`;
}
