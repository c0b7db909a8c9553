import { sayDuration } from "../say-duration";
import type { OrderTrace } from "./order-trace";

export type OrderHeadline = { text: string; tone: "good" | "warn" | "bad" | "info" | "neutral" };
type Known = Pick<OrderTrace, "state" | "reason" | "outcome" | "isUnderWay" | "placedAt" | "deliveries" | "effects" | "causes" | "source">;

/** Where the order stands, in one line. */
export function sayOrderState(trace: Known): OrderHeadline {
  const { state, reason, outcome } = trace;
  const held = trace.causes.filter(({ exceptionState }) => exceptionState === "held").length;
  if (state === "held") {
    if (held === 0) return { text: reason === "" ? "Held" : `Held: ${lower(reason)}`, tone: "warn" };
    return { text: `Held by ${held} ${held === 1 ? "cause" : "causes"}`, tone: "warn" };
  }
  if (trace.isUnderWay) return { text: "On its way to the till now", tone: "info" };
  if (state === "ready") return { text: "Next in line for the till", tone: "info" };
  if (state === "waiting") return { text: `Waiting: ${lower(reason) || "its turn comes"}`, tone: outcome === "failed" ? "bad" : "info" };
  if (outcome === "skipped") return { text: `Not sent: ${lower(reason)}`, tone: "neutral" };
  if (outcome === "confirmed") return { text: sayConfirmed(trace), tone: "good" };
  return { text: reason === "" ? "Done" : `Done: ${lower(reason)}`, tone: "neutral" };
}

function sayConfirmed({ source, effects, deliveries, placedAt, reason }: Known): string {
  if (source?.cancelledAt) return reason === "" ? "Cancelled in the shop and at the till" : reason;
  const linked = effects.find(({ kind }) => kind === "linked-order");
  if (linked) return `Entered by hand as order ${linked.remoteId}, confirmed at the till`;
  const confirmedAt = latest(effects.map((effect) => effect.confirmedAt));
  const sentAt = earliest(effects.map((effect) => effect.firstSentAt));
  if (!confirmedAt) return "Confirmed at the till";
  const heard = deliveries
    .filter(({ from, receivedAt }) => from === "shop" && (!sentAt || receivedAt <= sentAt))
    .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime());
  const paid = heard.find(({ topic }) => /paid/i.test(topic));
  const after = (since: Date, what: string) =>
    `Confirmed at the till ${sayDuration(confirmedAt.getTime() - since.getTime())} after ${what}`;
  if (paid) return after(paid.happenedAt, "it was paid");
  if (heard[0]) return after(heard[0].receivedAt, "the shop told us");
  return placedAt ? after(placedAt, "it was placed") : "Confirmed at the till";
}

const times = (all: readonly (Date | null)[]) => all.filter((time) => time !== null).sort((a, b) => a.getTime() - b.getTime());
const latest = (all: readonly (Date | null)[]) => times(all).at(-1) ?? null;
const earliest = (all: readonly (Date | null)[]) => times(all)[0] ?? null;
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
