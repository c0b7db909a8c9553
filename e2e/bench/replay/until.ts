import { setTimeout as pause } from "node:timers/promises";

type Watch<T> = {
  what: string;
  look(): Promise<T>;
  isOver(seen: T): boolean;
  /** Something changed: patience starts anew. */
  mark(seen: T): string;
  signal: AbortSignal;
  patienceMs?: number;
  lookMs?: number;
};

export class StandsStill extends Error {}

/** Looks until it is over. Throws when nothing has changed for longer than any back-off lasts. */
export async function until<T>({ what, look, isOver, mark, signal, patienceMs = 12 * 60_000, lookMs = 150 }: Watch<T>): Promise<T> {
  let last = "";
  let changedAt = performance.now();
  let saidAt = performance.now();
  for (;;) {
    signal.throwIfAborted();
    const seen = await look();
    if (isOver(seen)) return seen;
    const now = performance.now();
    if (mark(seen) !== last) {
      last = mark(seen);
      changedAt = now;
    }
    if (now - changedAt > patienceMs)
      throw new StandsStill(`${what}: nothing has moved for ${Math.round(patienceMs / 60_000)} minutes (${last})`);
    if (now - saidAt > 5_000) {
      console.error(`  ${what}: ${last}`);
      saidAt = now;
    }
    await pause(lookMs, undefined, { signal });
  }
}
