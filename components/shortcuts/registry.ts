/** `keys` is one stroke ("j", "shift+x", "mod+k") or a chord ("g i"). */
export type Shortcut = {
  keys: string;
  label: string;
  run: () => void /** Left out of the cheat sheet: a second key for the same. */;
  isHidden?: boolean;
};
export type ShortcutGroup = { name: string; shortcuts: readonly Shortcut[] };

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
    groups
      .toReversed()
      .flatMap((group) => group.shortcuts)
      .find((shortcut) => shortcut.keys === keys);
  const begins = (stroke: string) => groups.some((group) => group.shortcuts.some(({ keys }) => keys.startsWith(`${stroke} `)));

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

export type ShortcutRegistry = ReturnType<typeof createShortcutRegistry>;

/** Groups of one name together, in the order of their first appearance, each key once: the innermost wins. */
export function mergeGroups(groups: readonly ShortcutGroup[]): ShortcutGroup[] {
  const merged = new Map<string, Map<string, Shortcut>>();
  for (const { name, shortcuts } of groups) {
    const kept = merged.get(name) ?? new Map<string, Shortcut>();
    for (const shortcut of shortcuts) if (!shortcut.isHidden) kept.set(shortcut.keys, shortcut);
    merged.set(name, kept);
  }
  return [...merged].map(([name, kept]) => ({ name, shortcuts: [...kept.values()] })).filter(({ shortcuts }) => shortcuts.length > 0);
}
