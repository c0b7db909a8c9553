import { Cron } from "croner";

const units: Record<string, number> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** "1h30m" in milliseconds. */
export function duration(text: string): number {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * units[unit!]!, 0);
}

/** A duration from now or an ISO date: Inngest writes both in the same place. */
export function moment(text: string, now = Date.now()): Date {
  return /^\d{4}-/.test(text) ? new Date(text) : new Date(now + duration(text));
}

/** "TZ=Europe/Oslo 0 4 * * *"; without a zone the clock is UTC. */
export function nextTick(cron: string, after: Date): Date | null {
  const [, zone, pattern] = /^(?:(?:CRON_)?TZ=(\S+)\s+)?(.*)$/.exec(cron)!;
  return new Cron(pattern!, { paused: true, timezone: zone ?? "UTC" }).nextRun(after);
}

const retryTable = ["15s", "30s", "1m", "2m", "5m", "10m", "20m", "40m", "1h", "2h"].map(duration);

/** Milliseconds to wait after this attempt, counted from 0; Inngest's own table and jitter. */
export const inngestBackoff = (attempt: number) => retryTable[Math.min(attempt, retryTable.length - 1)]! + Math.random() * 30_000;

/** Retry-After (whole seconds or a date) in milliseconds, never under a second nor over a day away. */
export function retryAfter(header: string, now = Date.now()): number {
  const wait = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - now;
  return Math.min(Math.max(Number.isNaN(wait) ? 0 : wait, 1_000), 86_400_000);
}
