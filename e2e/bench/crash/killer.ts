import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

import type { House } from "@/lib/machine/house";
import type { Kill } from "./plan-kills";

export type Killed = Kill & {
  /** Milliseconds since the load began. */ killedAt: number /** The Sitoo order whose answer had not gone out. */;
  order: string | null;
};

/**
 * Carries a plan of kills out. `url` is what the till's stand-in calls after it has made an order and before it answers:
 * kills that are to hit between a write and its record happen in there.
 */
export async function openKiller(house: Pick<House, "kill">) {
  const killed: Killed[] = [];
  const waiting: { kill: Kill; done(): void }[] = [];
  let beganAt = 0;
  const strike = (kill: Kill, order: string | null) => {
    house.kill(kill.part);
    killed.push({ ...kill, killedAt: Math.round(performance.now() - beganAt), order });
  };

  const server = createServer(async (request, answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const due = waiting.shift();
    if (due) {
      const { externalId } = JSON.parse(Buffer.concat(chunks).toString()) as { externalId: string | null };
      strike(due.kill, externalId ?? "an order without an external id");
      due.done();
    }
    answer.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    killed,
    async run(plan: readonly Kill[], signal: AbortSignal): Promise<void> {
      beganAt = performance.now();
      for (const kill of plan) {
        await pause(Math.max(0, beganAt + kill.at - performance.now()), undefined, { signal });
        if (!kill.duringWrite) strike(kill, null);
        else await Promise.race([new Promise<void>((done) => waiting.push({ kill, done })), whenAborted(signal)]);
      }
    },
    async close(): Promise<void> {
      server.close();
      server.closeAllConnections();
    },
  };
}

const whenAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true }));
