import { chooseOwner, crossesLimit } from "@/lib/domain/ownership/choose-owner";
import type { Role } from "@/lib/domain/ownership/roles";
import type { CauseFacts } from "@/lib/domain/ownership/rule";
import { sayRule } from "@/lib/domain/ownership/say-rule";
import { factsOfCause } from "./cause-facts";
import { writeEntries } from "./causes";
import { type Db, rows } from "./client";
import { listRuleNames, listRules } from "./ownership";
import { tellPeople } from "./tell-people";

export type Grown = { id: string; from: number; to: number };
type Owned = CauseFacts & {
  id: string;
  returns: number;
  isSettled: boolean;
  ruleId: string | null;
  ownerId: string | null;
  ownerRole: Role;
};

/**
 * Gives causes that have just opened, or grown over a rule's limit, to whom the rules say, and tells them.
 * An owner whom a person chose, or a ladder led to, stays.
 */
export async function ownCauses(tx: Db, { opened, grown }: { opened: readonly string[]; grown: readonly Grown[] }): Promise<void> {
  if (opened.length === 0 && grown.length === 0) return;
  const rules = await listRules(tx);
  const crossed = grown.filter(({ from, to }) => crossesLimit(from, to, rules)).map(({ id }) => id);
  const ids = [...new Set([...opened, ...crossed])];
  if (ids.length === 0) return;
  const moved = await applyRules(tx, ids, rules, (id) => (opened.includes(id) ? "It opened." : "It has grown."));
  await tellOwners(
    tx,
    moved.all.filter(({ id }) => opened.includes(id) || moved.changed.has(id)),
    "flow",
  );
}

/** Open causes that neither a person nor a ladder gave an owner go to whom the rules name now. Answers which moved. */
export async function handOver(tx: Db, by: string): Promise<string[]> {
  const ids = await tx.$queryRaw<
    { id: string }[]
  >`select id from cause where state in ('open', 'working', 'snoozed') and chosen_by = '' and escalated = 0`;
  const moved = await applyRules(
    tx,
    ids.map(({ id }) => id),
    await listRules(tx),
    () => "The rules were applied to what is open.",
  );
  await tellOwners(
    tx,
    moved.all.filter(({ id }) => moved.changed.has(id)),
    by,
  );
  return [...moved.changed];
}

const tellOwners = (tx: Db, causes: readonly Owned[], by: string): Promise<void> =>
  tellPeople(
    tx,
    causes.map(({ id, kind, returns, ownerId, ownerRole }) => ({
      causeId: id,
      kind,
      what: "raised",
      key: `${returns}|${ownerId ?? ownerRole}`,
      by,
      to: ownerId ? { ids: [ownerId], roles: [] } : { ids: [], roles: [ownerRole] },
    })),
  );

/** Sets the owner of those that neither a person nor a ladder gave one, and says in their history which rule it was. Answers the causes as they now are. */
export async function applyRules(
  tx: Db,
  ids: readonly string[],
  rules: Awaited<ReturnType<typeof listRules>>,
  why: (id: string) => string,
): Promise<{ all: Owned[]; changed: ReadonlySet<string> }> {
  const causes = await tx.$queryRaw<Owned[]>`
    select c.id, c.returns, (c.chosen_by = 'person' or c.escalated > 0) as "isSettled", c.rule_id as "ruleId", c.owner_id as "ownerId", c.owner_role as "ownerRole", ${factsOfCause}, c.peak::float8 as amount
    from cause c join connection n on n.id = c.connection_id where c.id = any(${ids}::uuid[]) order by c.id for update of c`;
  const all = causes.map((cause) => (cause.isSettled ? cause : { ...cause, ...chooseOwner(cause, rules) }));
  const changed = all.filter((now, at) => {
    const was = causes[at]!;
    return now.ruleId !== was.ruleId || now.ownerId !== was.ownerId || now.ownerRole !== was.ownerRole;
  });
  if (changed.length === 0) return { all, changed: new Set() };
  await tx.$executeRaw`
    update cause c set rule_id = r."ruleId", owner_id = r."ownerId", owner_role = r."ownerRole", changed_at = now()
    from json_to_recordset(${rows(changed.map(({ id, ruleId, ownerId, ownerRole }) => ({ id, ruleId, ownerId, ownerRole })))}) as r(id uuid, "ruleId" uuid, "ownerId" uuid, "ownerRole" text)
    where c.id = r.id`;
  const names = await listRuleNames();
  await writeEntries(
    tx,
    changed.map(({ id, ruleId, ownerId, ownerRole }) => {
      const at = rules.findIndex((rule) => rule.id === ruleId);
      const rule = rules[at];
      const said = rule ? { number: at + 1, rule: sayRule(rule, names), ownerName: rule.ownerName } : {};
      return { causeId: id, by: "flow", action: "own", text: why(id), change: { ruleId, ownerId, ownerRole, ...said } };
    }),
  );
  return { all, changed: new Set(changed.map(({ id }) => id)) };
}
