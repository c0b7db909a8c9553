import { z } from "zod";

import type { State } from "./state";

export const ClockOffset = z.object({ offsetSeconds: z.int().default(0) });

export type Clock = {
  nowMs(): number;
  /** Unix seconds. */
  now(): number;
  offset(): z.infer<typeof ClockOffset>;
  put(offset: z.infer<typeof ClockOffset>): void;
};

/** The simulator's time: the machine's, moved by an offset that is part of the state. */
export function openClock(state: State): Clock {
  const offset = state.setting("clock", ClockOffset, { offsetSeconds: 0 });
  const nowMs = () => Date.now() + offset.get().offsetSeconds * 1000;
  return { nowMs, now: () => Math.floor(nowMs() / 1000), offset: () => offset.get(), put: (next) => offset.put(next) };
}
