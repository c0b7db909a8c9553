import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";

import { CannotStart } from "./cannot-start";
import { freePort } from "./ports";
import { ensureCluster, mayEnter, postgresBinaries, postgresOwner } from "./postgres-files";
import { supervise } from "./supervise";

export type Postgres = { url(database: string): string; pid(): number; kill(): void; stop(): Promise<void> };
export type PostgresOptions = { folder: string; port?: number; password?: string; logFile?: string; onRestart?: (times: number) => void };

/**
 * A PostgreSQL of our own on loopback, its files in `folder`; made on first use, started again when it dies.
 * Throws one clear sentence when it cannot start.
 */
export async function startPostgres({ folder, port, password = "parity", logFile, onRestart }: PostgresOptions): Promise<Postgres> {
  const at = port ?? (await freePort());
  const owner = postgresOwner();
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  if (owner.uid !== undefined) chmodSync(parent, 0o711);
  if (owner.uid !== undefined && !mayEnter(parent, owner)) {
    throw new CannotStart(
      `PostgreSQL runs as the user \`postgres\` here and cannot enter ${parent}; choose another folder with PARITY_DATA.`,
    );
  }
  const binaries = await postgresBinaries(owner);
  ensureCluster({ folder, binaries, owner, password });
  await endOrphan(folder);

  const url = (database: string) => `postgresql://parity:${password}@127.0.0.1:${at}/${database}`;
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: "256MB",
    // Tables begin empty and fill within seconds: until they are counted, whole tables are read where an index would do.
    autovacuum_naptime: "5s",
    // Everything that is asked often is in memory, where a row by its index costs no more than the next one.
    random_page_cost: "1.1",
    shared_preload_libraries: "pg_stat_statements",
  };
  const server = await supervise({
    name: "PostgreSQL",
    command: binaries.postgres,
    args: ["-D", folder, "-p", String(at), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    cwd: folder,
    owner,
    stopSignal: "SIGINT",
    logFile: logFile ?? path.join(parent, "postgres.log"),
    isReady: () => answers(url("postgres")),
    ...(onRestart && { onRestart }),
  });
  return { url, ...server };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  );
}

/** A start that was killed leaves its PostgreSQL behind; whoever holds the data folder's lock may end it. */
async function endOrphan(folder: string): Promise<void> {
  const pidFile = path.join(folder, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!isPostgres(pid, folder)) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; waited < 10_000 && isPostgres(pid, folder); waited += 50) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isPostgres(pid: number, folder: string): boolean {
  const commandLine = `/proc/${pid}/cmdline`;
  return existsSync(commandLine) && readFileSync(commandLine, "utf8").split("\0").includes(folder);
}
