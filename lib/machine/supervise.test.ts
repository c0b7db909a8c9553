import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test, vi } from "vitest";

import { answers } from "./answers";
import { freePort } from "./ports";
import { lastWords, supervise } from "./supervise";

const folder = mkdtempSync(path.join(tmpdir(), "parity-supervise-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function part(script: string) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = { command: process.execPath, args: ["-e", script.replaceAll("PORT", String(port))], cwd: folder };
  return { name: "The part", ...child, logFile: path.join(folder, `${port}.log`), isReady: () => answers(url), url };
}
const server = 'require("node:http").createServer((_, r) => r.end(String(process.pid))).listen(PORT, "127.0.0.1"); console.log("here")';

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a part that is killed comes back at the same address; a part that is stopped does not", async () => {
  const { url, ...given } = await part(server);
  const onRestart = vi.fn();
  const running = await supervise({ ...given, onRestart });
  const first = running.pid();
  running.kill();
  await vi.waitFor(async () => expect(await (await fetch(url)).text()).not.toBe(String(first)), { timeout: 10_000 });
  expect(onRestart).toHaveBeenCalledWith(1);
  expect(running.pid()).not.toBe(first);
  const last = running.pid();
  await running.stop();
  expect(isAlive(last)).toBe(false);
  expect(onRestart).toHaveBeenCalledTimes(1);
  expect(readFileSync(given.logFile, "utf8")).toBe("here\nhere\n");
});

test("a part that cannot start says why in its own last words", async () => {
  const given = await part('console.error("Error: no such thing\\n    at somewhere:1:2\\n\\nNode.js v24"); process.exit(1)');
  await expect(supervise(given)).rejects.toThrow("The part could not start: Error: no such thing");
});

test("a part whose settings are wrong is not started again", async () => {
  const given = await part(`${server}; process.once("SIGUSR2", () => process.exit(2))`);
  const onRestart = vi.fn();
  const running = await supervise({ ...given, givesUpOn: 2, onRestart });
  process.kill(running.pid(), "SIGUSR2");
  await vi.waitFor(() => expect(isAlive(running.pid())).toBe(false));
  await running.stop();
  expect(onRestart).not.toHaveBeenCalled();
});

test("last words are the error, else the last line that is no stack frame", () => {
  const file = path.join(folder, "words");
  writeFileSync(file, "ready\nFATAL: disk full\nbye\n    at x\n");
  expect(lastWords(file)).toBe("FATAL: disk full");
  writeFileSync(file, "ready\nbye\n");
  expect(lastWords(file)).toBe("bye");
  expect(lastWords(path.join(folder, "none"))).toBe("it said nothing");
});
