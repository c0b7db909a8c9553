import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";

import { CannotStart } from "./cannot-start";
import { lastWords } from "./supervise";

export type Command = {
  name: string;
  args: string[];
  cwd: string;
  env?: Record<string, string | undefined>;
  logFile: string;
  signal?: AbortSignal | undefined;
};

/** Runs one Node program to its end, its words into a file. Throws with its last words when it fails. */
export async function runCommand({ name, args, cwd, env, logFile, signal }: Command): Promise<void> {
  const log = openSync(logFile, "w");
  const child = spawn(process.execPath, args, { cwd, env: { ...process.env, ...env }, detached: true, stdio: ["ignore", log, log] });
  closeSync(log);
  const stop = () => child.pid && process.kill(-child.pid, "SIGKILL");
  signal?.addEventListener("abort", stop, { once: true });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once("exit", resolve);
    child.once("error", reject);
  }).finally(() => signal?.removeEventListener("abort", stop));
  signal?.throwIfAborted();
  if (code !== 0) throw new CannotStart(`${name} failed: ${lastWords(logFile)} (all of it in ${logFile})`);
}
