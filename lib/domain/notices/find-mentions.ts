type Named = { id: string; name: string };

/** Whom a comment names: "@Priya Raman", or "@Priya" where only one person is called that. Case does not count. */
export function findMentions(text: string, people: readonly Named[]): string[] {
  const firstNames = Map.groupBy(people, ({ name }) => first(name).toLowerCase());
  const known = people.flatMap((person) => [
    { id: person.id, called: person.name },
    ...(firstNames.get(first(person.name).toLowerCase())?.length === 1 ? [{ id: person.id, called: first(person.name) }] : []),
  ]);
  return [...new Set(known.filter(({ called }) => names(text, called)).map(({ id }) => id))];
}

const first = (name: string) => name.trim().split(/\s+/)[0] ?? "";

function names(text: string, called: string): boolean {
  const lower = text.toLowerCase();
  const wanted = `@${called.toLowerCase()}`;
  for (let at = lower.indexOf(wanted); at !== -1; at = lower.indexOf(wanted, at + 1)) {
    const isStart = !/[\p{L}\p{N}.]/u.test(lower[at - 1] ?? "");
    const isEnd = !/[\p{L}\p{N}]/u.test(lower[at + wanted.length] ?? "");
    if (isStart && isEnd) return true;
  }
  return false;
}
