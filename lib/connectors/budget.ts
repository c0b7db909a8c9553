import { processWide } from "@/lib/process-wide";

export type Answer = { status: number; headers: Headers; body: unknown };

/** How a platform counts calls. Costs are in its own unit (calls, points). */
export type Meter = {
  /** What the operation will be charged up front; `declared` is what its author wrote down. */
  costOf(operation: string, declared: number): number;
  /** Takes the cost and returns 0, or how many ms to wait at the least. */
  spend(cost: number, now: number): number;
  /** The answer to something spent; null when none came. Returns what it really cost. */
  settle(operation: string, cost: number, answer: Answer | null, now: number): number;
};

export type Spending = { calls: number; points: number; refused: number; postponed: number; waitedMs: number };
type Waiting = { cost: number; since: number; patienceMs: number; go: (waitMs: number) => void };

/** One connection's quota in this process: first come, first served, and nobody is sent into a certain refusal. */
export class Budget {
  readonly spending: Spending = { calls: 0, points: 0, refused: 0, postponed: 0, waitedMs: 0 };
  private line: Waiting[] = [];
  private inFlight = 0;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly meter: Meter) {}

  /** The cost taken, or how long to stay away when the quota will not allow it within `patienceMs`. */
  async admit(operation: string, declared: number, patienceMs: number): Promise<{ cost: number } | { waitMs: number }> {
    const cost = this.meter.costOf(operation, declared);
    const waitMs = await new Promise<number>((go) => {
      this.line.push({ cost, since: Date.now(), patienceMs, go });
      this.serve();
    });
    return waitMs === 0 ? { cost } : { waitMs };
  }

  settle(operation: string, cost: number, answer: Answer | null, isRefused: boolean): void {
    this.inFlight -= 1;
    this.spending.calls += 1;
    if (isRefused) this.spending.refused += 1;
    this.spending.points += this.meter.settle(operation, cost, answer, Date.now());
    this.serve();
  }

  private serve(): void {
    clearTimeout(this.timer);
    for (let first = this.line[0]; first; first = this.line[0]) {
      const now = Date.now();
      const waitMs = this.meter.spend(first.cost, now);
      if (waitMs === 0) {
        this.line.shift();
        this.inFlight += 1;
        this.spending.waitedMs += now - first.since;
        first.go(0);
        continue;
      }
      this.sendAway(waitMs, now);
      if (this.line[0] !== first) continue;
      const soonest = Math.min(waitMs, ...this.line.map((waiting) => leftMs(waiting, now)));
      this.timer = setTimeout(() => this.serve(), Math.max(1, soonest));
      return;
    }
  }

  /** Nobody behind the first can go before it. With calls under way the figure is a guess: their answers may give something back. */
  private sendAway(waitMs: number, now: number): void {
    const isHopeless = (waiting: Waiting) => leftMs(waiting, now) <= 0 || (this.inFlight === 0 && waitMs > leftMs(waiting, now));
    const hopeless = this.line.filter(isHopeless);
    this.line = this.line.filter((waiting) => !hopeless.includes(waiting));
    for (const waiting of hopeless) {
      this.spending.postponed += 1;
      this.spending.waitedMs += now - waiting.since;
      waiting.go(waitMs);
    }
  }
}

const leftMs = ({ since, patienceMs }: Waiting, now: number) => since + patienceMs - now;

const budgets = () => processWide("budgets", () => new Map<string, Budget>());

export function budgetOf(connectionId: string, meter: () => Meter): Budget {
  const known = budgets().get(connectionId) ?? new Budget(meter());
  budgets().set(connectionId, known);
  return known;
}

/** What this process has spent at each connection since it started. */
export const listSpending = (): ({ connectionId: string } & Spending)[] =>
  [...budgets()].map(([connectionId, { spending }]) => ({ connectionId, ...spending }));
