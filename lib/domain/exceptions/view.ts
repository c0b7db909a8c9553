import type { Remedy } from "./kind";
import { kindOf } from "./kinds";
import { nextStepOf, sayCause } from "./verdict";

/** A cause in words, for every screen and answer alike. */
export function describeCause<C extends { kind: string; evidence: Record<string, unknown>; shopName: string; posName: string }>(cause: C) {
  const kind = kindOf(cause.kind);
  const names = { shop: cause.shopName || cause.posName, pos: cause.posName };
  return {
    ...cause,
    title: kind?.title ?? cause.kind,
    family: kind?.family ?? "orders",
    severity: kind?.severity ?? "medium",
    sentence: sayCause(cause, names),
    nextStep: nextStepOf(cause, names),
    remedies: (kind?.remedies ?? ["close-by-hand"]) as readonly Remedy[],
    playbook: kind?.playbook ?? [],
    /** Null: a person closes it. */
    probe: kind?.probe ?? null,
  };
}

/** The same as a list shows it: what to do about it comes when it is opened. */
export function listCause<C extends Parameters<typeof describeCause>[0]>(cause: C) {
  const { evidence, nextStep, remedies, playbook, probe, ...listed } = describeCause(cause);
  return listed;
}
