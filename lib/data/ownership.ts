import { randomUUID } from "node:crypto";

import { AppError } from "@/lib/app-error";
import type { LadderStep } from "@/lib/domain/ownership/list-gaps";
import type { Owner, OwnershipRule, RuleCondition } from "@/lib/domain/ownership/rule";
import type { RuleNames } from "@/lib/domain/ownership/say-rule";
import { type Db, db, rows, sql } from "./client";
import { listStorePlaces } from "./warehouses";

export type RuleRow = OwnershipRule & { position: number; ownerName: string | null; changedAt: Date };

const isManned = sql`exists (select 1 from app_user m where m.disabled_at is null and case when r.owner_id is null then m.role = r.owner_role else m.id = r.owner_id end)`;

/** In the order in which they count. */
export const listRules = (tx: Db): Promise<RuleRow[]> =>
  tx.$queryRaw<RuleRow[]>`
    select r.id, r.position, r.about, r.shop_id as "shopId", r.place, r.min_amount::float8 as "minAmount", r.currency, r.owner_id as "ownerId", r.owner_role as "ownerRole",
      r.is_on as "isOn", r.changed_at as "changedAt", u.name as "ownerName", ${isManned} as "isManned"
    from ownership_rule r left join app_user u on u.id = r.owner_id order by r.position, r.id`;

/** Held until the transaction ends, so that two people do not order the rules at once. */
async function holdRules(tx: Db): Promise<string[]> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtext('ownership_rule'))::text`;
  return (await tx.$queryRaw<{ id: string }[]>`select id from ownership_rule order by position, id`).map(({ id }) => id);
}

/** A new rule goes to the end. Answers its id. */
export async function saveRule(tx: Db, id: string | null, rule: RuleCondition & Owner & { isOn: boolean }, by: string): Promise<string> {
  const ids = await holdRules(tx);
  const data = { ...rule, changedBy: by, changedAt: new Date() };
  if (id === null) return (await tx.ownershipRule.create({ data: { id: randomUUID(), position: ids.length, ...data } })).id;
  if (!ids.includes(id)) throw new AppError("not-found", "Somebody else has removed this rule.");
  await tx.ownershipRule.update({ where: { id }, data });
  return id;
}

/** `ids` are all of them in their new order. */
export async function orderRules(tx: Db, ids: readonly string[]): Promise<void> {
  const known = await holdRules(tx);
  if ([...known].sort().join() !== [...ids].sort().join())
    throw new AppError("conflict", "Somebody else has just changed the rules. Look again before you order them.");
  await tx.$executeRaw`update ownership_rule r set position = n.position from json_to_recordset(${rows(ids.map((id, position) => ({ id, position })))}) as n(id uuid, position int) where n.id = r.id`;
}

export async function removeRule(tx: Db, id: string): Promise<RuleRow> {
  await holdRules(tx);
  const rule = (await listRules(tx)).find((one) => one.id === id);
  if (!rule) throw new AppError("not-found", "Somebody else has removed this rule already.");
  await tx.ownershipRule.delete({ where: { id } });
  return rule;
}

export type StepRow = LadderStep & { ownerName: string | null };

export const listSteps = (tx: Db): Promise<StepRow[]> =>
  tx.$queryRaw<StepRow[]>`
    select s.severity, s.step, s.after_minutes as "afterMinutes", s.owner_id as "ownerId", s.owner_role as "ownerRole", u.name as "ownerName"
    from ladder_step s left join app_user u on u.id = s.owner_id order by s.severity, s.step`;

export async function saveLadder(tx: Db, severity: string, steps: readonly (Owner & { afterMinutes: number })[]): Promise<void> {
  await tx.ladderStep.deleteMany({ where: { severity } });
  await tx.ladderStep.createMany({ data: steps.map((step, at) => ({ ...step, severity, step: at + 1 })) });
}

/** What rules call shops and stores. */
export async function listRuleNames(): Promise<RuleNames> {
  const [shops, places] = await Promise.all([db.connection.findMany({ select: { id: true, name: true } }), listStorePlaces()]);
  return { shops: new Map(shops.map(({ id, name }) => [id, name])), places: new Map(places.map(({ place, name }) => [place, name])) };
}
