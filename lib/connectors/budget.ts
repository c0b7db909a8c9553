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
  /** The part of the quota that is this process's from now on, above 0: 1 = all of it. */
  share?(fraction: number, now: number): void;
  /** The part of its share that is unspent, 0 to 1. */
  unspent?(now: number): number;
};

/** Says how much is wanted, answers the part of the quota that may be spent until it is asked again. */
export type Lease = (asked: number) => Promise<number>;

export type Spending = { calls: number; points: number; refused: number; postponed: number; waitedMs: number };
type Waiting = { cost: number; since: number; patienceMs: number; go: (waitMs: number) => void };

/** A share is renewed while it is used, and taken anew before it is spent once it is older than it holds. */
const renewMs = 2_000;
const heldMs = 4_000;
const againMs = 250;
/** Quota is idle when nobody has had to wait for so long, and this much of it is unspent. */
const quietMs = 5_000;
const reserve = 0.25;

/**
 * One connection's quota in this process: first come, first served, and nobody is sent into a certain refusal.
 * Several processes lease parts of it from each other; between two leases no call asks anybody.
 */
export class Budget {
  readonly spending: Spending = { calls: 0, points: 0, refused: 0, postponed: 0, waitedMs: 0 };
  private line: Waiting[] = [];
  private inFlight = 0;
  private timer: NodeJS.Timeout | undefined;
  private leasedAt = Number.NEGATIVE_INFINITY;
  private leasing: Promise<void> | null = null;
  private part = 1;
  private sinceLease = 0;
  private crowdedUntil = 0;

  constructor(
    private readonly meter: Meter,
    private readonly lease: Lease | null = null,
  ) {}

  /** The cost taken, or how long to stay away when the quota will not allow it within `patienceMs`. */
  async admit(operation: string, declared: number, patienceMs: number): Promise<{ cost: number } | { waitMs: number }> {
    const cost = this.meter.costOf(operation, declared);
    if (!(await this.holdPart(patienceMs))) return { waitMs: renewMs };
    const waitMs = await new Promise<number>((go) => {
      this.line.push({ cost, since: Date.now(), patienceMs, go });
      this.serve();
    });
    return waitMs === 0 ? { cost } : { waitMs };
  }

  /** Takes the cost only from quota that nobody else wants now; else how long to stay away. It never stands in line. */
  async admitIdle(operation: string, declared: number): Promise<{ cost: number } | { waitMs: number }> {
    const cost = this.meter.costOf(operation, declared);
    if (!(await this.holdPart(0))) return { waitMs: quietMs };
    const now = Date.now();
    const isIdle = this.line.length === 0 && now >= this.crowdedUntil && (this.meter.unspent?.(now) ?? 1) >= reserve;
    const waitMs = isIdle ? this.meter.spend(cost, now) : Math.max(quietMs, this.crowdedUntil - now);
    if (waitMs > 0) {
      this.spending.postponed += 1;
      return { waitMs };
    }
    this.begin();
    return { cost };
  }

  settle(operation: string, cost: number, answer: Answer | null, isRefused: boolean): void {
    this.inFlight -= 1;
    this.spending.calls += 1;
    if (isRefused) this.spending.refused += 1;
    this.spending.points += this.meter.settle(operation, cost, answer, Date.now());
    this.serve();
  }

  private begin(): void {
    this.inFlight += 1;
    this.sinceLease += 1;
    this.renewWhenDue(Date.now());
  }

  private renewWhenDue(now: number): void {
    if (now - this.leasedAt >= renewMs) void this.renew();
  }

  /** While others still hold all of it, it is asked for again until the patience is over. False: there is none. */
  private async holdPart(patienceMs: number): Promise<boolean> {
    const since = Date.now();
    while (this.lease && (this.part === 0 || Date.now() - this.leasedAt >= heldMs)) {
      await this.renew();
      if (this.part > 0) break;
      if (Date.now() - since + againMs > patienceMs) return false;
      await new Promise<void>((wake) => setTimeout(wake, againMs));
    }
    return true;
  }

  private renew(): Promise<void> {
    if (!this.lease) return Promise.resolve();
    this.leasing ??= this.lease(Math.max(1, this.sinceLease + this.line.length))
      .then((part) => {
        this.part = part;
        if (part > 0) this.meter.share?.(part, Date.now());
      })
      .catch((error: unknown) => console.warn("a share of a quota could not be renewed, the last one goes on:", error))
      .finally(() => {
        this.leasedAt = Date.now();
        this.sinceLease = 0;
        this.leasing = null;
        this.serve();
      });
    return this.leasing;
  }

  private serve(): void {
    clearTimeout(this.timer);
    for (let first = this.line[0]; first; first = this.line[0]) {
      const now = Date.now();
      const waitMs = this.meter.spend(first.cost, now);
      if (waitMs === 0) {
        this.line.shift();
        if (now > first.since) this.crowdedUntil = now + quietMs;
        this.begin();
        this.spending.waitedMs += now - first.since;
        first.go(0);
        continue;
      }
      this.crowdedUntil = now + quietMs;
      this.sendAway(waitMs, now);
      if (this.line[0] !== first) continue;
      this.renewWhenDue(now);
      const soonest = Math.min(waitMs, ...this.line.map((waiting) => leftMs(waiting, now)), this.lease ? renewMs : waitMs);
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

type Exchange = (connectionId: string, asked: number) => Promise<number>;
const sharing = () => processWide("sharing", () => ({ exchange: null as Exchange | null }));

/** From now on this process shares each connection's quota with others. */
export function shareQuotas(exchange: Exchange): void {
  sharing().exchange = exchange;
}

export function budgetOf(connectionId: string, meter: () => Meter): Budget {
  const { exchange } = sharing();
  const lease = exchange && ((asked: number) => exchange(connectionId, asked));
  const known = budgets().get(connectionId) ?? new Budget(meter(), lease);
  budgets().set(connectionId, known);
  return known;
}

/** What this process has spent at each connection since it started. */
export const listSpending = (): ({ connectionId: string } & Spending)[] =>
  [...budgets()].map(([connectionId, { spending }]) => ({ connectionId, ...spending }));
