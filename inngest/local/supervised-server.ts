import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type SupervisedServer = {
  /** Exit codes so far, null where a signal ended it. */
  exits: (number | null)[];
  /** Lines of its output and its errors, of all its lives. */
  lines: string[];
  kill(signal: NodeJS.Signals): void;
  /** Ends it for good and answers its last exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
};

const entry = fileURLToPath(new URL("main.ts", import.meta.url));
const house = fileURLToPath(new URL("../..", import.meta.url));

/** main.ts as a child process that is started again whenever it ends, as a supervisor does. */
export function startSupervised(env: Record<string, string>): SupervisedServer {
  const exits: (number | null)[] = [];
  const lines: string[] = [];
  let isWanted = true;
  let child: ChildProcess;
  let ended = Promise.withResolvers<number | null>();

  function start() {
    child = spawn(process.execPath, ["--import", "tsx", entry], {
      cwd: house,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const input of [child.stdout!, child.stderr!]) createInterface({ input }).on("line", (line) => lines.push(line));
    child.once("exit", (code) => {
      exits.push(code);
      ended.resolve(code);
      if (isWanted) start();
    });
    ended = Promise.withResolvers();
  }
  start();

  return {
    exits,
    lines,
    kill: (signal) => void child.kill(signal),
    end(signal) {
      isWanted = false;
      child.kill(signal);
      return ended.promise;
    },
  };
}
