/** Case, spaces, dashes and leading zeros folded: for suggestions only, never as a key. */
export function normalForm(code: string): string {
  const folded = code
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return folded.replace(/^0+(?=.)/, "");
}
