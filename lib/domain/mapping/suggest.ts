import { normalForm } from "./normal-form";

export type Candidate = { sku: string; title: string; barcode: string | null; isActive: boolean };
export type Suggestion = Candidate & { score: number; reasons: string[]; isSafe: boolean };

/** Which products of the till a web SKU may be, best first, with the evidence for each. Only a barcode that one product alone has is safe to accept in bulk. */
export function suggest(theirs: { sku: string; title: string; barcode: string | null }, candidates: readonly Candidate[]): Suggestion[] {
  const bearers = new Set(candidates.filter(({ barcode }) => isSame(theirs.barcode, barcode)).map(({ sku }) => sku));
  return candidates
    .map((candidate) => judge(theirs, candidate, bearers.size))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.sku < b.sku ? -1 : 1))
    .slice(0, 5);
}

const isSame = (a: string | null, b: string | null) => a !== null && a !== "" && a === b;

function judge(theirs: { sku: string; title: string; barcode: string | null }, candidate: Candidate, bearers: number): Suggestion {
  const reasons: string[] = [];
  let score = 0;
  const hasBarcode = isSame(theirs.barcode, candidate.barcode);
  const isSafe = hasBarcode && bearers === 1;
  if (hasBarcode) {
    score += 100;
    reasons.push(isSafe ? `Same barcode ${theirs.barcode}` : `Same barcode ${theirs.barcode}, which ${bearers} products of the till have`);
  }
  const [a, b] = [normalForm(theirs.sku), normalForm(candidate.sku)];
  if (a !== "" && a === b) {
    score += 60;
    reasons.push(`Same code but for ${differenceOf(theirs.sku, candidate.sku)}`);
  } else if (a.length >= 4 && b.length >= 4 && (b.endsWith(a) || a.endsWith(b))) {
    score += 30;
    reasons.push(`One code contains the other: ${candidate.sku}`);
  }
  const likeness = titleLikeness(theirs.title, candidate.title);
  if (likeness >= 0.6) {
    score += Math.round(20 * likeness);
    reasons.push(likeness === 1 ? "Same name" : `Similar name: ${candidate.title}`);
  }
  if (!candidate.isActive && score > 0) {
    score -= 10;
    reasons.push("Switched off at the till");
  }
  return { ...candidate, score, reasons, isSafe };
}

/** In words, what two codes of one normal form do not share. */
function differenceOf(a: string, b: string): string {
  const parts: string[] = [];
  if (a.trim() !== a || b.trim() !== b || a.replace(/\s/g, "") !== a || b.replace(/\s/g, "") !== b) parts.push("spaces");
  if (a.toUpperCase() === b.toUpperCase() ? a !== b : a.toUpperCase() !== a || b.toUpperCase() !== b) parts.push("upper and lower case");
  if (/[^\p{L}\p{N}\s]/u.test(a) !== /[^\p{L}\p{N}\s]/u.test(b)) parts.push("dashes");
  if (/^0/.test(a.trim()) !== /^0/.test(b.trim())) parts.push("leading zeros");
  return parts.length > 0 ? parts.join(" and ") : "punctuation";
}

/** Share of words in common, 0 to 1. */
function titleLikeness(a: string, b: string): number {
  const [x, y] = [words(a), words(b)];
  if (x.size === 0 || y.size === 0) return 0;
  return (2 * [...x].filter((word) => y.has(word)).length) / (x.size + y.size);
}

const words = (title: string) => new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
