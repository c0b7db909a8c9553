const registry = Symbol.for("parity");
type WithRegistry = typeof globalThis & { [registry]?: Map<string, unknown> };

/** One thing per process and name, also where a bundler loads this module more than once. */
export function processWide<T>(name: string, make: () => T): T {
  const home = globalThis as WithRegistry;
  home[registry] ??= new Map();
  if (!home[registry].has(name)) home[registry].set(name, make());
  return home[registry].get(name) as T;
}

/** The same thing where somebody else makes it; undefined until then. */
export const findProcessWide = <T>(name: string): T | undefined => (globalThis as WithRegistry)[registry]?.get(name) as T | undefined;
