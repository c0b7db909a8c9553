import { Agent, request } from "undici";

import type { RecordedCall } from "./recorder";

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
 * all that had ended before it have ended. Answers the milliseconds that took.
 */
export async function replayRecording(calls: readonly (RecordedCall & { target: string })[]): Promise<number> {
  const agent = new Agent({ connections: 64 });
  const running = new Map<number, Promise<void>>();
  const beganAt = performance.now();
  for (const { isStart, index } of momentsOf(calls)) {
    if (isStart) running.set(index, send(calls[index]!, agent));
    else await running.get(index);
  }
  const took = performance.now() - beganAt;
  await agent.close();
  return took;
}

async function send({ target, method, path, headers, body }: RecordedCall & { target: string }, dispatcher: Agent): Promise<void> {
  const answer = await request(`${target}${path}`, { method: method as "GET", headers, body: body === "" ? null : body, dispatcher });
  await answer.body.dump();
}
