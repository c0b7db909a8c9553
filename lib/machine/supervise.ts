import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

import { CannotStart } from "./cannot-start";
import type { Owner } from "./postgres-files";

export type Part = {
  name: string;
  command: string;
  args: string[];
  cwd: string;
  env?: Record<string, string | undefined>;
  owner?: Owner;
  stopSignal?: NodeJS.Signals;
  /** Everything it prints; the one before is kept with `.1`. */
  logFile: string;
  isReady(): Promise<boolean>;
  /** Milliseconds it may take at first. */
  patience?: number;
  /** An exit code after which another try is pointless. */
  givesUpOn?: number;
  onRestart?: (times: number) => void;
};
/** `kill` is the hard way, the whole group at once; the part comes back by itself. `stop` is for good. */
export type Supervised = { pid(): number; kill(): void; stop(): Promise<void> };

type Running = { child: ChildProcess; exited: Promise<void> };

const FIRST_GAP = 50;
const LONGEST_GAP = 5_000;
const GRACE = 8_000;

/** Starts a child in a process group of its own, waits until it is ready, and starts it again whenever it ends. */
export async function supervise(part: Part): Promise<Supervised> {
  if (existsSync(part.logFile)) renameSync(part.logFile, `${part.logFile}.1`);
  let running = begin(part);
  let gap = FIRST_GAP;
  let restarts = 0;
  let isWanted = true;
  const ended = new AbortController();

  const watch = async () => {
    while (isWanted) {
      const began = performance.now();
      await running.exited;
      endGroup(running.child, "SIGKILL");
      if (!isWanted || running.child.exitCode === part.givesUpOn) return;
      if (performance.now() - began > 10_000) gap = FIRST_GAP;
      await pause(gap, undefined, { signal: ended.signal }).catch(() => undefined);
      if (!isWanted) return;
      gap = Math.min(gap * 2, LONGEST_GAP);
      part.onRestart?.(++restarts);
      running = begin(part);
    }
  };

  await untilReady(part, running);
  const watched = watch();
  return {
    pid: () => running.child.pid ?? 0,
    kill: () => endGroup(running.child, "SIGKILL"),
    async stop() {
      isWanted = false;
      ended.abort();
      await end(running, part.stopSignal ?? "SIGTERM");
      await watched;
    },
  };
}

function begin({ command, args, cwd, env, owner, logFile }: Part): Running {
  const log = openSync(logFile, "a");
  // A channel tells a child that is Node when we are gone, so that it leaves too.
  const channel = command === process.execPath ? (["ipc"] as const) : [];
  const child = spawn(command, args, {
    ...owner,
    cwd,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", log, log, ...channel],
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  return { child, exited };
}

async function untilReady({ name, logFile, isReady, patience = 60_000 }: Part, running: Running): Promise<void> {
  const latest = performance.now() + patience;
  const gone = running.exited.then(() => true);
  while (performance.now() < latest) {
    if (await isReady()) return;
    if (await Promise.race([gone, pause(30, false)])) throw new CannotStart(`${name} could not start: ${lastWords(logFile)}`);
  }
  await end(running, "SIGKILL");
  throw new CannotStart(`${name} did not answer within ${patience / 1000} s; its last line in ${logFile}: ${lastWords(logFile)}`);
}

async function end({ child, exited }: Running, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode === null && child.signalCode === null && child.pid) {
    process.kill(child.pid, signal);
    const grace = new AbortController();
    await Promise.race([exited, pause(GRACE, undefined, { signal: grace.signal }).catch(() => undefined)]);
    grace.abort();
  }
  endGroup(child, "SIGKILL");
  await exited;
}

function endGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (!pid) return;
  try {
    process.kill(-pid, signal);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ESRCH") throw cause;
  }
}

/** The line that says why: the last that is no stack frame. */
export function lastWords(file: string): string {
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const spoken = lines.map((line) => line.trim()).filter((line) => line !== "" && !/^(at |\^|Node\.js v|[{}\])])/.test(line));
  return spoken.findLast((line) => /error|fatal/i.test(line)) ?? spoken.at(-1) ?? "it said nothing";
}
