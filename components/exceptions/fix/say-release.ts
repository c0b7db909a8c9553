import { sayCount } from "@/components/ui/say-count";

/** What the release button does, exactly. Null: nothing would go. */
export function sayRelease({ goes, edits, noun = "mapping" }: { goes: number; edits: number; noun?: string }): string | null {
  if (goes === 0) return null;
  const saving = edits === 0 ? "" : edits === 1 ? `Save ${noun} and release ` : `Save ${sayCount(edits, noun)} and release `;
  return `${saving || "Release "}${sayCount(goes, "order")}`;
}

/** What a person would call these changes. */
export const nounOf = (edits: readonly { kind: string }[]): string =>
  edits.some(({ kind }) => kind === "promotion") ? "promotion" : "mapping";

/** "39 of 42 orders would go". */
export function sayPreview({ goes, total }: { goes: number; total: number }): string {
  if (total === 0) return "No order is held that could go";
  return goes === 0 ? "No order would go yet" : `${sayCount(goes)} of ${sayCount(total, "order")} would go`;
}
