import { processWide } from "@/lib/process-wide";

/** What a platform says of its quota with an answer; `perSecond` flows back by itself. `resetAt`: a window that ends then. */
export type Quota = { unit: "calls" | "points"; limit: number; left: number; perSecond: number; resetAt: number | null };

type Call = { at: number; tookMs: number; waitedMs: number; status: number | null };
type Log = { calls: Call[]; quota: (Quota & { at: number }) | null; skews: number[] };

export type CallFigures = {
  lastMinute: number;
  /** Of the last quarter of an hour: how many, how many were told to slow down, how long an answer took. */
  lately: number;
  busy: number;
  p50: number | null;
  p95: number | null;
  quota: { unit: Quota["unit"]; limit: number; left: number } | null;
  /** Its clock less ours in ms, to the second; null = it does not say. */
  skewMs: number | null;
};

const quarterMs = 15 * 60_000;
const mostCalls = 5_000;
const mostSkews = 15;

const logs = () => processWide("call-logs", () => new Map<string, Log>());

function logOf(connectionId: string): Log {
  const log = logs().get(connectionId) ?? { calls: [], quota: null, skews: [] };
  logs().set(connectionId, log);
  return log;
}

/** One call, how long it stood in line for quota before it was sent, and its answer; null = none came. */
export function noteCall(
  connectionId: string,
  { sentAt, waitedMs = 0 }: { sentAt: number; waitedMs?: number },
  answer: { status: number; headers: Headers } | null,
  quota: Quota | null,
  now = Date.now(),
): void {
  const log = logOf(connectionId);
  log.calls.push({ at: now, tookMs: now - sentAt, waitedMs, status: answer?.status ?? null });
  if (log.calls.length > mostCalls) log.calls.splice(0, log.calls.length - mostCalls);
  if (quota) log.quota = { ...quota, at: now };
  const date = Date.parse(answer?.headers.get("date") ?? "");
  // The header has whole seconds, on average half a second too early.
  if (!Number.isNaN(date)) log.skews = [...log.skews, date + 500 - (sentAt + now) / 2].slice(-mostSkews);
}

/** Of this process; null: nothing was asked since it started. */
export function readCalls(connectionId: string, now = Date.now()): CallFigures | null {
  const log = logs().get(connectionId);
  if (!log || log.calls.length === 0) return null;
  const lately = log.calls.filter(({ at }) => at > now - quarterMs);
  const times = lately.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  return {
    lastMinute: lately.filter(({ at }) => at > now - 60_000).length,
    lately: lately.length,
    busy: lately.filter(({ status }) => status === 429).length,
    p50: rank(times, 0.5),
    p95: rank(times, 0.95),
    quota: log.quota && quotaNow(log.quota, now),
    skewMs: rank(
      log.skews.toSorted((a, b) => a - b),
      0.5,
    ),
  };
}

/** What this process saw of a connection in the last `spanMs`; zeros where it asked nothing. */
export function readCallTimes(connectionId: string, spanMs: number, now = Date.now()): { callMs: number; waitedMs: number } {
  const calls = (logs().get(connectionId)?.calls ?? []).filter(({ at }) => now - at <= spanMs);
  return { callMs: typicalOf(calls.map(({ tookMs }) => tookMs)), waitedMs: typicalOf(calls.map(({ waitedMs }) => waitedMs)) };
}

/** Weighed by its own length: how long the call lasts that is found under way at some moment. Many quick ones do not hide a few slow ones. */
function typicalOf(spans: readonly number[]): number {
  const total = spans.reduce((sum, ms) => sum + ms, 0);
  return total === 0 ? 0 : Math.round(spans.reduce((sum, ms) => sum + ms * ms, 0) / total);
}

function quotaNow({ unit, limit, left, perSecond, resetAt, at }: Quota & { at: number }, now: number) {
  if (resetAt !== null && now >= resetAt) return { unit, limit, left: limit };
  return { unit, limit, left: Math.min(limit, Math.round(left + ((now - at) / 1_000) * perSecond)) };
}

const rank = (sorted: readonly number[], share: number): number | null => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
