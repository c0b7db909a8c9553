import { z } from "zod";

import { CauseState } from "@/lib/domain/exceptions/cause";
import type { Remedy } from "@/lib/domain/exceptions/kind";

/** A remedy that this page does not know yet is no reason to show nothing. */
const KnownRemedy = z.custom<Remedy>((value) => typeof value === "string");

/** A cause as the office's API tells it. */
export const Cause = z.object({
  id: z.uuid(),
  connectionId: z.uuid(),
  connectionName: z.string(),
  shopName: z.string(),
  posName: z.string(),
  kind: z.string(),
  entity: z.string(),
  evidence: z.record(z.string(), z.unknown()),
  state: CauseState,
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  ownerRole: z.string(),
  openedAt: z.coerce.date(),
  slaAt: z.coerce.date(),
  takenAt: z.coerce.date().nullable(),
  until: z.coerce.date().nullable(),
  reason: z.string(),
  closedAt: z.coerce.date().nullable(),
  closedByName: z.string().nullable(),
  closedHow: z.string(),
  returns: z.number(),
  asksFirst: z.boolean(),
  nextProbeAt: z.coerce.date().nullable(),
  records: z.number(),
  amount: z.number(),
  currency: z.string(),
  people: z.number(),
  units: z.number(),
  promiseAt: z.coerce.date().nullable(),
  rank: z.number(),
  pressure: z.object({ growth: z.number(), overdue: z.number(), due: z.number() }),
  title: z.string(),
  family: z.string(),
  sentence: z.string(),
  nextStep: z.string(),
  remedies: z.array(KnownRemedy).readonly(),
  playbook: z.array(z.string()).readonly(),
  probe: z.string().nullable(),
});
export type Cause = z.infer<typeof Cause>;

/** A cause as the inbox lists it: what to do about it comes when it is opened. */
export const ListedCause = Cause.omit({ evidence: true, nextStep: true, remedies: true, playbook: true, probe: true });
export type ListedCause = z.infer<typeof ListedCause>;

/** `orders`: distinct ones, so that one that waits for two causes counts once. */
export const CauseTotals = z.object({
  causes: z.number(),
  orders: z.number(),
  amounts: z.array(z.object({ currency: z.string(), amount: z.number() })),
});
export type CauseTotals = z.infer<typeof CauseTotals>;

export const CausePage = z.object({ causes: z.array(ListedCause), asOf: z.coerce.date() });
export type CausePage = z.infer<typeof CausePage>;

export const HeldRecord = z.object({
  id: z.string(),
  entity: z.string(),
  shopId: z.string(),
  key: z.string(),
  label: z.string(),
  amount: z.number(),
  currency: z.string(),
  promiseAt: z.coerce.date().nullable(),
  units: z.number(),
  detail: z.object({ field: z.string().optional(), value: z.string().optional() }),
  state: z.string(),
  heldAt: z.coerce.date(),
  others: z.array(z.object({ id: z.string(), kind: z.string(), entity: z.string() })),
});
export type HeldRecord = z.infer<typeof HeldRecord>;

export const CauseEntry = z.object({
  id: z.string(),
  at: z.coerce.date(),
  by: z.string(),
  byName: z.string().nullable(),
  action: z.string(),
  text: z.string(),
  change: z.record(z.string(), z.unknown()),
});
export type CauseEntry = z.infer<typeof CauseEntry>;

export const Suggestion = z.object({
  sku: z.string(),
  title: z.string(),
  barcode: z.string().nullable(),
  isActive: z.boolean(),
  score: z.number(),
  reasons: z.array(z.string()),
  isSafe: z.boolean(),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const PlanOfCause = z.object({
  id: z.string(),
  state: z.string(),
  byName: z.string().nullable(),
  madeAt: z.coerce.date(),
  startedAt: z.coerce.date().nullable(),
  endedAt: z.coerce.date().nullable(),
  released: z.number(),
  goes: z.number(),
});
export type PlanOfCause = z.infer<typeof PlanOfCause>;

export const CauseDetail = z.object({
  cause: Cause,
  held: z.array(HeldRecord),
  overlaps: z.array(z.object({ id: z.string(), kind: z.string(), entity: z.string(), sentence: z.string(), orders: z.number() })),
  entries: z.array(CauseEntry),
  plans: z.array(PlanOfCause),
  suggestions: z.array(Suggestion),
});
export type CauseDetail = z.infer<typeof CauseDetail>;
