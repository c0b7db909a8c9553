import { kindOf } from "../exceptions/kinds";
import type { Role } from "./roles";
import type { CauseFacts, OwnershipRule, RuleCondition } from "./rule";

/** `ruleId` null: no rule wanted it, so it is for the role that its kind names. */
export type Chosen = { ruleId: string | null; ownerId: string | null; ownerRole: Role };

/** The first rule that matches; one that is off, or whose owner is not there, is passed over. */
export function chooseOwner(facts: CauseFacts, rules: readonly OwnershipRule[]): Chosen {
  const rule = rules.find((one) => one.isOn && one.isManned && isMet(one, facts));
  if (rule) return { ruleId: rule.id, ownerId: rule.ownerId, ownerRole: rule.ownerRole };
  return { ruleId: null, ownerId: null, ownerRole: kindOf(facts.kind)?.owner.role ?? "ops" };
}

export function isMet({ about, shopId, place, minAmount, currency }: RuleCondition, facts: CauseFacts): boolean {
  return (
    isAbout(about, facts.kind) &&
    (shopId === null || shopId === facts.shopId) &&
    (place === "" || place === facts.place) &&
    (minAmount === 0 || (facts.currency === currency && facts.amount >= minAmount))
  );
}

export function isAbout(about: string, kind: string): boolean {
  return about === "" || about === `kind:${kind}` || about === `family:${kindOf(kind)?.family ?? ""}`;
}

/** Whether growing from one amount to the other takes a cause over some rule's limit. */
export const crossesLimit = (from: number, to: number, rules: readonly Pick<OwnershipRule, "minAmount">[]): boolean =>
  rules.some(({ minAmount }) => minAmount > from && minAmount <= to);
