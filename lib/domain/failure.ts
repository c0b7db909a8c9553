import type { ConnectionId } from "./ids";

/** Everything that can go wrong at another system, in our words: from HTTP status to the sentence a person reads. */
export type Failure =
  | { kind: "auth" }
  | { kind: "busy"; retryAfterMs: number }
  /** Nobody answered, or a fault of theirs: whether a write took effect is unknown unless `unsent`. */
  | { kind: "down"; unsent: boolean }
  | { kind: "refused"; reason: string }
  | { kind: "conflict"; reason: string }
  | { kind: "odd-answer"; at: string }
  | { kind: "unsupported"; capability: string };

export type FailureKind = Failure["kind"];

/** `busy`, `down` and `conflict` pass by themselves; the rest need a person or a programmer. */
export const passes = {
  auth: false,
  busy: true,
  down: true,
  refused: false,
  conflict: true,
  "odd-answer": false,
  unsupported: false,
} satisfies Record<FailureKind, boolean>;

export type FailedAt = { connectionId: ConnectionId; platform: string; operation: string };

/** What happened, as a shopkeeper would say it. `name` is the connection's own name. */
export function sayFailure(failure: Failure, name: string): string {
  switch (failure.kind) {
    case "auth":
      return `${name} does not accept our key`;
    case "busy":
      return `${name} asked us to slow down`;
    case "down":
      return failure.unsent ? `${name} cannot be reached` : `${name} broke off without a clear answer`;
    case "refused":
      return `${name} refused: ${failure.reason}`;
    case "conflict":
      return `${name} changed in the meantime`;
    case "odd-answer":
      return `${name} answered in a form that we do not know (${failure.at})`;
    case "unsupported":
      return `${name} cannot do this (${failure.capability})`;
  }
}
