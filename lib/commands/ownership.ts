import { z } from "zod";

import { AppError } from "@/lib/app-error";
import type { Db } from "@/lib/data/client";
import { handOver } from "@/lib/data/own-causes";
import { listRules, orderRules, removeRule, saveLadder, saveRule } from "@/lib/data/ownership";
import { getUser } from "@/lib/data/users";
import { listStorePlaces } from "@/lib/data/warehouses";
import { kindOf } from "@/lib/domain/exceptions/kinds";
import { Owner, ownerRoles, RuleCondition } from "@/lib/domain/ownership/rule";
import { familyNames } from "@/lib/domain/ownership/say-rule";

import { command } from "./command";

const needs = "ownership:manage" as const;

/** Where a person is named, the role is the one they have. */
async function settledOwner<O extends Owner>(tx: Db, owner: O): Promise<O> {
  if (owner.ownerId === null) return owner;
  const person = await getUser(tx, owner.ownerId);
  const role = ownerRoles.find((each) => each === person.role);
  if (person.disabledAt) throw new AppError("invalid", `${person.name} is disabled and could not act. Choose somebody else.`);
  if (!role) throw new AppError("invalid", `${person.name} does not work on causes. Choose somebody else.`);
  return { ...owner, ownerRole: role };
}

async function refuseUnknown(tx: Db, { about, shopId, place }: RuleCondition): Promise<void> {
  const [what, id = ""] = about.split(":");
  const isKnown = about === "" || (what === "kind" && kindOf(id)) || (what === "family" && id in familyNames);
  if (!isKnown) throw new AppError("invalid", "There is no such kind of cause any more.");
  if (shopId !== null && !(await tx.connection.findUnique({ where: { id: shopId } })))
    throw new AppError("invalid", "This shop does not exist any more.");
  if (place !== "" && !(await listStorePlaces()).some((store) => store.place === place))
    throw new AppError("invalid", "This store does not exist any more.");
}

/** `id` null: a new rule, at the end. `seen`: when the rule that was opened had last been changed. */
export const saveOwnershipRule = command({
  action: "ownership.save",
  needs,
  input: z.object({
    id: z.uuid().nullable(),
    seen: z.iso.datetime().nullable(),
    condition: RuleCondition,
    owner: Owner,
    isOn: z.boolean(),
  }),
  async run(tx, { id, seen, condition, owner, isOn }, actor) {
    await refuseUnknown(tx, condition);
    const before = id === null ? null : ((await listRules(tx)).find((rule) => rule.id === id) ?? null);
    if (before && before.changedAt.toISOString() !== seen)
      throw new AppError("conflict", "Somebody else has just changed this rule. Look again before you save.");
    const rule = { ...condition, ...(isOn ? await settledOwner(tx, owner) : owner), isOn };
    const saved = await saveRule(tx, id, rule, actor.id);
    return { subject: `ownership-rule:${saved}`, change: { before, after: rule }, answer: { id: saved } };
  },
});

export const orderOwnershipRules = command({
  action: "ownership.order",
  needs,
  input: z.object({ ids: z.array(z.uuid()).max(500) }),
  async run(tx, { ids }) {
    const before = (await listRules(tx)).map(({ id }) => id);
    await orderRules(tx, ids);
    return { subject: "ownership-rules", change: { before, after: ids }, answer: undefined };
  },
});

export const removeOwnershipRule = command({
  action: "ownership.remove",
  needs,
  input: z.object({ id: z.uuid() }),
  async run(tx, { id }) {
    return { subject: `ownership-rule:${id}`, change: { before: await removeRule(tx, id) }, answer: undefined };
  },
});

/** Open causes whose owner nobody chose go to whom the rules name now. Answers how many moved. */
export const applyOwnershipRules = command({
  action: "ownership.apply",
  needs,
  input: z.object({}),
  async run(tx, _, actor) {
    const moved = await handOver(tx, actor.id);
    return { subject: "causes", change: { moved: moved.slice(0, 1_000), count: moved.length }, answer: { moved: moved.length } };
  },
});

const Step = Owner.extend({
  afterMinutes: z.int("In whole minutes.").min(0, "Not before it should be taken.").max(10_080, "At most a week."),
});

export const saveEscalation = command({
  action: "ownership.ladder",
  needs,
  input: z.object({
    severity: z.enum(["high", "medium", "low"]),
    steps: z
      .array(Step)
      .max(5, "At most five steps.")
      .refine((steps) => steps.every(({ afterMinutes }, at) => at === 0 || afterMinutes > steps[at - 1]!.afterMinutes), {
        message: "Each step comes later than the one before.",
      }),
  }),
  async run(tx, { severity, steps }) {
    const settled = [];
    for (const step of steps) settled.push(await settledOwner(tx, step));
    const before = await tx.ladderStep.findMany({ where: { severity }, orderBy: { step: "asc" } });
    await saveLadder(tx, severity, settled);
    return { subject: `ladder:${severity}`, change: { before, after: settled }, answer: undefined };
  },
});
