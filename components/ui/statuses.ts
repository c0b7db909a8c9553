import {
  Ban,
  Check,
  CheckCheck,
  CircleAlert,
  CircleDashed,
  CircleDot,
  CirclePause,
  CircleSlash,
  CircleX,
  Clock,
  EqualNot,
  EyeOff,
  Hourglass,
  type LucideIcon,
  Moon,
  Play,
  Sparkles,
  Unlink,
} from "lucide-react";

import type { Tone } from "./badge";

export type Status = { label: string; tone: Tone; icon: LucideIcon };

const status = (label: string, tone: Tone, icon: LucideIcon): Status => ({ label, tone, icon });

/** Every state that people see, in the words of the house. */
export const statuses = {
  outcome: {
    confirmed: status("Confirmed", "good", CheckCheck),
    "accepted-different": status("Accepted, but different", "bad", EqualNot),
    "not-yet-visible": status("Not yet visible", "info", Hourglass),
    skipped: status("Skipped", "neutral", CircleSlash),
    held: status("Held", "warn", CirclePause),
    failed: status("Failed", "bad", CircleX),
  },
  cause: {
    open: status("Open", "warn", CircleDot),
    working: status("Being worked on", "info", Play),
    snoozed: status("Snoozed", "neutral", Moon),
    resolved: status("Resolved", "good", CheckCheck),
    ignored: status("Ignored", "neutral", EyeOff),
  },
  exception: {
    held: status("Held", "warn", CirclePause),
    released: status("Released", "good", CheckCheck),
    "set-aside": status("Set aside", "neutral", CircleSlash),
  },
  verdict: {
    goes: status("Goes", "good", Check),
    "still-held": status("Still held", "warn", CirclePause),
    "already-there": status("Already there", "info", CheckCheck),
    pointless: status("Pointless now", "neutral", CircleSlash),
  },
  release: {
    "": status("Waiting", "neutral", CircleDashed),
    "as-foreseen": status("As foreseen", "good", CheckCheck),
    differs: status("Differs", "bad", EqualNot),
  },
  plan: {
    previewed: status("Previewed", "neutral", CircleDashed),
    running: status("Releasing", "info", Play),
    paused: status("Paused", "warn", CirclePause),
    aborted: status("Aborted", "bad", Ban),
    done: status("Done", "good", CheckCheck),
  },
  run: {
    running: status("Running", "info", Play),
    confirmed: status("Confirmed", "good", CheckCheck),
    attention: status("Needs attention", "warn", CircleAlert),
    failed: status("Failed", "bad", CircleX),
  },
  lane: {
    ready: status("Ready", "info", CircleDot),
    waiting: status("Waiting", "neutral", Clock),
    held: status("Held", "warn", CirclePause),
    done: status("Done", "good", Check),
  },
  effect: {
    planned: status("Planned", "neutral", CircleDashed),
    sent: status("Sent", "info", Play),
    unclear: status("Unclear", "warn", CircleAlert),
    done: status("Done", "good", Check),
    refused: status("Refused", "bad", CircleX),
  },
  promotion: {
    running: status("Running", "good", Play),
    coming: status("Coming", "info", Clock),
    over: status("Over", "neutral", Check),
  },
  mapping: {
    mapped: status("Mapped", "good", Check),
    suggested: status("Suggested", "info", Sparkles),
    conflict: status("Conflict", "bad", CircleAlert),
    unmapped: status("Not mapped", "warn", Unlink),
    ignored: status("Ignored", "neutral", EyeOff),
  },
} as const satisfies Record<string, Record<string, Status>>;

export type StatusKind = keyof typeof statuses;

/** A state the house does not know is shown as it is, never hidden. */
export function statusOf(kind: StatusKind, value: string): Status {
  const known: Readonly<Record<string, Status>> = statuses[kind];
  return known[value] ?? status(value || "Unknown", "neutral", CircleDashed);
}
