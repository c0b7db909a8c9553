import { pickFrom, seededNumbers } from "../seeded-numbers";

export const victims = ["app", "engine", "postgres"] as const;
export type Kill = {
  /** Milliseconds since the load began. */
  at: number;
  part: (typeof victims)[number];
  /** The next time an order has just been made at the till, and before its answer; else at once. */
  duringWrite: boolean;
};

/** Kills at random times, `least` ms apart; the same seed plans the same. The parts take turns in random order, so that each has its share. */
export function planKills({
  seed,
  count,
  duringWrites,
  span,
  least,
}: {
  seed: number;
  count: number;
  duringWrites: number;
  span: number;
  least: number;
}): Kill[] {
  const next = seededNumbers(seed);
  const room = Math.max(0, span - least * count);
  const times = Array.from({ length: count }, () => next() * room).sort((a, b) => a - b);
  const during = new Set(shuffled([...times.keys()], next).slice(0, duringWrites));
  let turn: (typeof victims)[number][] = [];
  return times.map((time, at) => {
    if (turn.length === 0) turn = shuffled([...victims], next);
    return { at: Math.round(time + least * (at + 1)), part: turn.pop() ?? pickFrom(victims, next()), duringWrite: during.has(at) };
  });
}

function shuffled<T>(items: T[], next: () => number): T[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
  return items;
}
