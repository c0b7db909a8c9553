/** The last minutes of a flow: what was confirmed, and what waits with the age it has already. `late`: how many of these are above the target. */
export type FlowLag = { p95Ms: number | null; samples: number; waiting: number; late: number };

/** How a connection answered in the last minutes: the length of a call, and of the wait for its quota before. */
export type SideTimes = { name: string; callMs: number; waitedMs: number };

export type Slowness = {
  seconds: number;
  target: number;
  waiting: number;
  /** The connection that makes it slow; empty where neither does. */
  side: string;
  why: "answers" | "quota" | "many";
  callSeconds: number;
};

const fewest = 3;
const slowMs = 500;

/** Late before anything has failed. Null: within its target but for one in twenty, or for so few that they are named one by one. */
export function judgeLag({ p95Ms, samples, waiting, late }: FlowLag, target: number, sides: readonly SideTimes[]): Slowness | null {
  if (target === 0 || p95Ms === null || late < fewest || late * 20 < samples) return null;
  const said = { seconds: Math.round(p95Ms / 100) / 10, target, waiting };
  const reasons = sides.flatMap(({ name, callMs, waitedMs }) => [
    { side: name, why: "answers" as const, ms: callMs },
    { side: name, why: "quota" as const, ms: waitedMs },
  ]);
  const [worst] = reasons.filter(({ ms }) => ms >= slowMs).sort((a, b) => b.ms - a.ms);
  if (!worst) return { ...said, side: "", why: "many", callSeconds: 0 };
  return { ...said, side: worst.side, why: worst.why, callSeconds: Math.round(worst.ms / 100) / 10 };
}
