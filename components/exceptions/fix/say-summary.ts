import { sayCount } from "@/components/ui/say-count";
import { statusOf } from "@/components/ui/statuses";

type Over = {
  state: string;
  verdicts: readonly { verdict: string; orders: number }[];
  progress: { total: number; ended: number; differs: number; goes: number; released: number };
};

const small = (verdict: string) => statusOf("verdict", verdict).label.toLowerCase();

/** "39 of 39 orders confirmed at the till, as foreseen. 3 still held." */
export function saySummary({ state, verdicts, progress: { total, ended, differs, goes, released } }: Over): string {
  const confirmed =
    goes === 0 ? `${sayCount(ended, "order")} looked at` : `${sayCount(released)} of ${sayCount(goes, "order")} confirmed at the till`;
  if (state === "aborted") return `Stopped: ${confirmed}, ${sayCount(total - ended)} not released.`;
  const foreseen = differs === 0 ? "as foreseen" : `${sayCount(differs)} turned out differently`;
  const rest = verdicts.filter(({ verdict }) => verdict !== "goes").map(({ verdict, orders }) => `${sayCount(orders)} ${small(verdict)}`);
  return `${confirmed}, ${foreseen}.${rest.length > 0 ? ` ${rest.join(", ")}.` : ""}`;
}

type Line = { verdict: string; why: string; outcome: string; outcomeWhy: string };

/** What became of one order against what was foreseen: "Confirmed at the till", "Still held: SKU: 84029E". */
export function sayOutcome({ verdict, why, outcome, outcomeWhy }: Line): string {
  if (outcome === "") return why;
  if (outcome === "differs") return `Foreseen: ${small(verdict)}. ${outcomeWhy}`.trim();
  const label = verdict === "goes" ? "Confirmed at the till" : statusOf("verdict", verdict).label;
  const because = verdict === "goes" ? "" : outcomeWhy || why;
  return because === "" ? label : `${label}: ${because}`;
}
