import type { OrderPlan } from "../orders/plan-order";
import type { CauseDraft, Says } from "./kind";
import { kindOf } from "./kinds";

/** What releasing a held record would do. */
export type Verdict = "goes" | "still-held" | "already-there" | "pointless";
export type Foreseen = { verdict: Verdict; why: string };

/** The preview's word for a plan, made by the same rule that the flow obeys. */
export function verdictOf(plan: OrderPlan, names: Says): Foreseen {
  switch (plan.verdict) {
    case "goes":
      return { verdict: "goes", why: "" };
    case "unchanged":
      return { verdict: "already-there", why: "The till already has it" };
    case "waiting":
      return { verdict: "still-held", why: plan.reason };
    case "skipped":
      return { verdict: "pointless", why: plan.reason };
    case "cancel":
      return { verdict: "pointless", why: "It was cancelled in the shop" };
    case "held":
      return { verdict: "still-held", why: plan.causes.map((cause) => sayCause(cause, names)).join(". ") };
  }
}

/** The sentence of a cause, from its kind; evidence that no longer fits its schema is said by its title. */
export function sayCause({ kind: id, evidence }: Pick<CauseDraft, "kind" | "evidence">, names: Says): string {
  const kind = kindOf(id);
  if (!kind) return id;
  const parsed = kind.evidence.safeParse(evidence);
  return parsed.success ? kind.says(parsed.data, names) : kind.title;
}

/** What to do about it now, in one sentence. */
export function nextStepOf({ kind: id, evidence }: Pick<CauseDraft, "kind" | "evidence">, names: Says): string {
  const kind = kindOf(id);
  const parsed = kind?.evidence.safeParse(evidence);
  return kind && parsed?.success ? kind.nextStep(parsed.data, names) : "Look at the records it holds.";
}
