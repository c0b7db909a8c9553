/** How one flow of one connection is doing. Counts are records of today in the shop's zone. */
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
  /** Orders that are held, or causes that hold stock. */
  heldNow: number;
  backlog: number;
  oldestAt: Date | null;
  /** Records in the last ten minutes. */
  recent: number;
  lag: { p50: number; p95: number; of: number } | null;
};

/** "about 4 min" until the backlog is gone at the pace of the last ten minutes; null = there is none. */
export function sayDrain({ backlog, recent }: Pick<FlowHealth, "backlog" | "recent">): string | null {
  if (backlog === 0) return null;
  if (recent === 0) return "not moving";
  const minutes = backlog / (recent / 10);
  if (minutes < 1) return "gone within a minute";
  return minutes < 90 ? `gone in about ${Math.ceil(minutes)} min` : `gone in about ${Math.ceil(minutes / 60)} h`;
}

export const countAll = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
