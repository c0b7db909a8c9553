import { sayDuration } from "../say-duration";
import type { FlowHealth, LagPart } from "./flow-health";

const words: Record<LagPart["what"], (flow: Pick<FlowHealth, "from" | "to">) => string> = {
  told: ({ from }) => `${from} telling us`,
  queued: ({ from }) => `reading it from ${from} and waiting for its turn`,
  answered: ({ to }) => `${to} taking it`,
  confirmed: ({ to }) => `reading it back from ${to}`,
  read: ({ from }) => `${from} letting us know`,
  written: ({ to }) => `${to} taking it and our reading it back`,
};

/** Where the time goes, in words: the longest stretch of the way, and its share. Null: nothing has been measured. */
export function sayBottleneck(flow: Pick<FlowHealth, "from" | "to" | "parts" | "isPaused" | "pausedUntil">): string | null {
  if (flow.isPaused) return "Nothing goes: a person paused it.";
  const [longest] = flow.parts.toSorted((a, b) => b.ms - a.ms);
  const whole = flow.parts.reduce((sum, { ms }) => sum + ms, 0);
  if (!longest || whole === 0) return null;
  if (flow.parts.length === 1) return `All of it, ${sayDuration(whole)}, is ${words[longest.what](flow)}.`;
  const share = longest.ms * 2 > whole ? "Most of the time" : "The largest part";
  return `${share}, ${sayDuration(longest.ms)} of ${sayDuration(whole)}, is ${words[longest.what](flow)}.`;
}
