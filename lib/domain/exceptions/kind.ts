import type { z } from "zod";

import type { Role } from "../ownership/roles";

export type Severity = "low" | "medium" | "high";

/** What a person can do about a cause. Screens know how to offer each. */
export type Remedy =
  | "map-sku"
  | "map-location"
  | "map-service"
  | "declare-promotion"
  | "send-again"
  | "renew-key"
  | "subscribe-again"
  | "look-at-order"
  | "edit-order"
  | "choose-location"
  | "link-order"
  | "push-pairs"
  | "hold-from-web"
  | "activate-pair"
  | "accept-edit"
  | "open-connection"
  | "open-stock"
  | "call-store"
  | "close-by-hand";

/**
 * The cheapest question whether the cause is gone.
 * `replan`: plan its held records again from what is stored; `catalogue`: ask the POS for the SKU first, then replan;
 * `prices`: ask the POS for its prices first, then replan; `pairs`: look at the held pairs of stock again; `ping`: does the connection answer;
 * `audit`: is the finding still listed; `watch`: has the store sold since; `lag`: is the shop's flow within its target again. Null: a person closes it.
 */
export type Probe = "replan" | "catalogue" | "prices" | "rates" | "pairs" | "ping" | "audit" | "watch" | "lag" | null;

export type Entity =
  | "sku"
  | "location"
  | "service"
  | "rate"
  | "currency"
  | "tax-mode"
  | "price"
  | "order"
  | "connection"
  | "topic"
  | "scope"
  | "store";

/** One trouble to be recorded: the cause it belongs to, and what to remember of this record. */
export type CauseDraft = { kind: string; entity: string; evidence: Record<string, unknown>; detail: { field: string; value: string } };

export type Says = { shop: string; pos: string };

export type Kind<E extends z.ZodObject = z.ZodObject> = {
  id: string;
  title: string;
  family: "mapping" | "money" | "orders" | "stock" | "connection";
  severity: Severity;
  evidence: E;
  /** What is wrong: the thing to change. */
  entity: Entity;
  /** The value that makes two reports the same cause. Quantities and dates stay out of it. */
  identity(evidence: z.infer<E>): string;
  /** One sentence a shopkeeper understands; no codes. `names` are the connections' own names. */
  says(evidence: z.infer<E>, names: Says): string;
  /** What to do now. Required: a kind nobody can act on is a log line. */
  nextStep(evidence: z.infer<E>, names: Says): string;
  remedies: readonly [Remedy, ...Remedy[]];
  probe: Probe;
  /** Who owns it unless a rule says otherwise, and how long until it should be taken. */
  owner: { role: Role; respondWithinMinutes: number };
  /** The documented response, step by step. */
  playbook: readonly [string, ...string[]];
};

export function defineKind<E extends z.ZodObject>(kind: Kind<E>) {
  return {
    ...kind,
    raise: (evidence: z.infer<E>, detail: CauseDraft["detail"]): CauseDraft => ({
      kind: kind.id,
      entity: kind.identity(evidence),
      evidence,
      detail,
    }),
  };
}
