import type { Tone } from "@/components/ui/badge";

/** How sure a suggestion is, in a word: an equal barcode is the same thing, an equal name need not be. */
export function sayConfidence({ isSafe, score, isActive }: { isSafe: boolean; score: number; isActive: boolean }): {
  label: string;
  tone: Tone;
} {
  if (isSafe && isActive) return { label: "Same product", tone: "good" };
  if (score >= 50) return { label: "Likely", tone: "info" };
  return { label: "Possible", tone: "neutral" };
}
