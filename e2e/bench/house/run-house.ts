import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { enterHouse } from "@/lib/machine/enter-house";
import { type House, startHouse } from "@/lib/machine/house";
import { stagesTo } from "@/lib/machine/stages";

/**
 * Runs work in a house of its own: empty database, free ports, production build; beside any that is running.
 * It is stopped and removed whatever happens, also on Ctrl-C. This process is part of it meanwhile.
 */
export async function runHouse<T>(name: string, work: (house: House, signal: AbortSignal) => Promise<T>): Promise<T> {
  const leaving = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "disconnect"] as const) process.on(signal, () => leaving.abort(new Interrupted()));
  const dataFolder = mkdtempSync(path.join(tmpdir(), `parity-${name}-`));
  chmodSync(dataFolder, 0o711);
  try {
    const house = await startHouse({ dataFolder, stages: stagesTo(process.stderr), signal: leaving.signal });
    try {
      enterHouse(house);
      return await Promise.race([work(house, leaving.signal), aborted(leaving.signal)]);
    } finally {
      const { db } = await import("@/lib/data/client");
      await db.$disconnect();
      await house.stop();
    }
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

export class Interrupted extends Error {
  override readonly message = "Stopped.";
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true }));
