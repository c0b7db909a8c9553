import { setTimeout as pause } from "node:timers/promises";

/**
 * Sends at a steady rate, whether or not the ones before have been answered, as a platform does. Answers each one's
 * milliseconds from when it was due, so that a jam is not hidden by sending later.
 */
export async function sendSteadily(count: number, perSecond: number, send: (nth: number) => Promise<void>): Promise<number[]> {
  const beganAt = performance.now();
  const under = Array.from({ length: count }, async (_, nth) => {
    const due = beganAt + (nth * 1_000) / perSecond;
    await pause(Math.max(0, due - performance.now()));
    await send(nth);
    return performance.now() - due;
  });
  return Promise.all(under);
}
