import { sayCount } from "@/components/ui/say-count";

/** What the release button does, exactly. Null: nothing would go. */
export function sayRelease({ goes, edits }: { goes: number; edits: number }): string | null {
  if (goes === 0) return null;
  const saving = edits === 0 ? "" : edits === 1 ? "Save mapping and release " : `Save ${sayCount(edits, "mapping")} and release `;
  return `${saving || "Release "}${sayCount(goes, "order")}`;
}

/** "39 of 42 orders would go". */
export function sayPreview({ goes, total }: { goes: number; total: number }): string {
  if (total === 0) return "No order is held that could go";
  return goes === 0 ? "No order would go yet" : `${sayCount(goes)} of ${sayCount(total, "order")} would go`;
}
