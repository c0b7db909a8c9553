import { createHash } from "node:crypto";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Lock = { release(): Promise<void> };

/** A lock that dies with its process, however that ends: a listening socket. Null when another process has it. */
export async function tryLock(name: string): Promise<Lock | null> {
  const address = addressOf(name);
  const server = (await listen(address)) ?? (await takeOver(address));
  if (!server) return null;
  server.unref();
  return { release: async () => void (server.listening && (await once(server.close(), "close"))) };
}

export async function waitForLock(name: string, { signal, onWait }: { signal?: AbortSignal | undefined; onWait(): void }): Promise<Lock> {
  let lock = await tryLock(name);
  if (!lock) onWait();
  while (!lock) {
    await pause(200, undefined, signal && { signal });
    lock = await tryLock(name);
  }
  return lock;
}

function addressOf(name: string): string {
  const key = `parity-${createHash("sha256").update(name).digest("hex").slice(0, 24)}`;
  if (process.platform === "linux") return `\0${key}`;
  return process.platform === "win32" ? `\\\\.\\pipe\\${key}` : path.join(tmpdir(), `${key}.sock`);
}

function listen(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => caller.destroy());
    server.once("error", (cause: NodeJS.ErrnoException) => (cause.code === "EADDRINUSE" ? resolve(null) : reject(cause)));
    server.listen({ path: address }, () => resolve(server));
  });
}

/** A socket file may outlive its process; then nobody answers behind it. Linux and Windows leave none. */
async function takeOver(address: string): Promise<Server | null> {
  if (process.platform === "linux" || process.platform === "win32" || (await answers(address))) return null;
  rmSync(address, { force: true });
  return listen(address);
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const caller = connect(address, () => {
      caller.destroy();
      resolve(true);
    });
    caller.once("error", () => resolve(false));
  });
}
