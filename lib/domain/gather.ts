import { setTimeout as pause } from "node:timers/promises";

/**
 * What arrives while a batch is at work, and within `waitMs` before it, is taken together, so that many small writes share
 * one commit. Each caller's promise settles with its batch.
 */
export function gather<T>(work: (items: T[]) => Promise<void>, { waitMs = 0 } = {}): (items: readonly T[]) => Promise<void> {
  let waiting: { items: readonly T[]; done: PromiseWithResolvers<void> }[] = [];
  let isBusy = false;

  async function run(): Promise<void> {
    isBusy = true;
    while (waiting.length > 0) {
      if (waitMs > 0) await pause(waitMs);
      const batch = waiting;
      waiting = [];
      await work(batch.flatMap(({ items }) => items)).then(
        () => batch.forEach(({ done }) => void done.resolve()),
        (cause: unknown) => batch.forEach(({ done }) => void done.reject(cause)),
      );
    }
    isBusy = false;
  }

  return (items) => {
    const done = Promise.withResolvers<void>();
    waiting.push({ items, done });
    if (!isBusy) void run();
    return done.promise;
  };
}
