import { processWide } from "./process-wide";

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
  private readonly line: Waiting[] = [];
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
      const left = first.since + first.patienceMs - now;
      // With calls under way the figure is a guess: their answers may give something back.
      const isHopeless = left <= 0 || (waitMs > left && this.inFlight === 0);
      if (waitMs > 0 && !isHopeless) {
        this.timer = setTimeout(() => this.serve(), Math.max(1, Math.min(waitMs, left)));
        return;
      }
      this.line.shift();
      this.spending.waitedMs += now - first.since;
      if (waitMs === 0) this.inFlight += 1;
      else this.spending.postponed += 1;
      first.go(waitMs);
    }
  }
}

const budgets = () => processWide("budgets", () => new Map<string, Budget>());

export function budgetOf(connectionId: string, meter: () => Meter): Budget {
  const known = budgets().get(connectionId) ?? new Budget(meter());
  budgets().set(connectionId, known);
  return known;
}

/** What this process has spent at each connection since it started. */
export const listSpending = (): ({ connectionId: string } & Spending)[] =>
  [...budgets()].map(([connectionId, { spending }]) => ({ connectionId, ...spending }));
