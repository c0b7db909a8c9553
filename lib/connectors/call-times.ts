import type { ConnectionId } from "@/lib/domain/ids";
import { processWide } from "@/lib/process-wide";

type Noted = { at: number; callMs: number; waitedMs: number };

const most = 300;
const kept = () => processWide("call-times", () => new Map<string, Noted[]>());

/** One call to a connection: how long it took to answer, and how long it stood in line for quota before. */
export function noteCall(connectionId: ConnectionId, noted: Noted): void {
  const calls = kept().get(connectionId) ?? [];
  calls.push(noted);
  if (calls.length > most) calls.splice(0, calls.length - most);
  kept().set(connectionId, calls);
}

/** Weighed by its own length: how long the call lasts that is found under way at some moment. Many quick ones do not hide a few slow ones. */
function typicalOf(spans: readonly number[]): number {
  const total = spans.reduce((sum, ms) => sum + ms, 0);
  return total === 0 ? 0 : Math.round(spans.reduce((sum, ms) => sum + ms * ms, 0) / total);
}

/** What this process saw of a connection in the last `spanMs`; zeros where it asked nothing. */
export function readCallTimes(connectionId: ConnectionId, spanMs: number, now = Date.now()): { callMs: number; waitedMs: number } {
  const calls = (kept().get(connectionId) ?? []).filter(({ at }) => now - at <= spanMs);
  return { callMs: typicalOf(calls.map(({ callMs }) => callMs)), waitedMs: typicalOf(calls.map(({ waitedMs }) => waitedMs)) };
}
