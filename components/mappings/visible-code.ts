export type CodePart = { text: string; isSpace: boolean };

const names: Readonly<Record<string, string>> = { " ": "space", "\t": "tab", "\u00a0": "no-break space", "\u200b": "zero-width space" };
// A single space inside a code reads well enough; at its ends, doubled or unusual it is what makes two codes differ.
const odd = /^\s+|\s+$|\s{2,}|[\t\n\r\u00a0\u2000-\u200d\u2028\u2029\u202f\u3000\ufeff]+/gu;

/** A code with the white space that nobody sees set apart. */
export function splitCode(code: string): CodePart[] {
  const parts: CodePart[] = [];
  let from = 0;
  for (const found of code.matchAll(odd)) {
    if (found.index > from) parts.push({ text: code.slice(from, found.index), isSpace: false });
    parts.push({ text: found[0], isSpace: true });
    from = found.index + found[0].length;
  }
  if (from < code.length) parts.push({ text: code.slice(from), isSpace: false });
  return parts;
}

/** "2 spaces", "tab". */
export function saySpace(text: string): string {
  const [first = ""] = text;
  const name = names[first] ?? "invisible character";
  return text.length === 1 ? name : `${text.length} ${[...text].every((each) => each === first) ? name : "invisible character"}s`;
}

/** One mark for each character: "·" for a space, "→" for a tab, "◦" for what is not even a space. */
export const markSpace = (text: string): string => [...text].map((each) => (each === " " ? "·" : each === "\t" ? "→" : "◦")).join("");
