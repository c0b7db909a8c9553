import { mkdirSync, realpathSync } from "node:fs";
import path from "node:path";

import { CannotStart } from "./cannot-start";
import { makeUsable } from "./data-folder";
import { tryLock } from "./lock";
import type { Ports } from "./ports";
import { root } from "./root";
import type { Stages } from "./stages";
import { startParts } from "./start-parts";
import type { Supervised } from "./supervise";

export const PARTS = ["postgres", "simulators", "engine", "app"] as const;
export type PartName = (typeof PARTS)[number];
export type HouseOptions = {
  /** Everything that is kept: database, simulators, keys, logs. */
  dataFolder: string;
  stages: Stages;
  /** Free ones are taken where none is named. */
  ports?: Partial<Ports>;
  /** All of them unless named. */
  parts?: readonly PartName[];
  /** A PostgreSQL of the customer's own: then nothing is seeded and there are no simulators. */
  databaseUrl?: string | undefined;
  /** Fill an empty database with the demo. */
  seed?: boolean;
  /** Settings that win over our own. */
  given?: Readonly<Record<string, string | undefined>>;
  signal?: AbortSignal | undefined;
};
export type Running = {
  appUrl: string;
  engineUrl: string;
  simulators: { sitoo: string; shopify: string };
  databaseUrl: string;
  /** What every part was started with; whoever works on the same database sets it too. */
  env: Record<string, string>;
  wasEmpty: boolean;
};
export type House = Running & {
  pids(): Partial<Record<PartName, number>>;
  /** SIGKILL to the part and all that it started; it comes back by itself at the same address. */
  kill(part: PartName): void;
  stop(): Promise<void>;
};

/** Starts one installation in one data folder. Whatever goes wrong, nothing is left running. */
export async function startHouse(options: HouseOptions): Promise<House> {
  makeUsable(options.dataFolder);
  const dataFolder = realpathSync(options.dataFolder);
  const lock = await tryLock(`data ${dataFolder}`);
  if (!lock) {
    throw new CannotStart(`${dataFolder} is in use by a Parity that is running; stop that one, or choose another folder with PARITY_DATA.`);
  }
  const parts = new Map<PartName, Supervised>();
  const stop = async () => {
    const first = [...parts].filter(([name]) => name !== "postgres").map(([, part]) => part.stop());
    await Promise.all(first);
    await parts.get("postgres")?.stop();
    parts.clear();
    await lock.release();
  };
  try {
    mkdirSync(path.join(dataFolder, "simulators"), { recursive: true });
    const running = await startParts({ ...options, dataFolder, root }, parts);
    return {
      ...running,
      stop,
      pids: () => Object.fromEntries([...parts].map(([name, part]) => [name, part.pid()])),
      kill: (name) => kill(parts, name),
    };
  } catch (cause) {
    await stop();
    throw cause;
  }
}

function kill(parts: ReadonlyMap<PartName, Supervised>, name: PartName): void {
  const part = parts.get(name);
  if (!part) throw new Error(`${name} does not run in this house`);
  part.kill();
}
