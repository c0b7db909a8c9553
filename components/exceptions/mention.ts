type Named = { id: string; name: string };

/** The "@…" that is being written before the caret; null where none is. */
export function findOpenMention(text: string, caret: number): { from: number; typed: string } | null {
  const found = /(?:^|[\s(,;:])@([\p{L}\p{N}'’ -]{0,30})$/u.exec(text.slice(0, caret));
  const typed = found?.[1];
  return typed === undefined ? null : { from: caret - typed.length - 1, typed };
}

/** Whose name begins so, or one of whose names does. */
export const matchPeople = <P extends Named>(typed: string, people: readonly P[]): P[] => {
  const wanted = typed.toLowerCase();
  return people.filter(
    ({ name }) => name.toLowerCase().startsWith(wanted) || name.split(" ").some((part) => part.toLowerCase().startsWith(wanted)),
  );
};

export function putMention(text: string, { from, typed }: { from: number; typed: string }, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + text.slice(from + 1 + typed.length).replace(/^ /, ""), caret: before.length };
}
