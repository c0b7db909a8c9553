import { sayCount } from "@/components/ui/say-count";

type Over = { state: string; progress: { total: number; ended: number; differs: number; goes: number; released: number } };

/** "39 of 39 orders confirmed at the till, as foreseen. 3 stay held." */
export function saySummary({ state, progress: { total, ended, differs, goes, released } }: Over): string {
  const confirmed =
    goes === 0 ? `${sayCount(ended, "order")} looked at` : `${sayCount(released)} of ${sayCount(goes, "order")} confirmed at the till`;
  if (state === "aborted") return `Stopped: ${confirmed}, ${sayCount(total - ended)} not released.`;
  const rest = total - goes;
  const foreseen = differs === 0 ? "as foreseen" : `${sayCount(differs)} turned out differently`;
  return `${confirmed}, ${foreseen}.${rest > 0 ? ` ${sayCount(rest)} ${rest === 1 ? "was" : "were"} not to go.` : ""}`;
}
