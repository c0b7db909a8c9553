import { chooseOwner } from "@/lib/domain/ownership/choose-owner";
import type { CauseFacts, OwnershipRule } from "@/lib/domain/ownership/rule";
import { factsOfCause } from "./cause-facts";
import { getCauses } from "./causes";
import { db } from "./client";

const days = 30;
const latest = 50;

type Group = CauseFacts & {
  recent: number;
  moving: number;
  ids: string[];
  ruleId: string | null;
  ownerId: string | null;
  ownerRole: string;
};

export type Reach = {
  /** Causes of the last 30 days that each rule would own, and the latest of them; '' = those that no rule wants. */
  recent: ReadonlyMap<string, { count: number; ids: string[] }>;
  /** Open causes that would go to somebody else if the rules were applied to them now. */
  moving: number;
};

/** Whom the causes of the last 30 days would belong to by these rules: alike ones are counted together, and the rule itself decides. */
export async function measureReach(rules: readonly OwnershipRule[]): Promise<Reach> {
  const limits = [0, ...new Set(rules.map(({ minAmount }) => minAmount))];
  const groups = await db.$queryRaw<Group[]>`
    with facts as (
      select c.id, c.opened_at, ${factsOfCause}, (select max(l) from unnest(${limits}::float8[]) l where l <= c.peak) as amount,
        c.rule_id as "ruleId", c.owner_id as "ownerId", c.owner_role as "ownerRole", c.opened_at > now() - ${days} * interval '1 day' as is_recent,
        c.state in ('open', 'working', 'snoozed') and c.chosen_by = '' and c.escalated = 0 as may_move
      from cause c join connection n on n.id = c.connection_id
      where c.opened_at > now() - ${days} * interval '1 day' or c.state in ('open', 'working', 'snoozed'))
    select kind, "shopId", place, currency, amount, "ruleId", "ownerId", "ownerRole", (count(*) filter (where is_recent))::int as recent, (count(*) filter (where may_move))::int as moving,
      coalesce((array_agg(id order by opened_at desc) filter (where is_recent))[1:${latest}::int], '{}') as ids
    from facts group by 1, 2, 3, 4, 5, 6, 7, 8`;
  const recent = new Map<string, { count: number; ids: string[] }>();
  let moving = 0;
  for (const group of groups) {
    const { ruleId, ownerId, ownerRole } = chooseOwner(group, rules);
    const so = recent.get(ruleId ?? "") ?? { count: 0, ids: [] };
    recent.set(ruleId ?? "", { count: so.count + group.recent, ids: [...so.ids, ...group.ids] });
    if (ruleId !== group.ruleId || ownerId !== group.ownerId || ownerRole !== group.ownerRole) moving += group.moving;
  }
  return { recent, moving };
}

/** The latest causes of the last 30 days that this rule would own; '' = those that no rule wants. */
export async function listReach(rules: readonly OwnershipRule[], ruleId: string) {
  const { recent } = await measureReach(rules);
  const causes = await getCauses(recent.get(ruleId)?.ids ?? []);
  return causes.sort((a, b) => b.openedAt.getTime() - a.openedAt.getTime()).slice(0, latest);
}
