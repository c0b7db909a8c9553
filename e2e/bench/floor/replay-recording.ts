import { Agent, request } from "undici";

import type { RecordedCall } from "./recorder";

export type CallToRepeat = RecordedCall & { target: string };
/** When a call was made again, in milliseconds after the beginning. */
export type Span = { startedAt: number; endedAt: number };

type Moment = { at: number; isStart: boolean; index: number };

/** Starts and ends of the calls in the order in which they happened; an end that meets a start comes first. */
export function momentsOf(calls: readonly Pick<RecordedCall, "startedAt" | "endedAt">[]): Moment[] {
  return calls
    .flatMap(({ startedAt, endedAt }, index) => [
      { at: startedAt, isStart: true, index },
      { at: endedAt, isStart: false, index },
    ])
    .sort((a, b) => a.at - b.at || Number(a.isStart) - Number(b.isStart));
}

/**
 * Makes the same calls again in the same order and parallelism, without anything between them: a call starts as soon as
 * all that had ended before it have ended. Answers when each was made, in the order given.
 */
export async function replayRecording(calls: readonly CallToRepeat[]): Promise<Span[]> {
  const agent = new Agent({ connections: 64 });
  const running = new Map<number, Promise<Span>>();
  const beganAt = performance.now();
  for (const { isStart, index } of momentsOf(calls)) {
    if (isStart) running.set(index, send(calls[index]!, agent, beganAt));
    else await running.get(index);
  }
  const spans = await Promise.all(calls.map((_, index) => running.get(index)!));
  await agent.close();
  return spans;
}

/** How long all of it took. */
export const tookMs = (spans: readonly Span[]): number => spans.reduce((last, { endedAt }) => Math.max(last, endedAt), 0);

async function send({ target, method, path, headers, body }: CallToRepeat, dispatcher: Agent, beganAt: number): Promise<Span> {
  const startedAt = performance.now() - beganAt;
  const answer = await request(`${target}${path}`, { method: method as "GET", headers, body: body === "" ? null : body, dispatcher });
  await answer.body.dump();
  return { startedAt, endedAt: performance.now() - beganAt };
}
