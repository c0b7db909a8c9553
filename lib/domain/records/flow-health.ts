import { isoDayIn } from "../zone-clock";

/** One stretch of the way, in the middle of the latest records. */
export type LagPart = { what: "told" | "queued" | "answered" | "confirmed" | "read" | "written"; ms: number };

/** A day's records, by whether they went through. */
export type TrendDay = { day: string; right: number; wrong: number };

/** How one flow of one connection is doing. Counts are records of today in the connection's zone. */
export type FlowHealth = {
  flow: string;
  connectionId: string;
  from: string;
  to: string;
  isPaused: boolean;
  pausedUntil: Date | null;
  /** The last time that both sides were in touch. */
  freshAt: Date | null;
  /** When everything was last asked for, whatever had been told. */
  censusAt: Date | null;
  lastRun: { id: string; state: string; at: Date } | null;
  today: Record<string, number>;
  /** Orders that are held, causes that hold stock; null = nothing of this flow can be held. */
  heldNow: number | null;
  /** Orders that were held today and went through without a person; null = does not apply. */
  healed: number | null;
  /** Null = there is no queue. */
  backlog: number | null;
  oldestAt: Date | null;
  /** Records in the last ten minutes. */
  recent: number;
  lag: { p50: number; p95: number; of: number } | null;
  parts: LagPart[];
  /** Of the last full compare: what differed, and how much of it is right again. */
  found: { compared: number; differ: number; fixed: number } | null;
  /** Things known, of a flow that reads a list. */
  known: number | null;
  /** Seven days, today last. */
  trend: TrendDay[];
};

/** "about 4 min" until the backlog is gone at the pace of the last ten minutes; null = there is none. */
export function sayDrain({ backlog, recent }: Pick<FlowHealth, "backlog" | "recent">): string | null {
  if (!backlog) return null;
  if (recent === 0) return "not moving";
  const minutes = backlog / (recent / 10);
  if (minutes < 1) return "gone within a minute";
  return minutes < 90 ? `gone in about ${Math.ceil(minutes)} min` : `gone in about ${Math.ceil(minutes / 60)} h`;
}

export const countAll = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const right = new Set(["confirmed", "skipped", "read"]);
export const isRight = (outcome: string): boolean => right.has(outcome);

/** Minutes after which a flow's last sign of life is too old, at three times its own pace. */
const lateAfterMinutes: Readonly<Record<string, number>> = {
  "carry-orders": 5,
  "drain-stock": 5,
  "pull-orders": 5,
  "pull-movements": 5,
  "pull-catalogue": 16,
  "compare-stock": 26 * 60,
};

/** A flow that says nothing is late, whatever its last run was called. */
export function isLate({ flow, freshAt }: Pick<FlowHealth, "flow" | "freshAt">, now: Date): boolean {
  const minutes = lateAfterMinutes[flow];
  return minutes !== undefined && (freshAt === null || now.getTime() - freshAt.getTime() > minutes * 60_000);
}

/** The last so many days, today last, as "2026-11-21" in a zone. */
export function lastDays(count: number, zone: string, now: Date): string[] {
  const noon = Date.parse(`${isoDayIn(zone, now)}T12:00:00Z`);
  return Array.from({ length: count }, (_, at) => new Date(noon - (count - 1 - at) * 86_400_000).toISOString().slice(0, 10));
}

/** One day's outcomes as right and wrong. */
export const toTrendDay = (day: string, counts: Readonly<Record<string, number>>): TrendDay => ({
  day,
  right: Object.entries(counts).reduce((sum, [outcome, count]) => sum + (isRight(outcome) ? count : 0), 0),
  wrong: Object.entries(counts).reduce((sum, [outcome, count]) => sum + (isRight(outcome) ? 0 : count), 0),
});
