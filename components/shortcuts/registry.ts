/** `keys` is one stroke ("j", "shift+x", "mod+k") or a chord ("g i"). */
export type Shortcut = { keys: string; label: string; run: () => void };
/** `isFallback`: asked only where nobody closer to the person uses the key. */
export type ShortcutGroup = { name: string; shortcuts: readonly Shortcut[]; isFallback?: boolean };

const chordMs = 1200;

/** Who registers last is asked first: a list inside a page, a page inside the office. */
export function createShortcutRegistry() {
  let groups: readonly ShortcutGroup[] = [];
  let begun: { stroke: string; at: number } | null = null;
  const listeners = new Set<() => void>();
  const change = (next: readonly ShortcutGroup[]) => {
    groups = next;
    for (const listener of listeners) listener();
  };
  const find = (keys: string) =>
    closestFirst(groups)
      .flatMap(({ shortcuts }) => shortcuts)
      .find((shortcut) => shortcut.keys === keys);
  const begins = (stroke: string) => groups.some(({ shortcuts }) => shortcuts.some(({ keys }) => keys.startsWith(`${stroke} `)));

  return {
    register(group: ShortcutGroup): () => void {
      change([...groups, group]);
      return () => change(groups.filter((each) => each !== group));
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    list: () => groups,
    /** Runs what the stroke means now and says whether it meant anything. `at` in milliseconds. */
    press(stroke: string, at: number): boolean {
      const chord = begun && at - begun.at <= chordMs ? find(`${begun.stroke} ${stroke}`) : undefined;
      begun = null;
      const shortcut = chord ?? find(stroke);
      if (shortcut) shortcut.run();
      else if (begins(stroke)) begun = { stroke, at };
      return shortcut !== undefined || begun !== null;
    },
  };
}

const closestFirst = (groups: readonly ShortcutGroup[]): ShortcutGroup[] =>
  groups.toReversed().sort((one, other) => Number(one.isFallback ?? false) - Number(other.isFallback ?? false));

/** What works now: each key once, under the group that gets it; groups of one name together. */
export function effectiveGroups(groups: readonly ShortcutGroup[]): ShortcutGroup[] {
  const taken = new Set<string>();
  const merged = new Map<string, Shortcut[]>();
  for (const { name, shortcuts } of closestFirst(groups)) {
    const free = shortcuts.filter(({ keys }) => !taken.has(keys));
    for (const { keys } of free) taken.add(keys);
    merged.set(name, [...(merged.get(name) ?? []), ...free]);
  }
  return [...merged].map(([name, shortcuts]) => ({ name, shortcuts })).filter(({ shortcuts }) => shortcuts.length > 0);
}
